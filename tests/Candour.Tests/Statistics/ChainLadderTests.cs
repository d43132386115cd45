using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class ChainLadderTests
{
    private const int Seed = 19931101;

    [Fact]
    public void Agrees_with_the_published_triangle()
    {
        var file = PublishedValues.Json("V66_chain_ladder_mack_raa.json");
        var expected = file.GetProperty("expected");
        var triangle = file.GetProperty("cumulative_triangle").EnumerateArray()
            .Select(row => (IReadOnlyList<double>)[.. row.EnumerateArray().Select(count => count.GetDouble())]).ToList();

        var ladder = Known(triangle);

        Assert.Equal(10, ladder.Origins.Count);
        Assert.All(
            expected.Numbers("development_factors").Zip(ladder.Factors), pair => Near.Equal(pair.First, pair.Second));
        Assert.Equal(new LadderOrigin.Complete(18834), ladder.Origins[0]);
        var (ultimates, errors) = (expected.Numbers("ultimate"), expected.Numbers("origin_mack_se"));
        for (var i = 1; i < 10; i++)
        {
            var origin = Assert.IsType<LadderOrigin.Developing>(ladder.Origins[i]);
            Near.Equal(ultimates[i], origin.Expected);
            Near.Equal(errors[i], origin.StandardError);
        }

        Near.Equal(expected.Number("ibnr_total"), ladder.Outstanding);
        Assert.Equal(expected.Number("total_mack_se"), ladder.StandardError, 2);
        Assert.Equal(26909.01, Known(triangle, LastSpread.Mack).StandardError, 2);
    }

    [Fact]
    public void Points_of_which_little_is_known_are_immature()
    {
        // Four months late: half at once, a quarter a month later, the rest two months later.
        IReadOnlyList<double>[] triangle =
            [[50, 75, 100], [60, 90, 120], [40, 60, 80], [52, 78, 104], [48, 72, 96], [100, 150], [70]];

        var ladder = Known(triangle);

        Assert.Equal([1.5, 4 / 3.0], ladder.Factors);
        Assert.Equal([0.0, 0.0], ladder.Spreads.Select(spread => Math.Round(spread, 12)));
        Assert.All(ladder.Origins.Take(5), origin => Assert.IsType<LadderOrigin.Complete>(origin));
        var (late, latest) = (Assert.IsType<LadderOrigin.Developing>(ladder.Origins[5]),
            Assert.IsType<LadderOrigin.Developing>(ladder.Origins[6]));
        Near.Equal(200, late.Expected);
        Near.Equal(0.75, late.Developed);
        Near.Equal(0.5, latest.Developed);
        Assert.True(late.Immature && latest.Immature);
        Assert.False(new LadderOrigin.Developing(95, 100, 1, new Interval(98, 102)).Immature);
        Assert.True(new LadderOrigin.Developing(94.9, 100, 1, new Interval(98, 102)).Immature);
        Near.Equal(50 + 70, ladder.Outstanding);
    }

    [Fact]
    public void Few_events_are_not_foretold_and_nothing_reported_is_said()
    {
        Assert.Equal(new ChainLadder.TooFewOrigins(3, 4), ChainLadder.Of([[1, 2], [1, 2], [1]]));
        Assert.Equal(new ChainLadder.TooFewOrigins(0, 4), ChainLadder.Of([]));
        Assert.Equal(new ChainLadder.NothingReported(0), ChainLadder.Of([[0, 2], [0, 2], [0, 3], [5]]));
        var ladder = Known([[0, 2, 2], [10, 20, 25], [20, 45, 50], [20, 30], [29]]);
        Assert.Equal(new LadderOrigin.TooFew(29, 30), ladder.Origins[4]);
        Assert.True(double.IsFinite(ladder.StandardError));
        Assert.IsType<LadderOrigin.TooFew>(Known([[50, 0], [40, 0], [60, 0], [50]]).Origins[3]);
        Assert.Equal(0, Known([[7], [8], [9], [0]]).Outstanding);
        Assert.Equal(new LadderOrigin.Complete(0), Known([[7], [8], [9], [0]]).Origins[3]);
        Assert.Throws<ArgumentException>(() => ChainLadder.Of([[1], [1, 2], [1], [1]]));
        Assert.Throws<ArgumentException>(() => ChainLadder.Of([[1, 2], [1], [1], []]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChainLadder.Of([[1, 2], [1], [1], [-1]]));
    }

    [Fact]
    public void Extreme_triangles_have_answers_that_are_numbers()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 300; i++)
        {
            var n = random.Next(4, 9);
            var steps = random.Next(1, n + 1);
            var size = Math.Pow(10, random.Next(0, 10));
            var triangle = Enumerable.Range(0, n).Select(origin => (IReadOnlyList<double>)[.. Enumerable.Range(
                0, Math.Min(steps, n - origin)).Select(_ => Math.Floor(random.NextDouble() * size))]).ToList();

            foreach (var rule in Enum.GetValues<LastSpread>())
            {
                if (ChainLadder.Of(triangle, rule) is ChainLadder.Known known)
                {
                    Assert.True(double.IsFinite(known.StandardError) && double.IsFinite(known.Outstanding));
                    Assert.All(known.Origins.OfType<LadderOrigin.Developing>(), origin => Assert.True(
                        origin.Interval.Lower > 0 && origin.Interval.Lower <= origin.Interval.Upper
                        && double.IsFinite(origin.Interval.Upper) && double.IsFinite(origin.StandardError)));
                }
            }
        }
    }

    [Fact]
    public void Counts_ten_times_as_large_come_to_ten_times_as_much()
    {
        IReadOnlyList<double>[] triangle = [[50, 70, 95], [60, 95, 120], [40, 55, 81], [52, 80, 104], [48, 72], [100]];
        var (one, ten) = (Known(triangle), Known([.. triangle.Select(row => (IReadOnlyList<double>)[.. row.Select(c => 10 * c)])]));

        Near.Equal(10 * one.Outstanding, ten.Outstanding);
        Near.Equal(10 * one.StandardError, ten.StandardError);
    }

    [Fact]
    public void Covers_the_final_count_about_95_times_in_100()
    {
        const int Times = 2000;
        var random = new Random(Seed);
        var (covered, closed) = (0, 0);
        for (var i = 0; i < Times; i++)
        {
            // 24 months of about 150 events, each reported at once, one or two months later.
            var months = Enumerable.Range(0, 24).Select(_ =>
            {
                var (now, later, last) = (random.Poisson(80), random.Poisson(50), random.Poisson(20));
                return new double[] { now, now + later, now + later + last };
            }).ToList();
            var ladder = Known([.. months.Select((month, m) => (IReadOnlyList<double>)[.. month.Take(24 - m)])]);
            covered += Assert.IsType<LadderOrigin.Developing>(ladder.Origins[23]).Interval.Contains(months[23][2]) ? 1 : 0;
            closed += months[23][0] >= months[22][1] ? 1 : 0;
        }

        Assert.InRange((double)covered / Times, 0.93, 0.97);

        // As it stands, the last month nearly always looks like a fall.
        Assert.InRange((double)closed / Times, 0, 0.01);
    }

    private static ChainLadder.Known Known(
        IReadOnlyList<IReadOnlyList<double>> triangle, LastSpread last = LastSpread.LogLinear) =>
        Assert.IsType<ChainLadder.Known>(ChainLadder.Of(triangle, last));
}
