using Candour.Kernel;

namespace Candour.Definitions;

/// <summary>Everything that <c>definitions/</c> says, type-checked as a whole.</summary>
public sealed class Catalogue
{
    internal Catalogue(
        IReadOnlyDictionary<string, CodeList> codeLists,
        IReadOnlyDictionary<string, AreaHierarchy> hierarchies,
        IReadOnlyDictionary<string, Dataset> datasets,
        IReadOnlyDictionary<string, NamedCondition> conditions,
        IReadOnlyDictionary<string, Mapping> mappings,
        IReadOnlyDictionary<string, Measure> measures,
        IReadOnlyDictionary<string, Framework> frameworks,
        IReadOnlyDictionary<string, Check> checks,
        IReadOnlyDictionary<string, Annotation> annotations,
        IReadOnlyDictionary<string, string> texts)
    {
        (CodeLists, Hierarchies, Datasets, Conditions) = (codeLists, hierarchies, datasets, conditions);
        (Mappings, Measures, Frameworks, Checks, Annotations, Texts) = (mappings, measures, frameworks, checks, annotations, texts);
        ComputationalHash = ContentHash.Of(Computation.Describe(this));
    }

    private Catalogue(Catalogue other, IReadOnlyDictionary<string, Mapping> mappings)
    {
        (CodeLists, Hierarchies, Datasets, Conditions) = (other.CodeLists, other.Hierarchies, other.Datasets, other.Conditions);
        (Mappings, Measures, Frameworks, Checks, Annotations, Texts) =
            (mappings, other.Measures, other.Frameworks, other.Checks, other.Annotations, other.Texts);
        ComputationalHash = other.ComputationalHash;
    }

    public IReadOnlyDictionary<string, CodeList> CodeLists { get; }

    public IReadOnlyDictionary<string, AreaHierarchy> Hierarchies { get; }

    public IReadOnlyDictionary<string, Dataset> Datasets { get; }

    public IReadOnlyDictionary<string, NamedCondition> Conditions { get; }

    public IReadOnlyDictionary<string, Mapping> Mappings { get; }

    public IReadOnlyDictionary<string, Measure> Measures { get; }

    public IReadOnlyDictionary<string, Framework> Frameworks { get; }

    public IReadOnlyDictionary<string, Check> Checks { get; }

    public IReadOnlyDictionary<string, Annotation> Annotations { get; }

    /// <summary>The texts that it was read from, by their path below the folder: what has to be kept to read it again.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; }

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

    /// <summary>
    /// Loads what one mapping rests on and nothing else, for reading a file with it: no measures, no frameworks. Everything when
    /// there is no such mapping, so that the refusal can name those there are.
    /// </summary>
    public static Result<Catalogue> LoadFor(string mapping, string folder) =>
        Reading.NeededFiles.Of(folder, mapping) is { Count: > 0 } files ? Read(files) : Load(folder);

    /// <summary>Loads all that files are read by, and neither measures nor frameworks, which are most of what there is.</summary>
    public static Result<Catalogue> LoadForFiles(string folder) => Reading.CatalogueReader.Read(folder, ["measures", "frameworks", "annotations"]);

    /// <summary>
    /// The same with mappings that were made in a workspace, as texts by their id. One whose id is among the definitions already has
    /// been put there, and theirs holds. Refuses a text that no longer fits.
    /// </summary>
    public Result<Catalogue> WithMappings(IReadOnlyDictionary<string, string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var more = texts.Where(pair => !Mappings.ContainsKey(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        return more.Count == 0 ? this : Reading.CatalogueReader.ReadMappings(more, this).Then<Catalogue>(
            read => new Catalogue(this, Mappings.Concat(read).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)));
    }

    /// <summary>The same from texts by their path below the folder, such as <c>measures/vawg-2022/x.yaml</c>.</summary>
    public static Result<Catalogue> Read(IReadOnlyDictionary<string, string> files) => Reading.CatalogueReader.Read(files);
}
