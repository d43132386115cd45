using Candour.Databank.Planning;
using Candour.Definitions;

namespace Candour.Databank.Sql;

/// <summary>
/// One query that finishes every cell of a basis and breakdown in the database: counters, exact quantiles and distinct
/// counts. The oracle for what cannot be merged, and what a tool of one query a chart would ask.
/// </summary>
/// <param name="Basis">The basis.</param>
/// <param name="Breakdown">The breakdown.</param>
/// <param name="Counters">Positions of the counters, in the order of the columns behind area, period and codes.</param>
/// <param name="Quantiles">Behind them: position of the day counter, and which of its quantiles.</param>
/// <param name="Distinct">Behind them: positions of the distinct counters.</param>
/// <param name="Text">The statement.</param>
public sealed record FinishedQuery(
    BasisPlan Basis,
    Breakdown Breakdown,
    IReadOnlyList<int> Counters,
    IReadOnlyList<(int Days, double Quantile)> Quantiles,
    IReadOnlyList<int> Distinct,
    string Text)
{
    /// <summary>Every query of a plan over a table of rows.</summary>
    public static IReadOnlyList<FinishedQuery> For(DatasetPlan plan, Catalogue catalogue, SqlDialect dialect, string table)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(dialect);
        return
        [
            .. plan.Bases.SelectMany(basis => basis.Breakdowns.Select(breakdown =>
                new StateQueryWriting(plan.Dataset, basis, breakdown, catalogue, dialect, table).Finished())),
        ];
    }
}
