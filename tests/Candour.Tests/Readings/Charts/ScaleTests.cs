using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Charts;

namespace Candour.Tests.Readings.Charts;

/// <summary>Nice numbers, seen where the reader sees them: on the axis.</summary>
public sealed class ScaleTests
{
    [Theory]
    [InlineData(FigureKind.Count, 36, "0", "10", "20", "30", "40")]
    [InlineData(FigureKind.Count, 2, "0", "1", "2")]
    [InlineData(FigureKind.Count, 1830, "0", "500", "1,000", "1,500", "2,000")]
    [InlineData(FigureKind.Count, 0, "0", "1")]
    [InlineData(FigureKind.Share, 0.353, "0%", "10%", "20%", "30%", "40%")]
    [InlineData(FigureKind.Share, 0.0021, "0.00%", "0.05%", "0.10%", "0.15%", "0.20%", "0.25%")]
    [InlineData(FigureKind.Share, 1, "0%", "20%", "40%", "60%", "80%", "100%")]
    [InlineData(FigureKind.Days, 406, "0", "100", "200", "300", "400", "500")]
    [InlineData(FigureKind.Days, 1.9, "0.0", "0.5", "1.0", "1.5", "2.0")]
    public void Ticks_are_round_numbers(FigureKind kind, double highest, params string[] ticks)
    {
        var figure = new Figure.Known(highest, highest, highest);
        var chart = new TrendChart("id", "Headline", "Subtitle", kind, "Unit", [new TrendPoint("Q1", "quarter", figure)]);

        var shown = new Drawing(chart.Draw().Wide).Ticks.Except(["Unit", "95% interval", "Q1"]);

        Assert.Equal(ticks, shown);
    }
}
