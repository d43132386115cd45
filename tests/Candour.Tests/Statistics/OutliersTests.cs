using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class OutliersTests
{
    private const int Seed = 19930101;

    [Fact]
    public void Scores_agree_with_the_calculated_ones()
    {
        var file = PublishedValues.Json("V63_modified_z_score.json");
        var expected = file.GetProperty("expected");
        var values = file.Numbers("values");

        var modified = Assert.IsType<Outliers.Known>(Outliers.Modified(values));
        var plain = Assert.IsType<Outliers.Known>(Outliers.Plain(values));

        Assert.Equal((expected.Number("median"), expected.Number("mad")), (modified.Middle, modified.Spread));
        Assert.Equal(OutlierScale.MedianDeviation, modified.Scale);
        Assert.All(expected.Numbers("modified_z").Zip(modified.Scores), pair => Near.Equal(pair.First, pair.Second));
        Assert.All(expected.Numbers("z_sample_sd").Zip(plain.Scores), pair => Near.Equal(pair.First, pair.Second));
        Assert.Equal(expected.Numbers("flag_modified_3.5"), modified.Unusual.Select(i => (double)i));
        Assert.Equal(expected.Numbers("flag_z_3.0"), plain.Unusual.Select(i => (double)i));
        Assert.Equal(OutlierScale.StandardDeviation, plain.Scale);
    }

    [Fact]
    public void Values_that_mostly_agree_are_measured_by_their_mean_distance()
    {
        var known = Assert.IsType<Outliers.Known>(Outliers.Modified([5, 5, 5, 5, 5, 5, 5, 5, 6, 100]));

        Assert.Equal((OutlierScale.MeanDeviation, 5.0), (known.Scale, known.Middle));
        Near.Equal(9.6, known.Spread);
        Near.Equal(95 / (1.253314 * 9.6), known.Scores[9]);
        Assert.Equal([9], known.Unusual);
        Assert.Equal(new Outliers.NoSpread(7), Outliers.Modified([7, 7, 7, 7, 7]));
        Assert.Equal(new Outliers.NoSpread(7), Outliers.Plain([7, 7, 7, 7, 7]));
    }

    [Fact]
    public void A_plain_score_is_blind_in_ten_values()
    {
        double[] values = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1e9];

        Assert.Empty(Assert.IsType<Outliers.Known>(Outliers.Plain(values)).Unusual);
        Assert.Equal([9], Assert.IsType<Outliers.Known>(Outliers.Modified(values)).Unusual);
    }

    [Fact]
    public void Scores_do_not_depend_on_place_and_scale()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 200; i++)
        {
            var values = Enumerable.Range(0, random.Next(5, 30)).Select(_ => (double)random.Next(20)).ToList();
            if (Outliers.Modified(values) is not Outliers.Known one)
            {
                continue;
            }

            var other = Assert.IsType<Outliers.Known>(Outliers.Modified([.. values.Select(value => 1000 - (8 * value))]));
            Assert.Equal(one.Unusual, other.Unusual);
            Assert.All(one.Scores.Zip(other.Scores), pair => Assert.Equal(pair.First, -pair.Second, 1e-9));
            Assert.All(one.Scores, score => Assert.True(double.IsFinite(score)));
        }
    }

    [Fact]
    public void Too_few_values_have_no_middle()
    {
        Assert.Equal(new Outliers.TooFew(4, 5), Outliers.Modified([1, 2, 3, 400]));
        Assert.Equal(new Outliers.TooFew(0, 5), Outliers.Plain([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Outliers.Modified([1, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Outliers.Modified([1, 2], 0));
    }

    [Fact]
    public void First_digits_have_their_probabilities()
    {
        var rows = PublishedValues.Csv("V65_benford_first_digit.csv").ToList();

        Assert.Equal(9, rows.Count);
        foreach (var row in rows)
        {
            Near.Equal(row.Number("probability"), FirstDigits.Probability((int)row.Number("digit")), 1e-14);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => FirstDigits.Probability(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => FirstDigits.Probability(10));
    }

    [Fact]
    public void Powers_of_two_follow_the_law_and_counts_of_one_size_do_not()
    {
        var powers = Assert.IsType<FirstDigits.Known>(FirstDigits.Of(
            Enumerable.Range(0, 62).SelectMany(i => new[] { 1L << i, (long)Math.Pow(3, i % 39), 7L * (1L << (i % 59)) })));
        var even = Assert.IsType<FirstDigits.Known>(FirstDigits.Of(Enumerable.Range(100, 900).Select(i => (long)i)));

        Assert.True(powers.P > 0.5);
        Assert.All(even.Counts, count => Assert.Equal(100, count));
        Near.Equal(900 * FirstDigits.Probability(1), even.Expected[0]);
        Near.Equal(even.Expected.Sum(e => (100 - e) * (100 - e) / e), even.ChiSquare);
        Assert.True(even.P < 1e-10);
        Assert.Equal(new FirstDigits.TooFew(2, 110), FirstDigits.Of([0, 1_000_000_000, 5]));
        Assert.IsType<FirstDigits.TooFew>(FirstDigits.Of([.. Enumerable.Repeat(1L, 109), 0]));
        Assert.IsType<FirstDigits.Known>(FirstDigits.Of(Enumerable.Repeat(long.MaxValue, 110)));
        Assert.Throws<ArgumentOutOfRangeException>(() => FirstDigits.Of([-1]));
    }
}
