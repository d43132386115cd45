using System.Collections;
using System.Reflection;
using Candour.Statistics;

namespace Candour.Tests.Statistics;

/// <summary>
/// Counts that data can hold, however odd: every answer is made of numbers, whatever they are put into. An answer is
/// walked through, so that a number added later is looked at, too.
/// </summary>
public sealed class ExtremeCountsTests
{
    private const int Seed = 20260611;
    private static readonly long[] Sizes = [0, 1, 2, 3, 9, 10, 100, 1_000_000_000];

    [Fact]
    public void Shares_of_any_size_have_answers_without_NaN()
    {
        var shares = Sizes.SelectMany(n => new[] { 0, 1, n / 2, n - 1, n }.Where(x => x >= 0 && x <= n).Distinct()
            .Select(x => new ShareCount(x, n))).ToList();
        foreach (var one in shares)
        {
            Sound(SampleSize.ForShareOf(one.Denominator, 0.05));
            Sound(ResponseRate.Of([new(one, 1), new(new(1, 1), 3)]));
            Sound(NetScore.Of(one.Numerator, 0, one.Rest, 1));
            Sound(NetScore.Of(0, one.Numerator, one.Rest, 1));
            foreach (var other in shares)
            {
                Sound(StratifiedShare.Of([new(one.Denominator, one), new(2_000_000_000, other)]));
                Sound(PanelCorrection.Of(
                    [one.Numerator + 1, other.Denominator + 1, 0], [new(0, 1, 1), new(1, 1, 1)]));
                Sound(TwoReviewers.Of([[one.Numerator, one.Rest], [other.Numerator, other.Rest]]));
                Sound(TwoReviewers.Of(
                    [[one.Numerator, 0, 0], [0, other.Rest, one.Rest], [0, 0, other.Numerator]], CodeOrder.Quadratic));
                Sound(ShareChange.Of([new(one, other), new(other, one)]));
                Sound(CountChange.Of([new(one, other), new(new(0, 0), one)]));
                Sound(BottomList.Of([one, other, new(3, 9), new(0, 0)], 1, Seed, 100));
                Sound(ComplementRule.Of([one.Numerator, one.Rest, other.Numerator], 10));
            }
        }
    }

    [Fact]
    public void Values_of_any_size_have_answers_without_NaN()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 300; i++)
        {
            var size = Math.Pow(10, random.Next(-3, 10));
            var values = Enumerable.Range(0, random.Next(0, 24))
                .Select(_ => size * random.Next(0, i % 3 == 0 ? 2 : 50)).ToList();
            Sound(Outliers.Modified(values));
            Sound(Outliers.Plain(values));
            Sound(FirstDigits.Of(values.Select(value => (long)value)));
            Sound(EffectiveCases.Of(values));
            Sound(StratifiedMean.Of([new(values.Count + 5, values), new(1, [size])]));
            Sound(InterruptedSeries.Of([.. values.Take(values.Count / 2)], [.. values.Skip(values.Count / 2)]));
            Sound(CompositeIndex.Of(
                [
                    new(size, ImprovementDirection.Increase,
                        [.. values.Select(value => i % 4 == 0 ? null : (double?)value)]),
                ],
                (IndexScale)(i % 3), MissingValues.Reweighed));
        }
    }

    [Fact]
    public void A_number_that_is_none_is_noticed()
    {
        Assert.ThrowsAny<Exception>(() => Sound(new Estimate.Known(double.NaN, new Interval(0, 1))));
        Assert.ThrowsAny<Exception>(() => Sound(new List<Interval> { new(2, 1) }));
        Sound(new Estimate.Known(0, new Interval(0, double.PositiveInfinity)));
    }

    private static void Sound(object? answer)
    {
        switch (answer)
        {
            case null or string or bool or Enum or long or int:
                break;
            case double number:
                Assert.False(double.IsNaN(number) || double.IsNegativeInfinity(number));
                break;
            case Interval interval:
                Assert.True(interval.Lower <= interval.Upper);
                break;
            case IEnumerable list:
                foreach (var item in list)
                {
                    Sound(item);
                }

                break;
            default:
                foreach (var property in answer.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
                    .Where(property => property.GetIndexParameters().Length == 0))
                {
                    Sound(property.GetValue(answer));
                }

                break;
        }
    }
}
