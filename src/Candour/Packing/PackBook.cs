using Candour.Downloads;
using Candour.Kernel;
using Candour.Packs;
using Candour.Readings;
using Candour.Readings.Charts;
using Candour.Readings.Signals;
using Candour.Statistics;

namespace Candour.Packing;

/// <summary>The tables of a pack as a book: what to say, what stands out, every measure now, over time and by area, checks, definitions.</summary>
internal static class PackBook
{
    /// <summary>The sheet of every point of every series that was judged, with its limits.</summary>
    public const string Judged = "Judged series";

    private const string None = "none";
    private const string NoLimit = "[no limit]";

    private static readonly string[] Figures = ["Value", "Lower 95%", "Upper 95%", "Counted", "Counted among", "Cannot say", "Note", "Permanent reference"];

    public static DownloadBook Of(Pack pack)
    {
        var whole = pack.Subject.Audience == PackAudience.Whole;
        return new DownloadBook(
            pack.Title, PackWords.About(pack),
            [
                .. MeasureBook.Symbols, (NoLimit, "The point counts neither for limits nor for rules, or its series has too few points for them."),
                ("Unevidenced", "Nobody has linked the sentence to a measure, a sample or a count."),
                ("How to read it", PackWords.HowToRead),
            ],
            [
                new DownloadTable("Five things", "Five things to say", ["Number", "Sentence"],
                [
                    .. pack.FiveThings.Select((text, i) => Row(new DownloadCell.Number(i + 1, false), new DownloadCell.Words(text))),
                ]),
                Exceptions(pack),
                new DownloadTable("Measures", $"{pack.Title}: every measure", ["Measure", "Code", .. Figures, "Over time"],
                [
                    .. pack.Measures.Select(one => (IReadOnlyList<DownloadCell>)
                    [
                        .. Cells(one.Measure.Title, one.Measure.Id, one.Reading, whole), new DownloadCell.Words(PackWords.Judged(one)),
                    ]),
                ]),
                new DownloadTable("Over time", $"{pack.Title}: every measure, period by period", ["Measure", "Period", .. Figures],
                [
                    .. pack.Measures.SelectMany(one => one.Series.Select(point => Cells(one.Measure.Title, point.Question.Period.ToString(), point, whole))),
                ]),
                .. pack.Measures.Any(one => one.Signal is not null) ? [JudgedSeries(pack)] : Array.Empty<DownloadTable>(),
                .. pack.Measures.Any(one => one.Areas.Count > 0)
                    ? [
                        new DownloadTable("By area", $"{pack.Title}: every measure by area, in the order of the alphabet", ["Measure", "Area", .. Figures],
                        [
                            .. pack.Measures.SelectMany(one => one.Areas.Select(area => Cells(one.Measure.Title, area.Question.Area.Title, area, whole))),
                        ]),
                    ]
                    : Array.Empty<DownloadTable>(),
                new DownloadTable("Checks", "What each check found among the rows of the area and period", ["Check", "Title", "Found", "Why it matters", "What to do"],
                [
                    .. Rows(pack.Checks.Select(one => Row(
                        new DownloadCell.Words(one.Check.Id), new DownloadCell.Words(one.Check.Title), new DownloadCell.Words(one.InWords),
                        new DownloadCell.Words(one.Check.Why), new DownloadCell.Words(one.Check.Do))), 5),
                ]),
                new DownloadTable("Definitions", "What each measure is", ["Measure", "Version", "Definition"],
                [
                    .. pack.Definitions.Select(one => Row(
                        new DownloadCell.Words(one.Measure.Id), new DownloadCell.Number(one.Measure.Version, false),
                        new DownloadCell.Words(string.Join("; ", one.Lines.Where(line => line.Length > 0).Select(line => line.Trim()))))),
                ]),
            ]);
    }

    private static DownloadTable Exceptions(Pack pack) => new(
        "Exceptions", "What stands out", ["Exception", "Title", "What is seen", "Commentary", "Permanent references"],
        [
            .. Rows(pack.Exceptions.Select(one => Row(
                new DownloadCell.Words(one.Id), new DownloadCell.Words(one.Title), new DownloadCell.Words(one.Sentence),
                new DownloadCell.Words(OrNone(string.Join(" ", one.Commentary.Select(PackWords.Of)))),
                new DownloadCell.Words(OrNone(string.Join(" ", one.Cites.Select(reading => reading.Reference.ToString())))))), 5),
        ]);

    /// <summary>What the drawings of the series show, point by point: a short table beside a drawing leaves most of it out.</summary>
    private static DownloadTable JudgedSeries(Pack pack) => new(
        Judged, $"{pack.Title}: every series that was judged, with the limits that chance sets",
        ["Measure", "Code", "Period", "Value", "Middle", "Lower limit", "Upper limit", "What it does"],
        [
            .. pack.Measures.SelectMany(one => one.Signal is not { } signal ? [] : one.Series.Select((reading, i) => Row(
                new DownloadCell.Words(one.Measure.Title), new DownloadCell.Words(one.Measure.Id), new DownloadCell.Words(reading.Question.Period.ToString()),
                DownloadCell.Of(reading.Figure, reading.Kind, known => known.Value), Limit(signal, i, limits => limits.Centre),
                Limit(signal, i, limits => limits.Lower), Limit(signal, i, limits => limits.Upper),
                new DownloadCell.Words(Does(signal.Chart.Points[i]))))),
        ]);

    private static DownloadCell Limit(ControlReading signal, int point, Func<ChartLimits, double> which) =>
        signal.Chart.Points[point] is { Counts: true, Limits: { } limits }
            ? new DownloadCell.Number(
                LimitCut.Of(which(limits), signal.Kind, signal.Points.Any(one => one.Figure is Figure.Known { Value: < 0 })),
                signal.Kind is FigureKind.Share or FigureKind.Difference)
            : new DownloadCell.NoNumber(NoLimit);

    private static string Does(PlottedPoint point) => point.Cause != SpecialCause.None ? CauseText.Of(point.Cause)
        : point.GhostedBecause is { Length: > 0 } because ? $"set aside: {because}" : None;

    private static IReadOnlyList<DownloadCell> Cells(string title, string code, Reading reading, bool whole) =>
        [.. MeasureBook.Cells(title, code, reading, whole), new DownloadCell.Words(reading.Reference.ToString())];

    /// <summary>A table without rows says so in one.</summary>
    private static IEnumerable<IReadOnlyList<DownloadCell>> Rows(IEnumerable<IReadOnlyList<DownloadCell>> rows, int columns)
    {
        var any = false;
        foreach (var row in rows)
        {
            any = true;
            yield return row;
        }

        if (!any)
        {
            yield return [.. Enumerable.Repeat(new DownloadCell.Words(None), columns)];
        }
    }

    private static IReadOnlyList<DownloadCell> Row(params IReadOnlyList<DownloadCell> cells) => cells;

    private static string OrNone(string text) => text.Length > 0 ? text : None;
}
