using System.Globalization;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Charts;
using Candour.Readings.Figures;
using Candour.Statistics;

namespace Candour.Readings.Recording;

/// <summary>
/// How good the rows of a dataset are, whatever is measured with them: which fields say nothing, where and when, and how long
/// recording takes.
/// </summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Matrix">Missing values by field, area and shortest period, over all that is in force.</param>
/// <param name="Lags">For each check of a lag, the median of days by shortest period.</param>
public sealed record DatasetQuality(Dataset Dataset, MissingMatrix Matrix, IReadOnlyList<RecordingLag> Lags)
{
    /// <summary>Reads all rows in force. They tell of single cases, so this is for whoever sees the whole of the dataset.</summary>
    public static DatasetQuality Of(ReadingRoom room, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(dataset);
        var rows = room.Snapshot.RowsOf(dataset);
        return new DatasetQuality(
            dataset,
            MissingMatrix.Together(room.Snapshot.SubmissionsOf(dataset.Id).Select(submission => submission.Mapping).Distinct().Select(mapping =>
                MissingMatrix.Of(rows.From(submission => submission.Mapping == mapping).Select(row => row.Row), room.Catalogue.Mappings[mapping], room.Catalogue))),
            [
                .. room.Catalogue.Checks.Values.Where(check => check.Dataset == dataset.Id && check.Rule is CheckRule.Lag)
                    .Select(check => RecordingLag.Of(check, dataset, rows.Select(row => row.Row))),
            ]);
    }

    /// <summary>The fields in which anything is missing that could be there, in the order of the dataset.</summary>
    public IReadOnlyList<Field> Incomplete =>
    [
        .. Matrix.Cells.Where(cell => cell.Missing.Any(pair => pair.Key is not (MissingKind.NotApplicable or MissingKind.NotHeld)))
            .Select(cell => cell.Field).Distinct(),
    ];

    private readonly Lazy<bool> quarters = new(() =>
        Dataset.Months == 1 && Matrix.Cells.Select(cell => cell.Period).Distinct().Count() > MostPeriods);

    /// <summary>Beyond so many periods quarters are shown: a table of more columns is not read.</summary>
    private const int MostPeriods = 24;

    /// <summary>The share missing of each incomplete field, period by period, on one scale.</summary>
    public Chart OverTime(string id)
    {
        ArgumentOutOfRangeException.ThrowIfZero(Incomplete.Count);
        Period[] periods = [.. Matrix.Cells.Select(cell => Shown(cell.Period)).Distinct().Order()];
        return new SmallMultiples(
            id, "What is missing, period by period", $"{Dataset.Title}, {Period.Between(periods[0], periods[^1]).InWords()}", FigureKind.Share,
            "Share missing of what is due (%)", "Field", [.. periods.Select(period => period.InWords())],
            [
                .. Incomplete.Select(field =>
                {
                    var cells = Matrix.Cells.Where(cell => cell.Field == field).ToLookup(cell => Shown(cell.Period));
                    return new SmallSeries(field.Title, [.. periods.Select(period => EstimateFigure.Share(MissingMatrix.MissingOf(cells[period])))]);
                }),
            ]).Draw();
    }

    private Period Shown(Period period) => quarters.Value
        ? Period.Of(new DateOnly(period.Start.Year, ((period.Start.Month - 1) / 3 * 3) + 1, 1), 3) : period;

    /// <summary>One field in every area that has rows, by name.</summary>
    public Chart ByArea(string id, Field field, AreaHierarchy hierarchy)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(hierarchy);
        var cells = Matrix.Cells.Where(cell => cell.Field == field).ToArray();
        var all = MissingMatrix.MissingOf(cells);
        return new IntervalChart(
            id, $"{field.Title}: where it is missing", Dataset.Title, FigureKind.Share, "Share missing of what is due (%)", "Area",
            [
                .. cells.GroupBy(cell => cell.Area).Select(same => (Name: hierarchy[same.Key].Title, Count: MissingMatrix.MissingOf(same)))
                    .OrderBy(one => one.Name, StringComparer.Ordinal)
                    .Select(one => new IntervalRow(one.Name, EstimateFigure.Share(one.Count), one.Count.Numerator, one.Count.Denominator)),
            ],
            EstimateFigure.Share(all) is Figure.Known known ? new IntervalReference("All areas", known, all.Numerator, all.Denominator) : null).Draw();
    }
}

/// <summary>How long recording takes, by the shortest period in which the thing happened.</summary>
/// <param name="Check">The check that watches it, and from how many days it warns.</param>
/// <param name="Periods">In order: rows with both days, and the median of the days between them with its interval.</param>
/// <param name="Backwards">Rows recorded before it happened: an error of the data, in no median.</param>
/// <param name="Areas">By area, over the last <see cref="MonthsByArea"/> months: rows with both days, and the median.</param>
public sealed record RecordingLag(
    Check Check, IReadOnlyList<(Period Period, long Rows, Figure Median)> Periods, long Backwards, IReadOnlyList<(string Area, long Rows, Figure Median)> Areas)
{
    /// <summary>How far back areas are compared: what was mended long ago is no news.</summary>
    public const int MonthsByArea = 12;

    internal static RecordingLag Of(Check check, Dataset dataset, IEnumerable<Intake.Mapped.MappedRow> rows)
    {
        var rule = (CheckRule.Lag)check.Rule;
        var (from, to, area) = (dataset.IndexOf(rule.From), dataset.IndexOf(rule.To), dataset.IndexOf(dataset.AreaField.Id));
        var days = rows.Where(row => row.Values[from].Length > 0 && row.Values[to].Length > 0)
            .Select(row => (Start: Day(row.Values[from]), End: Day(row.Values[to]), Area: row.Values[area])).ToArray();
        var forwards = days.Where(one => one.End >= one.Start).ToLookup(one => Period.MonthOf(one.Start), one => (double)(one.End.DayNumber - one.Start.DayNumber));
        Period[] months = [.. forwards.Select(same => same.Key).Order()];
        return new RecordingLag(
            check,
            months.Length == 0 ? []
                : [.. Period.Between(months[0], months[^1]).Split(1).Select(month => (month, (long)forwards[month].Count(), MedianOf([.. forwards[month]])))],
            days.Count(one => one.End < one.Start),
            months.Length == 0 ? []
                :
                [
                    .. days.Where(one => one.End >= one.Start && one.Start >= months[^1].End.AddMonths(-MonthsByArea))
                        .GroupBy(one => one.Area, one => (double)(one.End.DayNumber - one.Start.DayNumber))
                        .Select(same => (same.Key, (long)same.Count(), MedianOf([.. same]))),
                ]);
    }

    /// <summary>The medians of the areas, by name.</summary>
    public Chart DrawByArea(string id, AreaHierarchy hierarchy)
    {
        ArgumentNullException.ThrowIfNull(hierarchy);
        return new IntervalChart(
            id, $"{Check.Title}, by area", $"Median of days, of what happened in the last {MonthsByArea} months; a median of more than {((CheckRule.Lag)Check.Rule).MoreThanDays} is told on import",
            FigureKind.Days, "Days", "Area",
            [
                .. Areas.Select(one => (Name: hierarchy[one.Area].Title, one.Rows, one.Median)).OrderBy(one => one.Name, StringComparer.Ordinal)
                    .Select(one => new IntervalRow(one.Name, one.Median, 0, one.Rows)),
            ]).Draw();
    }

    /// <summary>The medians as a line; a month without an interval has too few rows for one.</summary>
    public Chart Draw(string id) => new TrendChart(
        id, Check.Title, $"Median of days, by the month in which it happened; a median of more than {((CheckRule.Lag)Check.Rule).MoreThanDays} is told on import",
        FigureKind.Days, "Days",
        [.. Periods.Select(one => new TrendPoint(one.Period.ToString(), one.Period.InWords(), one.Median, Beside: $"{NumberText.Count(one.Rows)} rows"))],
        Sentence).Draw();

    public string Sentence
    {
        get
        {
            var most = ((CheckRule.Lag)Check.Rule).MoreThanDays;
            var late = Periods.Count(one => one.Median is Figure.Known known && known.Value > most);
            return (Periods.Count == 0 ? "Not enough data: no row has both days."
                : $"In {late} of {Periods.Count} months the median is more than {NumberText.Of(most, FigureKind.Days)}. {Check.Why}")
                + (Backwards > 0 ? $" {NumberText.Count(Backwards)} rows were recorded before it happened: those are errors, and in no median." : "");
        }
    }

    private static Figure MedianOf(double[] days) => days.Length == 0 ? new Figure.NotRecorded("No row of this month has both days.")
        : Quantile.MedianInterval(days) is { } interval
        ? new Figure.Known(Quantile.Median(days)!.Value, interval.Lower, interval.Upper)
        : new Figure.TooFew($"{days.Length} rows are too few for the interval of a median.");

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
