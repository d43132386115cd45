using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class TwoSharesTests
{
    private const int Seed = 19980430;

    [Fact]
    public void Agree_with_the_published_values()
    {
        var rows = PublishedValues.Csv("V36_two_proportions.csv").ToList();
        foreach (var row in rows)
        {
            var one = new ShareCount((long)row.Number("a"), (long)row.Number("n1"));
            var other = new ShareCount((long)row.Number("c"), (long)row.Number("n2"));
            var known = Near.Known(row["method"] switch
            {
                "Newcombe hybrid score" => TwoShares.Difference(one, other),
                "Katz log" => TwoShares.Ratio(one, other),
                "Woolf logit" => TwoShares.OddsRatio(one, other),
                "Wald" => DifferenceMethods.Wald(one, other),
                "Agresti-Caffo" => DifferenceMethods.AgrestiCaffo(one, other),

                // The published one, of three digits, is nearest to that without the factor N/(N − 1); with it, it is that of the note.
                "Miettinen-Nurminen score" => DifferenceMethods.Mee(one, other),
                _ => throw new InvalidOperationException(row["method"]),
            });
            Near.Equal(row.Number("estimate"), known.Value);
            if (row["lower"].Length > 0)
            {
                Near.Equal(row.Number("lower"), known.Interval.Lower);
                Near.Equal(row.Number("upper"), known.Interval.Upper);
            }
            else
            {
                Assert.Equal(row.Number("published_lower"), known.Interval.Lower, 0.001);
                Assert.Equal(row.Number("published_upper"), known.Interval.Upper, 0.001);
                var corrected = Near.Known(DifferenceMethods.MiettinenNurminen(one, other)).Interval;
                Assert.Equal((0.0270416, 0.3452912), (Math.Round(corrected.Lower, 7), Math.Round(corrected.Upper, 7)));
            }
        }

        Assert.Equal(6, rows.Count);
    }

    [Fact]
    public void Exchanged_groups_turn_the_answer_round()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 2000; i++)
        {
            var one = Any(random, (long)Math.Pow(10, random.Next(1, 10)));
            var other = Any(random, 60);

            var difference = Near.Known(TwoShares.Difference(one, other));
            var turned = Near.Known(TwoShares.Difference(other, one));
            Assert.Equal(-difference.Interval.Upper, turned.Interval.Lower, 1e-12);
            Assert.True(difference.Interval.Contains(difference.Value));
            Assert.InRange(difference.Interval.Width, 1e-9, 2);

            foreach (var ratio in new Func<ShareCount, ShareCount, double, Estimate>[]
                { TwoShares.Ratio, TwoShares.OddsRatio })
            {
                if (ratio(one, other, NormalQuantile.TwoSided95) is Estimate.Known known)
                {
                    var inverse = Near.Known(ratio(other, one, NormalQuantile.TwoSided95));
                    Near.Equal(1 / known.Interval.Upper, inverse.Interval.Lower);
                    Assert.True(known.Interval.Contains(known.Value));
                }
            }
        }
    }

    [Theory]
    [InlineData(30, 0.1, 40, 0.1)]
    [InlineData(100, 0.3, 60, 0.5)]
    [InlineData(25, 0.95, 300, 0.9)]
    public void The_interval_of_the_difference_covers_it_about_95_times_in_100(int n1, double p1, int n2, double p2)
    {
        const int Times = 4000;
        var random = new Random(Seed);
        var covered = Enumerable.Range(0, Times).Count(_ => Near.Known(TwoShares.Difference(
            new(random.Binomial(n1, p1), n1), new(random.Binomial(n2, p2), n2))).Interval.Contains(p1 - p2));

        Assert.InRange((double)covered / Times, 0.935, 0.985);
    }

    [Fact]
    public void Nothing_in_a_group_and_zero_cells_are_said_so()
    {
        var (none, all, some, empty) =
            (new ShareCount(0, 9), new ShareCount(9, 9), new ShareCount(3, 9), new ShareCount(0, 0));
        var zero = new Estimate.NotEstimable(Obstacle.ZeroCell);
        var nobody = new Estimate.NotEstimable(Obstacle.EmptyBase);

        Assert.Equal([nobody, nobody, nobody], All(some, empty));
        Assert.Equal([nobody, nobody, nobody], All(empty, empty));
        Assert.Equal(zero, TwoShares.Ratio(none, some));
        Assert.Equal(zero, TwoShares.Ratio(some, none));
        Assert.Equal(zero, TwoShares.OddsRatio(all, some));
        Assert.Equal(new Estimate.NotEstimable(Obstacle.NoSpread), TwoShares.Ratio(all, all));
        Near.Known(TwoShares.Ratio(all, some));
        Assert.Equal(1, Near.Known(TwoShares.Difference(all, none)).Interval.Upper);
        Assert.True(Near.Known(TwoShares.Difference(none, none)).Interval.Width > 0);
        Near.Known(TwoShares.Difference(new(1_000_000_000, 1_000_000_000), new(1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoShares.Difference(new(4, 3), some));
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoShares.Ratio(some, new(-1, 3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoShares.OddsRatio(some, some, double.NaN));
    }

    [Fact]
    public void Missing_groups_move_the_difference_as_far_as_any_sharing_out()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 200; i++)
        {
            var (one, other, missing) = (Any(random, 8), Any(random, 8), Any(random, 6));
            var known = Assert.IsType<MissingGroup.Known>(MissingGroup.Of(one, other, missing));
            var seen = new List<double>();
            for (var with = 0; with <= missing.Numerator; with++)
            {
                for (var without = 0; without <= missing.Rest; without++)
                {
                    var a = new ShareCount(one.Numerator + with, one.Denominator + with + without);
                    var b = new ShareCount(
                        other.Numerator + missing.Numerator - with,
                        other.Denominator + missing.Denominator - with - without);
                    seen.Add(((double)a.Numerator / a.Denominator) - ((double)b.Numerator / b.Denominator));
                }
            }

            Assert.Equal(seen.Min(), known.Bounds.Lower, 1e-12);
            Assert.Equal(seen.Max(), known.Bounds.Upper, 1e-12);
            Assert.InRange(known.Difference, known.Bounds.Lower - 1e-12, known.Bounds.Upper + 1e-12);
        }
    }

    [Fact]
    public void Bounds_say_whether_the_group_ahead_could_be_behind()
    {
        Assert.True(Bounds(new(30, 100), new(25, 100), new(10, 40)).SignCouldChange);
        Assert.False(Bounds(new(30, 100), new(25, 100), new(0, 0)).SignCouldChange);
        Assert.False(Bounds(new(90, 100), new(10, 100), new(10, 40)).SignCouldChange);
        Assert.IsType<MissingGroup.EmptyGroup>(MissingGroup.Of(new(0, 0), new(1, 2), new(1, 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => MissingGroup.Of(new(1, 2), new(1, 2), new(3, 2)));

        static MissingGroup.Known Bounds(ShareCount one, ShareCount other, ShareCount missing) =>
            Assert.IsType<MissingGroup.Known>(MissingGroup.Of(one, other, missing));
    }

    private static List<Estimate> All(ShareCount one, ShareCount other) =>
        [TwoShares.Difference(one, other), TwoShares.Ratio(one, other), TwoShares.OddsRatio(one, other)];

    private static ShareCount Any(Random random, long most)
    {
        var n = random.NextInt64(1, most + 1);
        return new ShareCount(random.NextInt64(0, n + 1), n);
    }
}
