using Candour.Definitions;

namespace Candour.Databank.Planning;

/// <summary>Compiles all measures of a dataset into one plan. Pure.</summary>
public static class PlanCompiling
{
    /// <summary>The plan of every measure of the catalogue that runs on a dataset.</summary>
    public static DatasetPlan Compile(Dataset dataset, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(catalogue);
        return Compile(
            dataset, catalogue.Measures.Values.Where(measure => measure.Datasets.Contains(dataset.Id)), catalogue);
    }

    /// <summary>The plan of some measures of a dataset, for a slice or a what-if.</summary>
    public static DatasetPlan Compile(Dataset dataset, IEnumerable<Measure> measures, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(measures);
        ArgumentNullException.ThrowIfNull(catalogue);
        var own = measures.Where(measure => measure.IsMadeOfRows)
            .OrderBy(measure => measure.Id, StringComparer.Ordinal).ToList();
        return new DatasetPlan(
            dataset,
            [.. dataset.Hierarchies.Select(id => catalogue.Hierarchies[id])],
            [
                .. dataset.Bases
                    .Select(basis => BasisCompiling.Compile(
                        dataset, basis, own.Where(measure => measure.Basis == basis.Id && WhyRowsRead(measure).Length == 0)))
                    .Where(plan => plan.Recipes.Count > 0),
            ],
            [
                .. own.Where(measure => WhyRowsRead(measure).Length > 0)
                    .Select(measure => new RowsRead(measure, WhyRowsRead(measure), measure.IsSample ? dataset.Sampling : null)),
            ]);
    }

    private static string WhyRowsRead(Measure measure) => measure.Formula switch
    {
        Formula.Agreement => "pairs of assessments",
        Formula.Estimate => "figures that arrive computed",
        _ when measure.IsSample => "estimated from a sample",
        _ => "",
    };
}
