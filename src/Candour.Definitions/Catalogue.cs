using Candour.Kernel;

namespace Candour.Definitions;

/// <summary>Everything that <c>definitions/</c> says, type-checked as a whole.</summary>
public sealed class Catalogue
{
    internal Catalogue(
        IReadOnlyDictionary<string, CodeList> codeLists,
        IReadOnlyDictionary<string, AreaHierarchy> hierarchies,
        IReadOnlyDictionary<string, Dataset> datasets,
        IReadOnlyDictionary<string, Mapping> mappings,
        IReadOnlyDictionary<string, Measure> measures)
    {
        (CodeLists, Hierarchies, Datasets, Mappings, Measures) = (codeLists, hierarchies, datasets, mappings, measures);
        ComputationalHash = ContentHash.Of(Computation.Describe(this));
    }

    public IReadOnlyDictionary<string, CodeList> CodeLists { get; }

    public IReadOnlyDictionary<string, AreaHierarchy> Hierarchies { get; }

    public IReadOnlyDictionary<string, Dataset> Datasets { get; }

    public IReadOnlyDictionary<string, Mapping> Mappings { get; }

    public IReadOnlyDictionary<string, Measure> Measures { get; }

    /// <summary>The hash of what changes a figure: conditions, codes, bases, parents; no title, caveat or comment.</summary>
    public ContentHash ComputationalHash { get; }

    public AreaHierarchy HierarchyOf(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return Hierarchies[dataset.Hierarchy];
    }

    /// <summary>The code list of a code field of a dataset.</summary>
    public CodeList CodesOf(Dataset dataset, string field)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return CodeLists[dataset.FieldNamed(field)!.CodeList];
    }

    /// <summary>Loads and checks a folder of definitions; refuses with every problem found, or with none.</summary>
    public static Result<Catalogue> Load(string folder) => Reading.CatalogueReader.Read(folder);
}
