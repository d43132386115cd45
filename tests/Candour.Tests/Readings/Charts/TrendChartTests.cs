using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Charts;

namespace Candour.Tests.Readings.Charts;

public sealed class TrendChartTests
{
    private static readonly Figure Missing = new Figure.NotRecorded("no file for this quarter");

    [Fact]
    public void A_gap_breaks_the_line_and_its_band()
    {
        foreach (var drawing in Both(Shares(Known(0.2), Known(0.3), Missing, Known(0.25), Known(0.2))))
        {
            Assert.Equal(2, drawing.WithClass("candour-chart__line").Count);
            Assert.Equal(3, drawing.WithClass("candour-chart__band").Count); // the third is in the key
            Assert.Equal(4, drawing.WithClass("candour-chart__mark").Count);
            Assert.Equal(2, drawing.WithClass("candour-chart__gap").Count); // one is in the key
        }
    }

    [Fact]
    public void A_single_point_between_gaps_has_whiskers_and_no_line()
    {
        foreach (var drawing in Both(Shares(Missing, Known(0.3), Missing)))
        {
            Assert.Empty(drawing.WithClass("candour-chart__line"));
            Assert.Equal(3, drawing.WithClass("candour-chart__interval").Count);
        }
    }

    [Fact]
    public void Points_whose_follow_up_is_short_are_hollow_and_joined_by_dashes()
    {
        TrendPoint[] points =
        [
            .. Shares(Known(0.2), Known(0.3)).Points,
            new TrendPoint("Q3", "third quarter", Known(0.1), Hatched: true),
        ];
        foreach (var drawing in Both(Shares() with { Points = points }))
        {
            Assert.Single(drawing.WithClass("candour-chart__line--hatched"));
            Assert.Equal(2, drawing.WithClass("candour-chart__line").Count);
            Assert.Equal(2, drawing.WithClass("candour-chart__mark--hatched").Count); // one is in the key
            Assert.Contains("Follow-up still short", drawing.Ticks);
        }
    }

    [Fact]
    public void A_series_of_gaps_only_is_drawn_and_said()
    {
        var chart = Shares(Missing, Missing).Draw();

        Assert.Equal("None of the 2 periods has a number.", chart.Sentence);
        Assert.Equal(["Period", "Share of outcomes (%)", "Note"], chart.Table.Columns.Select(c => c.Heading));
        Assert.All(Both(Shares(Missing, Missing)), drawing => Assert.Empty(drawing.Labels));
    }

    [Fact]
    public void A_share_is_drawn_from_zero_and_not_beyond_all()
    {
        Assert.All(Both(Shares(Known(0.93), Known(0.97))), drawing =>
        {
            Assert.Contains("0%", drawing.Ticks);
            Assert.Contains("100%", drawing.Ticks);
            Assert.DoesNotContain("120%", drawing.Ticks);
        });
    }

    [Theory]
    [InlineData(new double[] { 0 })]
    [InlineData(new double[] { 0, 0, 0 })]
    [InlineData(new double[] { 7, 7, 7 })]
    [InlineData(new double[] { -3, -12 })]
    [InlineData(new double[] { -3, 5 })]
    [InlineData(new double[] { 9e14, 1 })]
    [InlineData(new double[] { 1 })]
    public void Any_counts_can_be_drawn(double[] counts)
    {
        var chart = Chart(FigureKind.Count, [.. counts.Select(c => new Figure.Known(c, c, c))]);
        foreach (var drawing in Both(chart))
        {
            Assert.True(drawing.StaysInside());
            Assert.Equal(counts.Length, drawing.WithClass("candour-chart__mark").Count);
            Assert.Equal(drawing.Ticks.Count, drawing.Ticks.Distinct().Count());
        }

        Assert.DoesNotContain("NaN", chart.Draw().Wide.Markup);
    }

    [Fact]
    public void An_interval_without_an_upper_end_stops_at_the_edge()
    {
        var chart = Chart(
            FigureKind.Days, new Figure.Known(60, 50, double.PositiveInfinity), new Figure.Known(70, 60, 90));

        Assert.All(Both(chart), drawing => Assert.True(drawing.StaysInside()));
        Assert.Contains("50 to beyond the data", chart.Draw().Table.Rows[0]);
    }

    [Fact]
    public void A_number_that_is_not_finite_is_a_fault_not_a_drawing() =>
        Assert.ThrowsAny<ArgumentException>(() => Shares(new Figure.Known(double.NaN, 0, 1)).Draw());

    [Fact]
    public void Labels_are_escaped_and_read_back_whole()
    {
        const string rude = "<script>alert(\"x\")</script> & 'co'\u0000";
        var chart = (Shares(Known(0.5)) with { Headline = rude }).Draw();

        Assert.DoesNotContain("<script", chart.Wide.Markup);
        Assert.Equal(rude.Replace('\0', '\uFFFD'), new Drawing(chart.Wide).Name);
    }

    [Fact]
    public void Every_label_stands_in_the_table()
    {
        var chart = Shares(Known(0.2), Missing, Known(0.3529)).Draw();

        var cells = chart.Table.Rows.SelectMany(row => row).ToArray();
        Assert.All(Both(Shares(Known(0.2), Missing, Known(0.3529))), drawing =>
            Assert.All(drawing.Labels, label => Assert.Contains(label, cells)));
        Assert.All(cells, cell => Assert.NotEmpty(cell));
        Assert.All(chart.Table.Rows, row => Assert.Equal(chart.Table.Columns.Count, row.Count));
        Assert.Contains("no file for this quarter", cells);
    }

    [Fact]
    public void At_most_eight_periods_are_labelled_and_the_latest_is_one_of_them()
    {
        var chart = Chart(FigureKind.Count, [.. Enumerable.Range(1, 60).Select(n => new Figure.Known(n, n, n))]);
        foreach (var drawing in Both(chart))
        {
            var periods = drawing.Ticks.Where(tick => tick.StartsWith('Q')).ToArray();
            Assert.InRange(periods.Length, 2, 8);
            Assert.Contains("Q60", periods);
        }
    }

    [Fact]
    public void Words_are_large_enough_to_read_and_ids_are_unique()
    {
        var chart = Shares(Known(0.2), Known(0.3)).Draw();
        var (wide, narrow) = (new Drawing(chart.Wide), new Drawing(chart.Narrow));

        Assert.All(wide.FontSizes.Concat(narrow.FontSizes), size => Assert.True(size >= 13));
        var ids = wide.Ids.Concat(narrow.Ids).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.StartsWith("share-", id));
    }

    [Fact]
    public void The_sentence_gives_the_latest_the_range_and_the_gaps() =>
        Assert.Equal(
            "Latest: 30.0% (27.0% to 33.0%) in quarter 3. Over 2 periods it lay between 20.0% and 30.0%. "
            + "1 period has no number.",
            Shares(Known(0.2), Missing, Known(0.3)).Draw().Sentence);

    private static Figure.Known Known(double share) => new(share, share * 0.9, Math.Min(1, share * 1.1));

    private static TrendChart Shares(params Figure[] figures) => Chart(FigureKind.Share, figures);

    private static TrendChart Chart(FigureKind kind, params Figure[] figures) => new(
        "share",
        "Headline",
        "Subtitle",
        kind,
        kind == FigureKind.Share ? "Share of outcomes (%)" : "Number",
        [.. figures.Select((figure, i) => new TrendPoint($"Q{i + 1}", $"quarter {i + 1}", figure))]);

    private static Drawing[] Both(TrendChart chart)
    {
        var drawn = chart.Draw();
        return [new Drawing(drawn.Wide), new Drawing(drawn.Narrow)];
    }
}
