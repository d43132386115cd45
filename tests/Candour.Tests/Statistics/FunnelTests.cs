using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class FunnelTests
{
    private const int Seed = 20050430;

    [Fact]
    public void Places_agree_with_the_published_ones()
    {
        var rows = PublishedValues.Csv("V10_funnel_proportion_significance.csv").ToList();
        var target = rows.Sum(row => row.Number("numerator")) / rows.Sum(row => row.Number("denominator"));

        Assert.Equal(303, rows.Count);
        foreach (var row in rows)
        {
            Near.Equal(row.Number("pooled_average"), target);
            Assert.Equal(
                row["expected_class"] switch
                {
                    "Low (0.001)" => FunnelPlace.FarBelow,
                    "Low (0.025)" => FunnelPlace.Below,
                    "Not significant" => FunnelPlace.Inside,
                    "High (0.025)" => FunnelPlace.Above,
                    "High (0.001)" => FunnelPlace.FarAbove,
                    _ => FunnelPlace.NotPlaced,
                },
                Funnel.PlaceOfShare(row.Number("numerator"), row.Number("denominator"), target));
        }
    }

    [Fact]
    public void Limits_of_ratios_agree_with_the_published_ones()
    {
        var rows = PublishedValues.Csv("V23_funnel_poisson_limits.csv").ToList();

        Assert.Equal(3, rows.Count);
        foreach (var row in rows)
        {
            var usual = Funnel.RatioLimits(row.Number("expected_events"), NormalQuantile.TwoSided95);
            var wide = Funnel.RatioLimits(row.Number("expected_events"), NormalQuantile.TwoSided998);

            // The published columns have seven digits, the full ones all.
            Near.Equal(row.Number("ll95"), usual.Lower, 1e-6);
            Near.Equal(row.Number("ul95"), usual.Upper, 1e-6);
            Near.Equal(row.Number("ll998"), wide.Lower, 1e-6);
            Near.Equal(row.Number("ul998"), wide.Upper, 1e-6);
            Near.Equal(row.Number("ll95_full"), usual.Lower);
            Near.Equal(row.Number("ul95_full"), usual.Upper);
            Near.Equal(row.Number("ll998_full"), wide.Lower);
            Near.Equal(row.Number("ul998_full"), wide.Upper);
        }
    }

    [Fact]
    public void Overdispersion_agrees_with_the_published_inputs()
    {
        var file = PublishedValues.Json("V25_funnel_overdispersion_proportion.json");
        var expected = file.GetProperty("expected");
        var areas = file.Numbers("numerator").Zip(file.Numbers("denominator"), (x, n) => new WeightedShare(x, n)).ToList();

        var dispersion = Assert.IsType<Overdispersion.Known>(Overdispersion.Of(areas));

        Near.Equal(expected.Number("target"), dispersion.Target);
        Near.Equal(expected.Number("phi"), dispersion.Phi);
        Near.Equal(expected.Number("tau2"), dispersion.TauSquared);
        Near.Equal(expected.Number("winsor_low"), dispersion.Drawn.Lower);
        Near.Equal(expected.Number("winsor_high"), dispersion.Drawn.Upper);
        var outside = expected.GetProperty("outside_counts");
        var chance = dispersion with { TauSquared = 0 };
        Assert.Equal(outside.Number("95_unadj"), Outside(chance, far: false));
        Assert.Equal(outside.Number("998_unadj"), Outside(chance, far: true));
        Assert.Equal(outside.Number("95_od"), Outside(dispersion, far: false));
        Assert.Equal(outside.Number("998_od"), Outside(dispersion, far: true));

        double Outside(Overdispersion.Known limits, bool far) => areas.Count(area => limits.PlaceOf(area) switch
        {
            FunnelPlace.FarAbove or FunnelPlace.FarBelow => true,
            FunnelPlace.Above or FunnelPlace.Below => !far,
            _ => false,
        });
    }

    [Fact]
    public void A_share_is_outside_the_limits_exactly_when_the_target_is_outside_its_interval()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 20_000; i++)
        {
            var n = random.Next(1, 2000);
            var x = random.Next(0, n + 1);
            var target = Math.Clamp(((double)x / n) + (0.15 * random.Normal()), 0.001, 0.999);

            Assert.Equal(
                !Funnel.ShareLimits(target, n, NormalQuantile.TwoSided95).Contains((double)x / n),
                Funnel.PlaceOfShare(x, n, target) != FunnelPlace.Inside);
        }
    }

    [Fact]
    public void Limits_narrow_with_the_cases_and_nest()
    {
        foreach (var dispersion in new[] { 0.0, 0.002 })
        {
            var funnel = new Overdispersion.Known(0.3, 1, dispersion, new(-1, 1), 20);
            for (var n = 1.0; n < 1e9; n *= 3)
            {
                foreach (var limits in new Func<double, double, Interval>[]
                    { (c, z) => Funnel.ShareLimits(0.3, c, z), funnel.Limits, Funnel.RatioLimits })
                {
                    var (usual, wide) = (limits(n, NormalQuantile.TwoSided95), limits(n, NormalQuantile.TwoSided998));
                    var larger = limits(3 * n, NormalQuantile.TwoSided95);
                    Assert.True(wide.Lower <= usual.Lower && usual.Upper <= wide.Upper);
                    Assert.True(usual.Lower <= larger.Lower && larger.Upper <= usual.Upper);
                    Assert.True(usual.Lower >= 0);
                }
            }
        }
    }

    [Fact]
    public void Areas_that_differ_by_chance_alone_have_phi_below_1()
    {
        var random = new Random(Seed);
        var phi = Enumerable.Range(0, 100).Select(_ => Assert.IsType<Overdispersion.Known>(Overdispersion.Of(
            [.. Enumerable.Range(0, 43).Select(_ => random.Next(100, 400))
                .Select(n => new WeightedShare(random.Binomial(n, 0.3), n))])).Phi).ToList();

        // 0.68 is the variance of a normal deviate whose outer tenths are drawn in.
        Assert.InRange(phi.Average(), 0.6, 0.75);
    }

    [Fact]
    public void Ratios_are_placed_by_their_count()
    {
        Assert.Equal(FunnelPlace.Inside, Funnel.PlaceOfRatio(10, 10));
        Assert.Equal(FunnelPlace.Above, Funnel.PlaceOfRatio(20, 11));
        Assert.Equal(FunnelPlace.FarAbove, Funnel.PlaceOfRatio(40, 11));
        Assert.Equal(FunnelPlace.Below, Funnel.PlaceOfRatio(0, 5));
        Assert.Equal(FunnelPlace.FarBelow, Funnel.PlaceOfRatio(0, 50));
        Assert.Equal(FunnelPlace.NotPlaced, Funnel.PlaceOfRatio(0, 0));
    }

    [Fact]
    public void Empty_areas_and_too_few_of_them_are_said_so()
    {
        Assert.Equal(FunnelPlace.NotPlaced, Funnel.PlaceOfShare(0, 0, 0.5));
        Assert.Equal(new Overdispersion.TooFewAreas(9, 10), Overdispersion.Of(
            [.. Enumerable.Repeat(new WeightedShare(1, 2), 9), new WeightedShare(0, 0)]));
        var none = Assert.IsType<Overdispersion.Known>(
            Overdispersion.Of([.. Enumerable.Repeat(new WeightedShare(0, 1_000_000_000), 10)]));
        Assert.Equal((0, 0, 0), (none.Target, none.Phi, none.TauSquared));
        Assert.Equal(0, none.Limits(1, NormalQuantile.TwoSided95).Lower);
        Assert.Equal(FunnelPlace.Inside, none.PlaceOf(new(0, 5)));
        var all = Assert.IsType<Overdispersion.Known>(
            Overdispersion.Of([.. Enumerable.Repeat(new WeightedShare(3, 3), 10)]));
        Assert.Equal(1, all.Limits(7, NormalQuantile.TwoSided95).Upper);
        Assert.Throws<ArgumentOutOfRangeException>(() => Overdispersion.Of([new(3, 2)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Funnel.PlaceOfShare(3, 2, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Funnel.ShareLimits(0.5, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Funnel.RatioLimits(0, 1));
    }
}
