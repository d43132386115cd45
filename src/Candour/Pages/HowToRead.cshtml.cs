using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Areas;
using Candour.Readings.Charts;
using Candour.Readings.OpenCases;
using Candour.Readings.Signals;
using Candour.Statistics;
using Candour.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>How a figure, a trend and a comparison are read; the examples are invented.</summary>
[Door]
public sealed class HowToReadModel : PageModel
{
    public static Figure Example { get; } = new Figure.Known(0.353, 0.336, 0.370);

    public static IReadOnlyList<(string Meaning, Figure State)> States { get; } =
    [
        ("Withheld, because it could point to a person", new Figure.Suppressed("Withheld: fewer than 5 victims.")),
        ("No data for this area and period", new Figure.NotRecorded("No file was submitted for this quarter.")),
        ("Too few cases for this kind of figure", new Figure.TooFew("9 cases; a median needs at least 10.")),
        ("Too many cases are still open", new Figure.NotReached("Fewer than half of the cases are closed.")),
        ("The question has no answer here", new Figure.NotApplicable("No crimes were recorded.")),
    ];

    public static Chart Trend { get; } = ControlReading.Of(
        [.. Quarters()], FigureKind.Share, new CountsOf.Shares(), ImprovementDirection.Neutral).Draw(
        "example-trend",
        "A trend: the line breaks where there is no number",
        "Invented share of crimes with an outcome, by quarter recorded",
        "Share of crimes (%)");

    public static Chart Wait { get; } = WaitReading.Of(DayHistogram.Of(
        Enumerable.Range(1, 80).Select(week => new DayCount(week * 7, Math.Max(30 - (week / 3), 0), week % 4)))).Draw(
        "example-wait",
        "A wait: the open cases are the slow ones",
        "Invented days from report to decision");

    public static Chart Funnel { get; } = FunnelReading.Of(
        [
            .. Enumerable.Range(0, 14).Select(i => new NamedShare(
                $"Area {(char)('A' + i)}", new ShareCount((20 + (i * 23)) * (i == 5 ? 52 : 34 + (i % 4)) / 100, 20 + (i * 23)))),
        ],
        3).Draw(
        "example-funnel",
        "A funnel: small areas stray further by chance",
        "Invented share of crimes with an outcome, by area",
        "Share of crimes (%)",
        "Number of crimes it is calculated from",
        "Area");

    public static Chart Comparison { get; } = new IntervalChart(
        "example-comparison",
        "A comparison: where intervals overlap, areas may not differ at all",
        "Invented share of crimes with an outcome, by area",
        FigureKind.Share,
        "Share of crimes (%)",
        "Area",
        [
            new IntervalRow("Ashfield", new Figure.Known(0.31, 0.26, 0.36), 93, 300),
            new IntervalRow("Broadmarsh and Vale", new Figure.Known(0.36, 0.33, 0.39), 360, 1000),
            new IntervalRow("Carrow", new Figure.Known(0.44, 0.40, 0.48), 264, 600),
            new IntervalRow("Denholm", new Figure.NotRecorded("No file was submitted for this year.")),
            new IntervalRow("Eastry", new Figure.Known(0.38, 0.20, 0.59), 8, 21),
            new IntervalRow("Fenwick", new Figure.TooFew("2 crimes")),
        ],
        new IntervalReference("All areas", new Figure.Known(0.377, 0.356, 0.398), 725, 1921)).Draw();

    private static IEnumerable<ControlPoint> Quarters()
    {
        (long Cases, long Recorded)[] counts =
        [
            (312, 1000), (331, 1010), (320, 990), (0, 0), (365, 1040), (371, 1022), (352, 1055), (390, 1071), (401, 1066),
            (388, 1080), (290, 1090), (151, 1101),
        ];
        return counts.Zip(Period.FinancialYear(2016).Split(3)
            .Concat(Period.FinancialYear(2017).Split(3)).Concat(Period.FinancialYear(2018).Split(3)))
            .Select((pair, i) => new ControlPoint(
                pair.Second.ToString(),
                pair.Second.InWords(),
                pair.First.Recorded == 0
                    ? new Figure.NotRecorded("No file was submitted for this quarter.")
                    : Share((double)pair.First.Cases / pair.First.Recorded),
                pair.First.Cases,
                pair.First.Recorded,
                IsImmature: i >= 10));
    }

    private static Figure.Known Share(double share) => new(share, share - 0.028, share + 0.029);
}
