using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class ChangeTests
{
    private const int Seed = 19551201;

    [Fact]
    public void A_share_that_fell_because_hard_cases_grew_is_mix()
    {
        // Both groups keep their shares of 60 % and 20 %; the second grows from a quarter to three quarters.
        var change = Known([new(new(45, 75), new(15, 25)), new(new(5, 25), new(15, 75))]);

        Near.Equal(0.5, change.Before);
        Near.Equal(0.3, change.After);
        Near.Equal(-0.2, change.Mix);
        Assert.Equal(0, change.Rate, 1e-15);
        Near.Equal(-0.1, change.Groups[0].Mix);
        Near.Equal(-0.1, change.Groups[1].Mix);
    }

    [Fact]
    public void Parts_add_up_to_the_change_and_turn_with_time()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 500; i++)
        {
            var size = (int)Math.Pow(10, random.Next(1, 9));
            var groups = Enumerable.Range(0, random.Next(1, 6))
                .Select(_ => new GroupChange(Share(random, size), Share(random, size))).ToList();
            var back = groups.ConvertAll(group => new GroupChange(group.After, group.Before));

            var count = CountChange.Of(groups);
            var turned = CountChange.Of(back);
            var scale = 1e-12 * (1 + count.Before + count.After);
            Assert.Equal(count.After - count.Before, count.Volume + count.Mix + count.Rate, scale);
            Assert.Equal(count.Volume, -turned.Volume, scale);
            Assert.Equal(count.Mix, -turned.Mix, scale);
            Assert.Equal(count.Rate, -turned.Rate, scale);
            if (ShareChange.Of(groups) is ShareChange.Known share)
            {
                Assert.Equal(share.After - share.Before, share.Mix + share.Rate, 1e-12);
                Assert.Equal(share.Mix, share.Groups.Sum(part => part.Mix), 1e-12);
                Assert.Equal(share.Rate, share.Groups.Sum(part => part.Rate), 1e-12);
                Assert.Equal(share.Mix, -Known(back).Mix, 1e-12);
                Assert.Equal(share.Rate, Known([.. Enumerable.Reverse(groups)]).Rate, 1e-12);
            }
        }

        static ShareCount Share(Random random, int size)
        {
            var n = random.Next(0, size);
            return random.Next(4) == 0 ? new(0, 0) : new(random.Next(0, n + 1), n);
        }
    }

    [Fact]
    public void A_count_changes_by_volume_mix_and_rate()
    {
        // By hand, one group: 100 cases at 50 % become 120 at 60 %.
        var one = CountChange.Of([new(new(50, 100), new(72, 120))]);
        Near.Equal(20 * 0.55, one.Volume);
        Near.Equal(0.1 * 110, one.Rate);
        Assert.Equal(0, one.Mix, 1e-12);

        // Twice as many cases, everything else alike.
        var twice = CountChange.Of([new(new(10, 40), new(20, 80)), new(new(30, 60), new(60, 120))]);
        Near.Equal(40, twice.Volume);
        Assert.Equal((0, 0), (Math.Round(twice.Mix, 12), Math.Round(twice.Rate, 12)));

        var born = CountChange.Of([new(new(0, 0), new(20, 80)), new(new(0, 0), new(5, 9))]);
        Near.Equal(25, born.Volume);
        Assert.Equal((0, 0), (Math.Round(born.Mix, 12), Math.Round(born.Rate, 12)));
        Assert.Equal(new CountChange(0, 0, 0, 0, 0), CountChange.Of([]));
        Assert.Equal(new CountChange(0, 0, 0, 0, 0), CountChange.Of([new(new(0, 0), new(0, 0))]));
    }

    [Fact]
    public void A_group_that_appears_or_vanishes_is_mix_alone()
    {
        var change = Known([new(new(30, 100), new(30, 100)), new(new(0, 0), new(90, 100)), new(new(0, 0), new(0, 0))]);

        Assert.Equal(0, change.Rate);
        Near.Equal(0.3, change.Mix);
        Near.Equal(Known([new(new(30, 100), new(30, 100)), new(new(90, 100), new(0, 0))]).Mix, -0.3);
        Assert.IsType<ShareChange.NothingToCompare>(ShareChange.Of([]));
        Assert.IsType<ShareChange.NothingToCompare>(ShareChange.Of([new(new(0, 0), new(1, 2))]));
        Assert.IsType<ShareChange.NothingToCompare>(ShareChange.Of([new(new(1, 2), new(0, 0))]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ShareChange.Of([new(new(1, 2), new(3, 2))]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CountChange.Of([new(new(3, 2), new(1, 2))]));
    }

    [Fact]
    public void A_clear_step_is_told_and_chance_is_not()
    {
        var random = new Random(Seed);
        double[] flat = [.. Enumerable.Range(0, 12).Select(_ => 50 + (2 * random.Normal()))];
        double[] other = [.. Enumerable.Range(0, 12).Select(_ => 50 + (2 * random.Normal()))];

        var step = Series(flat, [.. other.Select(value => value + 20)]);
        Assert.Equal(ChangeVerdict.Higher, step.Level.Verdict);
        Assert.True(step.Level.Interval.Contains(20));
        Assert.Equal(ChangeVerdict.Lower, Series(flat, [.. other.Select(value => value - 20)]).Level.Verdict);
        Assert.Equal(ChangeVerdict.Higher, Series(flat, [.. other.Select((value, t) => value + (3 * t))]).Slope.Verdict);
        Assert.Equal(ChangeVerdict.Higher, Series(flat, [.. other.Select((value, t) => value + (3 * t))]).AtEnd.Verdict);
        var chance = Series(flat, other);
        Assert.All([chance.Level, chance.Slope, chance.AtEnd],
            change => Assert.Equal(ChangeVerdict.CannotTell, change.Verdict));

        // A line that rises before and after is no change.
        Assert.Equal(ChangeVerdict.CannotTell, Series(
            [.. flat.Select((value, t) => value + (5 * t))], [.. other.Select((value, t) => value + (5 * (t + 12)))]).Level.Verdict);
    }

    [Fact]
    public void Without_autocorrelation_the_lines_are_those_of_least_squares()
    {
        // By hand: 1 to 8 with a zigzag of ½, then 20 to 13 with the same.
        double[] zigzag = [0.5, -0.5, -0.5, 0.5, 0.5, -0.5, -0.5, 0.5];
        var change = Series(
            [.. zigzag.Select((e, t) => 1 + t + e)], [.. zigzag.Select((e, t) => 20 - t + e)]);

        Near.Equal(20 - 9, change.Level.Value, 0.02);
        Near.Equal(-2, change.Slope.Value, 0.02);
        Near.Equal(change.Level.Value + (7 * change.Slope.Value), change.AtEnd.Value);
        Assert.InRange(change.Autocorrelation, 0, 0.98);
    }

    [Fact]
    public void Moves_with_the_scale_and_the_line_of_the_series()
    {
        var random = new Random(Seed);
        double[] before = [.. Enumerable.Range(0, 10).Select(_ => random.Normal())];
        double[] after = [.. Enumerable.Range(0, 14).Select(_ => random.Normal())];
        var one = Series(before, after);
        var other = Series([.. before.Select((y, t) => 1e6 * (y + 3 + (2 * t)))], [.. after.Select((y, t) => 1e6 * (y + 3 + (2 * (t + 10))))]);

        Near.Equal(1e6 * one.Level.Value, other.Level.Value, 1e-6);
        Near.Equal(1e6 * one.Slope.Interval.Lower, other.Slope.Interval.Lower, 1e-6);
        Near.Equal(1e6 * one.AtEnd.Interval.Upper, other.AtEnd.Interval.Upper, 1e-6);
        Near.Equal(one.Autocorrelation, other.Autocorrelation, 1e-6);
    }

    [Fact]
    public void Few_points_and_exact_lines_have_no_answer()
    {
        double[] eight = [1, 2, 3, 4, 5, 6, 7, 8];

        Assert.Equal(new InterruptedSeries.TooFew(7, 8, 8), InterruptedSeries.Of(eight[..7], eight));
        Assert.Equal(new InterruptedSeries.TooFew(8, 0, 8), InterruptedSeries.Of(eight, []));
        Assert.IsType<InterruptedSeries.NoSpread>(InterruptedSeries.Of(eight, eight));
        Assert.IsType<InterruptedSeries.NoSpread>(InterruptedSeries.Of(new double[8], new double[9]));
        Assert.IsType<InterruptedSeries.NoSpread>(InterruptedSeries.Of([.. eight.Select(_ => 1e9)], [.. eight.Select(_ => 1e9)]));
        var huge = Series([.. eight.Select(y => 1e300 * (y % 3))], [.. eight.Select(y => 1e300 * (y % 2))]);
        Assert.True(double.IsFinite(huge.Level.Interval.Lower) && double.IsFinite(huge.Level.Interval.Upper));
        Assert.Throws<ArgumentOutOfRangeException>(() => InterruptedSeries.Of([double.NaN], eight));
        Assert.Throws<ArgumentOutOfRangeException>(() => InterruptedSeries.Of(eight, [double.PositiveInfinity]));
    }

    [Theory]
    [InlineData(8, 0.0)]
    [InlineData(12, 0.4)]
    [InlineData(24, 0.7)]
    public void Calls_no_change_a_change_at_most_about_five_times_in_100(int points, double rho)
    {
        const int Times = 200;
        var random = new Random(Seed);
        var (level, slope, end) = (0, 0, 0);
        for (var i = 0; i < Times; i++)
        {
            var error = random.Normal() / Math.Sqrt(1 - (rho * rho));
            var y = Enumerable.Range(0, 2 * points).Select(_ => error = (rho * error) + random.Normal()).ToList();
            var change = Series([.. y.Take(points)], [.. y.Skip(points)]);
            level += change.Level.Verdict == ChangeVerdict.CannotTell ? 1 : 0;
            slope += change.Slope.Verdict == ChangeVerdict.CannotTell ? 1 : 0;
            end += change.AtEnd.Verdict == ChangeVerdict.CannotTell ? 1 : 0;
        }

        Assert.All([level, slope, end], told => Assert.InRange((double)told / Times, 0.93, 1));
    }

    [Fact]
    public void Issues_that_come_back_are_counted_when_they_could_be_watched()
    {
        var recurrence = Assert.IsType<Recurrence.Known>(Recurrence.Of(
        [
            new(10, [12]), new(10, []), new(10, [17]), new(10, [9, 10]), new(14, [15, 16, 20]), new(15, [16]), new(19, []),
        ], 6, 20));

        Assert.Equal(new ShareCount(2, 5), recurrence.Again);
        Assert.Equal(0.4, recurrence.Share.Value);
        Assert.Equal(Wilson.Interval(2, 5), recurrence.Share.Interval);
        Assert.Equal((2, 1), (recurrence.NotYet, recurrence.NotYetButAgain));
        Assert.Equal(new Recurrence.NothingWatched(1, 0), Recurrence.Of([new(18, [])], 6, 20));
        Assert.Equal(new Recurrence.NothingWatched(0, 0), Recurrence.Of([], 6, 20));
        Assert.IsType<Recurrence.NothingWatched>(Recurrence.Of([new(int.MaxValue, [])], 1, int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => Recurrence.Of([new(21, [])], 6, 20));
        Assert.Throws<ArgumentOutOfRangeException>(() => Recurrence.Of([new(10, [21])], 6, 20));
        Assert.Throws<ArgumentOutOfRangeException>(() => Recurrence.Of([], 0, 20));
    }

    private static ShareChange.Known Known(IReadOnlyList<GroupChange> groups) =>
        Assert.IsType<ShareChange.Known>(ShareChange.Of(groups));

    private static InterruptedSeries.Known Series(IReadOnlyList<double> before, IReadOnlyList<double> after) =>
        Assert.IsType<InterruptedSeries.Known>(InterruptedSeries.Of(before, after));
}
