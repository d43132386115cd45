using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class ManyTestsTests
{
    private const int Seed = 19950101;

    [Theory]
    [InlineData("V38_benjamini_hochberg.csv")]
    [InlineData("V39_benjamini_hochberg_more.csv")]
    public void Agree_with_the_published_values(string file)
    {
        var rows = PublishedValues.Csv(file).ToList();
        var p = rows.Select(row => row.Number("p")).ToList();

        var discovery = ManyTests.BenjaminiHochberg(p);
        var family = ManyTests.Holm(p);

        Assert.True(rows.Count >= 10);
        for (var i = 0; i < rows.Count; i++)
        {
            Near.Equal(rows[i].Number("bh_adjusted"), discovery[i]);
            if (rows[i].ContainsKey("holm_adjusted"))
            {
                Near.Equal(rows[i].Number("holm_adjusted"), family[i]);
            }
        }
    }

    [Fact]
    public void Keep_the_order_lie_between_p_and_1_and_do_not_depend_on_the_order_of_the_list()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 200; i++)
        {
            var p = Enumerable.Range(0, random.Next(1, 30)).Select(_ => Math.Round(random.NextDouble(), 2)).ToList();
            var shuffled = p.Order().ToList();
            foreach (var correct in new Func<IReadOnlyList<double>, IReadOnlyList<double>>[]
                { ManyTests.BenjaminiHochberg, ManyTests.Holm })
            {
                var adjusted = correct(p);
                var sorted = correct(shuffled);
                for (var j = 0; j < p.Count; j++)
                {
                    Assert.InRange(adjusted[j], p[j], 1);
                    Assert.Equal(sorted[shuffled.LastIndexOf(p[j])], adjusted[j], 1e-15);
                }

                Assert.Equal(sorted.Order(), sorted);
            }

            Assert.All(ManyTests.BenjaminiHochberg(p).Zip(ManyTests.Holm(p)), both => Assert.True(
                both.First <= both.Second + 1e-15));
        }
    }

    [Fact]
    public void One_p_stays_as_it_is_none_gives_none_and_no_share_is_refused()
    {
        Assert.Equal([0.03], ManyTests.BenjaminiHochberg([0.03]));
        Assert.Equal([0.03], ManyTests.Holm([0.03]));
        Assert.Empty(ManyTests.Holm([]));
        Assert.Equal([0, 1], ManyTests.BenjaminiHochberg([0, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ManyTests.Holm([double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ManyTests.BenjaminiHochberg([1.1]));
    }
}
