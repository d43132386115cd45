using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Charts;

namespace Candour.Tests.Readings.Charts;

public sealed class IntervalChartTests
{
    [Fact]
    public void Rows_stay_in_the_order_given()
    {
        var chart = Forces().Draw();

        Assert.Equal(Forces().Rows.Select(row => row.Label).Append("England and Wales"), chart.Table.Rows.Select(r => r[0]));
        var shown = new Drawing(chart.Narrow).Labels.Where(label => label.StartsWith("Force ", StringComparison.Ordinal));
        Assert.Equal(Forces().Rows.Select(row => row.Label), shown);
    }

    [Fact]
    public void Forty_five_rows_fit_and_stay_apart()
    {
        var chart = Forces().Draw();
        foreach (var drawing in new[] { new Drawing(chart.Wide), new Drawing(chart.Narrow) })
        {
            Assert.True(drawing.StaysInside());
            Assert.Equal(43, drawing.WithClass("candour-chart__mark").Count);
            Assert.Equal(2, drawing.WithClass("candour-chart__cross").Count);
            Assert.All(drawing.FontSizes, size => Assert.True(size >= 13));
        }
    }

    [Fact]
    public void A_row_without_a_number_shows_its_word_and_the_table_its_reason()
    {
        var chart = Forces().Draw();

        Assert.Contains("[not recorded]", new Drawing(chart.Wide).Labels);
        Assert.Contains("[too few cases]", new Drawing(chart.Narrow).Labels);
        Assert.Contains(chart.Table.Rows, row => row.Contains("no file"));
    }

    [Fact]
    public void Every_label_stands_in_the_table()
    {
        var chart = Forces().Draw();
        var rows = chart.Table.Rows.SelectMany(row =>
            row.Append($"{row[1]} ({row[2]})").Append($"{row[0]}: {row[1]}")).ToHashSet();

        Assert.All(new Drawing(chart.Wide).Labels, label => Assert.Contains(label, rows));
        Assert.All(new Drawing(chart.Narrow).Labels, label => Assert.Contains(label, rows));
    }

    [Fact]
    public void The_sentence_counts_rows_and_names_none() =>
        Assert.Equal(
            "43 of 45 rows have a number, from 21.0% to 65.0%. The interval holds England and Wales (40.0%) in 12, "
            + "lies above it in 18 and below it in 13.",
            Forces().Draw().Sentence);

    [Fact]
    public void A_long_name_is_wrapped_never_cut()
    {
        const string name = "Avon and Somerset Constabulary with the Port Authority of the Severn Estuary";
        var chart = Forces() with { Rows = [new IntervalRow(name, new Figure.Known(0.4, 0.3, 0.5))] };
        var drawn = chart.Draw();

        foreach (var drawing in new[] { new Drawing(drawn.Wide), new Drawing(drawn.Narrow) })
        {
            Assert.Contains(name, string.Join(' ', drawing.Labels), StringComparison.Ordinal);
            Assert.True(drawing.StaysInside());
        }
    }

    [Theory]
    [InlineData(FigureKind.Count, 0)]
    [InlineData(FigureKind.Count, -5)]
    [InlineData(FigureKind.Count, 9e14)]
    [InlineData(FigureKind.Share, 0)]
    [InlineData(FigureKind.Share, 1)]
    [InlineData(FigureKind.Days, 0)]
    public void Any_single_row_can_be_drawn(FigureKind kind, double value)
    {
        var chart = Forces() with
        {
            Kind = kind,
            Rows = [new IntervalRow("One", new Figure.Known(value, value, value))],
            Reference = null,
        };
        var drawn = chart.Draw();

        Assert.True(new Drawing(drawn.Wide).StaysInside());
        Assert.True(new Drawing(drawn.Narrow).StaysInside());
        Assert.DoesNotContain("NaN", drawn.Wide.Markup + drawn.Narrow.Markup);
    }

    [Fact]
    public void Rows_that_all_lack_a_number_are_drawn_and_said()
    {
        var chart = Forces() with { Rows = [new IntervalRow("One", new Figure.Suppressed("fewer than 5"))] };

        Assert.Equal("None of the 1 rows has a number.", chart.Draw().Sentence);
    }

    [Fact]
    public void An_interval_without_an_upper_end_points_beyond_the_edge()
    {
        var chart = Forces() with
        {
            Kind = FigureKind.Days,
            Rows = [new IntervalRow("One", new Figure.Known(60, 50, double.PositiveInfinity))],
            Reference = null,
        };

        Assert.Single(
            new Drawing(chart.Draw().Wide).WithClass("candour-chart__interval"), e => e.Name.LocalName == "path");
    }

    private static IntervalChart Forces() => new(
        "forces",
        "Headline",
        "Subtitle",
        FigureKind.Share,
        "Share of outcomes (%)",
        "Police force",
        [
            .. Enumerable.Range(1, 43).Select(n => 0.2 + (n * 0.01) + (n > 25 ? 0.02 : 0)).Select((share, i) =>
                new IntervalRow($"Force {i + 1}", new Figure.Known(share, share - 0.06, share + 0.06), 10, 40)),
            new IntervalRow("Force 44", new Figure.NotRecorded("no file")),
            new IntervalRow("Force 45", new Figure.TooFew("9 cases")),
        ],
        new IntervalReference("England and Wales", new Figure.Known(0.4, 0.39, 0.41), 400, 1000));
}
