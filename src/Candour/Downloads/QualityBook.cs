using System.Globalization;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Figures;
using Candour.Readings.Recording;
using Candour.Web;

namespace Candour.Downloads;

/// <summary>How complete a dataset is as a book: by field, by field and area, by field and period; how long recording takes; and what the
/// checks found. Whoever sees a part is given the checks alone.</summary>
public static class QualityBook
{
    /// <summary>Makes the book.</summary>
    /// <param name="room">The viewer's.</param>
    /// <param name="dataset">Of which.</param>
    /// <param name="quality">Absent for whoever sees a part.</param>
    public static DownloadBook Of(ReadingRoom room, Dataset dataset, DatasetQuality? quality)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(dataset);
        return new DownloadBook(
            $"How complete: {dataset.Title}",
            [("Dataset", dataset.Title), ("Snapshot", room.Snapshot.Record.Id.ToString()), ("Rows", "All submissions in force")],
            [
                .. room.IsSynthetic(dataset) ? [("Invented", PageFrame.SyntheticSentence)] : Array.Empty<(string, string)>(),
                .. MeasureBook.Symbols,
                ("Not recorded", "The cell is empty, and should say something."), ("Not known", "Somebody was asked, and the answer is not known."),
                ("Refused", "Somebody was asked, and would not say."), ("Not applicable", "The case does not need it, or its day may not have come yet."),
                ("Not held", "The source has no such field."), ("Due", "Rows to which the field applies."),
            ],
            [.. quality is null ? [] : Missing(room, dataset, quality.Matrix), .. quality is null ? [] : Lags(room, dataset, quality), Checks(room, dataset)]);
    }

    private static IEnumerable<DownloadTable> Missing(ReadingRoom room, Dataset dataset, MissingMatrix matrix)
    {
        var hierarchy = room.Catalogue.HierarchyOf(dataset);
        yield return Table("By field", $"{dataset.Title}: what is missing, by field", "Field", matrix.Cells.GroupBy(cell => (cell.Field.Title, Of: "")), false);
        yield return Table("By area", $"{dataset.Title}: what is missing, by field and area", "Field", matrix.Cells.GroupBy(cell => (cell.Field.Title, Of: hierarchy[cell.Area].Title)), true);
        yield return Table("By period", $"{dataset.Title}: what is missing, by field and period", "Field", matrix.Cells.GroupBy(cell => (cell.Field.Title, Of: cell.Period.ToString())), true);
    }

    private static DownloadTable Table(
        string name, string title, string heading, IEnumerable<IGrouping<(string Field, string Of), MissingCell>> groups, bool hasSecond) => new(
        name, title,
        [heading, .. hasSecond ? [name["By ".Length..]] : Array.Empty<string>(), "Rows", "Due", "Not recorded", "Not known", "Refused", "Not applicable", "Not held", "Share missing"],
        [
            .. groups.Select(cells => (IReadOnlyList<DownloadCell>)
            [
                new DownloadCell.Words(cells.Key.Field), .. hasSecond ? [new DownloadCell.Words(cells.Key.Of)] : Array.Empty<DownloadCell>(),
                Count(cells.Sum(cell => cell.Rows)), Count(cells.Sum(cell => cell.Due)),
                .. MissingMatrix.Kinds.Select(kind => Count(cells.Sum(cell => cell.Missing.GetValueOrDefault(kind)))),
                DownloadCell.Of(EstimateFigure.Share(MissingMatrix.MissingOf(cells)), FigureKind.Share, known => known.Value),
            ]),
        ]);

    private static IEnumerable<DownloadTable> Lags(ReadingRoom room, Dataset dataset, DatasetQuality quality)
    {
        var hierarchy = room.Catalogue.HierarchyOf(dataset);
        foreach (var (lag, i) in quality.Lags.Select((lag, i) => (lag, i)))
        {
            yield return new DownloadTable(
                string.Create(CultureInfo.InvariantCulture, $"Recording {i + 1}"), $"{lag.Check.Title}: median of days by month", ["Month", "Rows", "Median of days", "Lower 95%", "Upper 95%"],
                [.. lag.Periods.Select(one => Lag(one.Period.ToString(), one.Rows, one.Median))]);
            yield return new DownloadTable(
                string.Create(CultureInfo.InvariantCulture, $"Recording {i + 1} by area"), $"{lag.Check.Title}: median of days by area, last {RecordingLag.MonthsByArea} months",
                ["Area", "Rows", "Median of days", "Lower 95%", "Upper 95%"],
                [.. lag.Areas.Select(one => Lag(hierarchy[one.Area].Title, one.Rows, one.Median))]);
        }
    }

    private static IReadOnlyList<DownloadCell> Lag(string name, long rows, Figure median) =>
    [
        new DownloadCell.Words(name), Count(rows), DownloadCell.Of(median, FigureKind.Days, known => known.Value),
        DownloadCell.Of(median, FigureKind.Days, known => known.Lower), DownloadCell.Of(median, FigureKind.Days, known => known.Upper),
    ];

    private static DownloadTable Checks(ReadingRoom room, Dataset dataset) => new(
        "Checks", $"{dataset.Title}: rows by finding", ["Check", "Code", "Weight", "Rows"],
        [
            .. FoundByChecks.Of(room, dataset).Findings.Select(one => (IReadOnlyList<DownloadCell>)
            [
                new DownloadCell.Words(one.Title), new DownloadCell.Words(one.Code), new DownloadCell.Words(one.Severity.ToString()), Count(one.Rows),
            ]),
        ]);

    private static DownloadCell.Number Count(long number) => new(number, false);
}
