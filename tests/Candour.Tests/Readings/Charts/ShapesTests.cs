using System.Text.RegularExpressions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Areas;
using Candour.Readings.Changes;
using Candour.Readings.Charts;
using Candour.Readings.OpenCases;
using Candour.Readings.Recording;
using Candour.Readings.Signals;
using Candour.Statistics;

namespace Candour.Tests.Readings.Charts;

/// <summary>What every shape of chart must hold, whatever it shows.</summary>
public sealed partial class ShapesTests
{
    public static TheoryData<string> Names => [.. Shapes.Keys];

    private static readonly Dictionary<string, Func<Chart>> Shapes = new()
    {
        ["control"] = () => ControlReading.Of(
            [.. Enumerable.Range(0, 14).Select(i => new ControlPoint(
                $"M{i}", $"month {i}", i == 5 ? new Figure.NotRecorded("no file") : Figure(0.2 + (i == 13 ? 0.3 : i % 3 * 0.01)), 20, 100,
                false, i == 7 ? "counted twice" : "", i == 9 ? "code 22 came into use" : ""))],
            FigureKind.Share, new CountsOf.Nothing(), ImprovementDirection.Neutral).Draw("shape", "Headline", "Subtitle", "Share (%)"),
        ["funnel"] = () => FunnelReading.Of(
            [.. Enumerable.Range(1, 20).Select(i => new NamedShare($"Area {i}", new ShareCount(i * i, i * 30)))], 4)
            .Draw("shape", "Headline", "Subtitle", "Share (%)", "Cases", "Area"),
        ["interval"] = () => new CompletenessReading([new("Sex", new(3, 90)), new("Age", new(0, 90))]).Draw("shape", "Headline", "Subtitle"),
        ["dumbbell"] = () => ChangeReading.Of([new("One", new(4, 10), new(6, 10)), new("Two", new(0, 0), new(3, 9))])
            .Draw("shape", "Headline", "Subtitle", "Share (%)", "Part", "2017", "2018"),
        ["bars"] = () => CausesReading.Of([new("Late", 12), new("A cause with a long name that has to be wrapped over lines", 90)], 3)
            .Draw("shape", "Headline", "Subtitle", "Cases"),
        ["peers"] = () => PeersReading.Of(
            [.. Enumerable.Range(1, 12).Select(i => new NamedShare($"Area {i}", new ShareCount(i * 10, i * 40)))], 4, 5)
            .Draw("shape", "Headline", "Subtitle", "Share (%)", "Area"),
        ["stability"] = () => StabilityReading.Of(
            [.. Enumerable.Range(1, 12).Select(i => new NamedShare($"Area {i}", new ShareCount(i * 3, i * 40)))], 4, 1)
            .Draw("shape", "Headline", "Subtitle", "Area"),
        ["index"] = () => IndexReading.Of(
            ["A", "B", "C", "D"],
            [
                new(3, ImprovementDirection.Increase, [0.9, 0.5, 0.4, null]), new(1, ImprovementDirection.Decrease, [30, 10, 20, 20]),
            ],
            IndexScale.MinMax, MissingValues.NoScore).Draw("shape", "Headline", "Subtitle", "Area"),
        ["recurrence"] = () => RecurrenceReading.Draw(
            [.. new[] { 12, 6 }.Select(months => RecurrenceReading.Of([new(1, [3]), new(2, []), new(11, [12])], months, 12))],
            "shape", "Headline", "Subtitle"),
        ["steps"] = () => WaitReading.Of(DayHistogram.Of([new(10, 4, 1), new(100, 9, 3), new(400, 2, 30)])).Draw("shape", "Headline", "Subtitle"),
        ["multiples"] = () => new SmallMultiples(
            "shape", "Headline", "Subtitle", FigureKind.Share, "Share (%)", "Area", ["Q1", "Q2", "Q3"],
            [
                .. Enumerable.Range(1, 9).Select(i => new SmallSeries(
                    $"Area with a name {i}", [Figure(0.1 * i), new Figure.NotRecorded("no file"), Figure(0.05 * i)])),
            ]).Draw(),
        ["sparkline"] = () => new Sparkline(
            "shape", "Charged, month by month", FigureKind.Count, ["M1", "M2", "M3"],
            [Figure(3), new Figure.NotRecorded("no file"), Figure(5)], Variation.CommonCause).Draw(),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_number_of_the_drawing_stands_in_the_table(string shape)
    {
        var chart = Shapes[shape]();
        var table = chart.Table.Rows.SelectMany(row => row).Concat(chart.Table.Columns.Select(column => column.Heading))
            .SelectMany(cell => Number().Matches(cell).Select(match => match.Value)).ToHashSet();
        foreach (var svg in new[] { chart.Wide, chart.Narrow })
        {
            var numbers = new Drawing(svg).Labels.SelectMany(label => Number().Matches(label).Select(match => match.Value));
            Assert.All(numbers, number => Assert.Contains(number, table));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_drawing_stays_inside_has_a_name_and_no_style(string shape)
    {
        var chart = Shapes[shape]();
        foreach (var svg in new[] { chart.Wide, chart.Narrow })
        {
            Assert.True(new Drawing(svg).StaysInside());
            Assert.NotEmpty(new Drawing(svg).Name);
            Assert.Contains("<desc", svg.Markup, StringComparison.Ordinal);
            Assert.DoesNotContain("style=", svg.Markup, StringComparison.Ordinal);
            Assert.DoesNotContain("fill=", svg.Markup, StringComparison.Ordinal);
            Assert.DoesNotContain("NaN", svg.Markup, StringComparison.Ordinal);
            Assert.All(new Drawing(svg).FontSizes, size => Assert.True(size >= 13));
        }

        Assert.NotEmpty(chart.Sentence);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_table_is_whole(string shape)
    {
        var table = Shapes[shape]().Table;
        Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count));
        Assert.All(table.Rows, row => Assert.DoesNotContain("", row));
    }

    /// <summary>Classes without a rule in the stylesheet would be drawn in black on any page. Ticks are plain text.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Every_class_has_a_rule(string shape)
    {
        var sheet = File.ReadAllText(Repository.At("src/Candour/Assets/_chart.scss"));
        var chart = Shapes[shape]();
        var classes = new[] { chart.Wide, chart.Narrow }
            .SelectMany(svg => Class().Matches(svg.Markup).SelectMany(match => match.Groups["names"].Value.Split(' ')))
            .Distinct().Except(["candour-chart__text--tick"]);
        Assert.All(classes, name => Assert.Contains("." + name, sheet, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Variation.NotJudged, "not enough data")]
    [InlineData(Variation.CommonCause, "no signal")]
    [InlineData(Variation.Improvement, "signal: better")]
    [InlineData(Variation.Concern, "signal: worse")]
    [InlineData(Variation.High, "signal: high")]
    [InlineData(Variation.Low, "signal: low")]
    public void Every_sign_has_a_word_and_a_shape_of_its_own(Variation variation, string word)
    {
        var line = new Sparkline("shape", "Title", FigureKind.Count, ["M1", "M2"], [Figure(3), Figure(5)], variation);
        Assert.Equal(word, line.Word);
        Assert.EndsWith($"{word}.", line.Draw().Sentence, StringComparison.Ordinal);
        Assert.Equal(6, Enum.GetValues<Variation>().Select(one => (line with { Variation = one }).Draw().Wide.Markup
            .Split("<circle class=\"candour-chart__mark\"")[^1]).Distinct().Count());
    }

    private static Figure.Known Figure(double value) => new(value, value, value);

    [GeneratedRegex(@"−?\d[\d,]*(\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex("class=\"(?<names>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Class();
}
