using System.Globalization;
using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Kernel;
using Candour.Store;

namespace Candour.Intake.Erasing;

/// <summary>Periods of a submission whose rows are due to be erased.</summary>
/// <param name="Submission">Which.</param>
/// <param name="Months">How long its dataset keeps a row after the end of its period.</param>
/// <param name="Periods">The periods that are past that.</param>
public sealed record DueRows(SubmissionRecord Submission, int Months, IReadOnlyList<Period> Periods);

/// <summary>What a dataset's <c>retention</c> says is to be erased. Pure.</summary>
public static class Retention
{
    /// <summary>What is due on a day among the submissions whose files are there.</summary>
    public static IReadOnlyList<DueRows> Due(Catalogue catalogue, IEnumerable<SubmissionRecord> submissions, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(submissions);
        return
        [
            .. submissions.Where(submission => catalogue.Datasets.ContainsKey(submission.Dataset))
                .Select(submission => new DueRows(
                    submission,
                    catalogue.Datasets[submission.Dataset].RetentionMonths,
                    [.. submission.Periods.Where(period => IsPast(period, catalogue.Datasets[submission.Dataset], today))]))
                .Where(due => due.Periods.Count > 0),
        ];
    }

    /// <summary>Whether a row belongs to a period that is past; a row that does not say its period is kept.</summary>
    public static bool IsDue(MappedRow row, Dataset dataset, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(dataset);
        var said = row.Values[dataset.IndexOf(dataset.Bases[0].PeriodField)];
        return Period.TryParse(said, out var period) ? IsPast(period, dataset, today)
            : DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && IsPast(Period.MonthOf(day), dataset, today);
    }

    private static bool IsPast(Period period, Dataset dataset, DateOnly today) =>
        dataset.RetentionMonths > 0 && period.End.AddMonths(dataset.RetentionMonths) <= today;
}
