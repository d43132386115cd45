using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class DistributionsTests
{
    private const double Close = 1e-10;

    [Fact]
    public void The_normal_tails_of_the_fixed_quantiles_are_round()
    {
        Near.Equal(0.025, Distributions.NormalUpperTail(NormalQuantile.TwoSided95), 1e-13);
        Near.Equal(0.001, Distributions.NormalUpperTail(NormalQuantile.TwoSided998), 1e-13);
        Near.Equal(0.05, Distributions.NormalTwoSided(-NormalQuantile.TwoSided95), 1e-13);
        Near.Equal(0.975, Distributions.NormalUpperTail(-NormalQuantile.TwoSided95), 1e-13);
        Assert.Equal(0.5, Distributions.NormalUpperTail(0), 1e-15);
        Assert.Equal(0, Distributions.NormalUpperTail(double.PositiveInfinity));
        Assert.Equal(1, Distributions.NormalUpperTail(double.NegativeInfinity));
    }

    [Theory]
    [InlineData(1e-12)]
    [InlineData(0.001)]
    [InlineData(0.025)]
    [InlineData(0.5)]
    [InlineData(0.975)]
    [InlineData(0.999)]
    public void Chi_square_of_two_degrees_is_a_logarithm(double tail)
    {
        Near.Equal(-2 * Math.Log(tail), Distributions.ChiSquareUpperQuantile(tail, 2), Close);
        Near.Equal(tail, Distributions.ChiSquareUpperTail(-2 * Math.Log(tail), 2), Close);
    }

    [Fact]
    public void Chi_square_of_even_degrees_is_a_sum_of_Poisson_chances()
    {
        foreach (var count in new[] { 1, 2, 3, 9, 10, 40, 100 })
        {
            foreach (var mean in new[] { 0.01, 0.7, 3.0, 9.5, 10, 44, 99, 101, 180 })
            {
                var (term, sum) = (Math.Exp(-mean), 0.0);
                for (var i = 0; i < count; i++)
                {
                    sum += term;
                    term *= mean / (i + 1);
                }

                Near.Equal(sum, Distributions.ChiSquareUpperTail(2 * mean, 2 * count), Close);
            }
        }
    }

    [Fact]
    public void Quantiles_give_back_their_tails()
    {
        foreach (var degrees in new[] { 0.5, 1, 2, 3, 7, 20, 111, 1e4, 1e6, 2e9 })
        {
            foreach (var tail in new[] { 0.001, 0.025, 0.3, 0.5, 0.8, 0.975, 0.999 })
            {
                var upper = Distributions.ChiSquareUpperQuantile(tail, degrees);
                Near.Equal(tail, Distributions.ChiSquareUpperTail(upper, degrees), degrees > 1e6 ? 1e-9 : Close);
                Near.Equal(upper, Distributions.ChiSquareQuantile(1 - tail, degrees), Close);
                if (tail < 0.5)
                {
                    var t = Distributions.StudentUpperQuantile(tail, degrees);
                    Near.Equal(2 * tail, Distributions.StudentTwoSided(t, degrees), Close);
                }
            }
        }
    }

    [Theory]
    [InlineData(0.4)]
    [InlineData(0.025)]
    [InlineData(0.001)]
    [InlineData(1e-8)]
    public void Student_has_closed_forms_for_one_and_two_degrees_and_ends_in_the_normal(double tail)
    {
        Near.Equal(1 / Math.Tan(Math.PI * tail), Distributions.StudentUpperQuantile(tail, 1), Close);
        Near.Equal(
            (1 - (2 * tail)) / Math.Sqrt(2 * tail * (1 - tail)), Distributions.StudentUpperQuantile(tail, 2), Close);
        Near.Equal(
            tail, Distributions.NormalUpperTail(Distributions.StudentUpperQuantile(tail, 1e12)), 1e-9);
    }

    [Fact]
    public void Chi_square_of_very_many_degrees_follows_the_expansion_of_its_quantile()
    {
        // Cornish and Fisher's, to the order that 2,000 million degrees leave visible.
        const double N = 2e9;
        var z = NormalQuantile.TwoSided95;
        var expected = N + (z * Math.Sqrt(2 * N)) + (2.0 / 3 * ((z * z) - 1))
            + (((z * z * z) - (7 * z)) / (9 * Math.Sqrt(2 * N)));
        Near.Equal(expected, Distributions.ChiSquareUpperQuantile(0.025, N), 1e-13);
    }

    [Fact]
    public void The_fair_binomial_quantile_is_the_first_that_reaches_its_share()
    {
        Assert.Equal(0, Distributions.FairBinomialQuantile(0.05, 0));
        Assert.Equal(0, Distributions.FairBinomialQuantile(0.05, 4));
        Assert.Equal(1, Distributions.FairBinomialQuantile(0.07, 4));
        Assert.Equal(2, Distributions.FairBinomialQuantile(0.5, 4));
        Assert.Equal(4, Distributions.FairBinomialQuantile(0.99, 4));
        Assert.Equal(4918, Distributions.FairBinomialQuantile(0.05, 10_000));
    }

    [Fact]
    public void Arguments_without_an_answer_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Distributions.NormalUpperTail(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Distributions.ChiSquareUpperTail(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Distributions.ChiSquareUpperTail(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Distributions.ChiSquareQuantile(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Distributions.ChiSquareUpperQuantile(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Distributions.StudentUpperQuantile(0.5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Distributions.FairBinomialQuantile(1, 1));
    }
}
