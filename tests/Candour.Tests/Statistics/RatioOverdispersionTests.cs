using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class RatioOverdispersionTests
{
    private const int Seed = 20050804;

    private static readonly CountRatio[] Areas =
    [
        new(12, 10.5), new(30, 22), new(8, 15.2), new(55, 48.1), new(20, 31), new(41, 30.3), new(18, 17.7), new(90, 61.4),
        new(25, 29.9), new(33, 24.8), new(14, 19.6), new(60, 52.3),
    ];

    /// <summary>Calculated apart from this program, by the formulas of Spiegelhalter (2005) as the NHS uses them.</summary>
    [Theory]
    [InlineData(RatioScale.SquareRoot, 12, 2.0479200895436267, 0.01044374761297879, 1)]
    [InlineData(RatioScale.Logarithm, 10, 1.8085435076513636, 0.036023694633102336, 1)]
    [InlineData(RatioScale.Counts, 12, 0.9063405633730923, 0, 1.1190738699007716)]
    public void Agrees_with_the_calculated_values(RatioScale scale, int areas, double phi, double tauSquared, double target)
    {
        var dispersion = Assert.IsType<RatioOverdispersion.Known>(RatioOverdispersion.Of(Areas, scale));

        Assert.Equal(areas, dispersion.Areas);
        Near.Equal(phi, dispersion.Phi);
        Near.Equal(tauSquared, dispersion.TauSquared);
        Near.Equal(target, dispersion.Target);
    }

    [Theory]
    [InlineData(RatioScale.SquareRoot)]
    [InlineData(RatioScale.Logarithm)]
    [InlineData(RatioScale.Counts)]
    public void Chance_alone_is_no_dispersion_and_the_limits_hold_95_in_100(RatioScale scale)
    {
        var random = new Random(Seed);
        var (adjusted, inside) = (0, 0);
        for (var i = 0; i < 100; i++)
        {
            var areas = Enumerable.Range(0, 40).Select(_ => 30.0 + random.Next(60)).Select(expected => new CountRatio(
                random.Poisson(expected), scale == RatioScale.Counts ? random.Poisson(expected) : expected)).ToArray();
            var dispersion = Assert.IsType<RatioOverdispersion.Known>(RatioOverdispersion.Of(areas, scale));
            adjusted += dispersion.TauSquared > 0 ? 1 : 0;
            inside += areas.Count(area => dispersion.PlaceOf(area) == FunnelPlace.Inside);
        }

        Assert.InRange(adjusted, 0, 12);
        Assert.InRange(inside, 3680, 3920);
    }

    [Fact]
    public void What_data_can_hold_has_an_answer_without_NaN()
    {
        CountRatio[] odd = [new(0, 0), new(0, 5), new(7, 0), new(1e9, 1e9), new(0, 1e9), new(1, 1e-6)];
        foreach (var scale in Enum.GetValues<RatioScale>())
        {
            Assert.IsType<RatioOverdispersion.TooFewAreas>(RatioOverdispersion.Of([], scale));
            Assert.IsType<RatioOverdispersion.TooFewAreas>(RatioOverdispersion.Of(odd, scale));
            var known = Assert.IsType<RatioOverdispersion.Known>(RatioOverdispersion.Of([.. Areas, .. odd], scale));
            Assert.All(
                new[] { known.Phi, known.TauSquared, known.Limits(1e-3, 3).Lower, known.Limits(1e9, 3).Upper },
                value => Assert.True(double.IsFinite(value) && value >= 0));
            Assert.Equal(FunnelPlace.NotPlaced, known.PlaceOf(new(3, 0)));
            Assert.All([.. Areas, .. odd.Skip(1)], area => known.PlaceOf(area));
        }

        Assert.Equal(
            new RatioOverdispersion.TooFewAreas(0, 10),
            RatioOverdispersion.Of([.. Enumerable.Range(0, 12).Select(_ => new CountRatio(0, 4))], RatioScale.Counts));
        Assert.Throws<ArgumentOutOfRangeException>(() => RatioOverdispersion.Of([new(-1, 2)], RatioScale.Counts));
    }
}
