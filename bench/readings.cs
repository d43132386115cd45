#:project ../src/Candour.Readings/Candour.Readings.csproj
#:property PublishAot=false

// How long the charts and readings of 1,000 series take: dotnet run -c Release bench/readings.cs
// Each series has 48 months of a share; beside its control chart stand a wait, a funnel of 44 areas and a comparison of eight
// groups, each read and drawn in both sizes with its sentence and table. Once to warm up, then the best of three, in time of the
// processor, which other people's work on the machine does not change.

using System.Diagnostics;
using System.Globalization;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Areas;
using Candour.Readings.Disparities;
using Candour.Readings.OpenCases;
using Candour.Readings.Signals;
using Candour.Statistics;

const int Series = 1000;
var together = 0.0;
foreach (var (name, read) in new (string, Action<int>)[]
{
    ("control charts of 48 months", Control), ("waits of 300 days", Wait), ("funnels of 44 areas", Areas),
    ("comparisons of 8 groups", Groups),
})
{
    var best = double.PositiveInfinity;
    for (var run = 0; run < 4; run++)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < Series; i++)
        {
            read(i);
        }

        best = run == 0 ? best : Math.Min(best, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
    }

    together += best;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Series} {name}: {best:F0} ms"));
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"together: {together:F0} ms of one processor; the goal is below 1,000 ms"));

static void Control(int seed)
{
    var random = new Random(seed);
    ControlReading.Of(
        [
            .. Enumerable.Range(0, 48).Select(i => (Count: random.Next(20, 60), Base: random.Next(100, 200))).Select((pair, i) =>
            {
                var interval = Wilson.Interval(pair.Count, pair.Base);
                return new ControlPoint(
                    $"M{i}", $"month {i}", new Figure.Known((double)pair.Count / pair.Base, interval.Lower, interval.Upper), pair.Count,
                    pair.Base, IsImmature: i > 44);
            }),
        ],
        FigureKind.Share, new CountsOf.Shares(), ImprovementDirection.Neutral).Draw("id", "Headline", "Subtitle", "Share (%)");
}

static void Wait(int seed)
{
    var random = new Random(seed);
    WaitReading.Of(DayHistogram.Of(Enumerable.Range(0, 300).Select(day => new DayCount(day, random.Next(5), random.Next(2)))))
        .Draw("id", "Headline", "Subtitle");
}

static void Areas(int seed)
{
    var random = new Random(seed);
    FunnelReading.Of([.. Enumerable.Range(0, 44).Select(i => new NamedShare($"Area {i}", new ShareCount(random.Next(20, 60), random.Next(100, 900))))], 3)
        .Draw("id", "Headline", "Subtitle", "Share (%)", "Cases", "Area");
}

static void Groups(int seed)
{
    var random = new Random(seed);
    DisparityReading.OfPage(
        [
            new DisparityQuestion(
                "Group", [.. Enumerable.Range(0, 8).Select(i => new NamedShare($"Group {i}", new ShareCount(random.Next(20, 60), random.Next(100, 900))))],
                new ShareCount(30, 100)),
        ],
        10)[0].Draw("id", "Headline", "Subtitle", "Share (%)");
}
