using Candour.Definitions;
using Candour.Intake;
using Candour.Intake.Mapped;
using Candour.Kernel;

namespace Candour.Databank.Snapshots;

/// <summary>
/// For which areas and periods a submission has data. Published counts cover the areas and periods that have rows; case
/// rows cover every period of the submission for every area in it, because a month without a crime is a true zero.
/// </summary>
internal static class Coverage
{
    public static IEnumerable<(string Area, Period Period)> Of(
        IReadOnlyList<MappedRow> rows, Dataset dataset, IReadOnlyList<Period> periods)
    {
        var area = dataset.IndexOf(dataset.AreaField.Id);
        if (dataset.Rows == RowKind.Case)
        {
            return rows.Select(row => row.Values[area]).Distinct().SelectMany(a => periods.Select(period => (a, period)));
        }

        var period = dataset.IndexOf(dataset.Bases[0].PeriodField);
        return rows.Select(row => (row.Values[area], row.Values[period])).Distinct()
            .Select(pair => (pair.Item1, Periods.Of(pair.Item2, dataset)));
    }
}
