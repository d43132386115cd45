using System.Text;
using Candour.Statistics.Disclosure;

namespace Candour.Tests.Statistics.Disclosure;

public sealed class RoundingTests
{
    private const int Seed = 19870601;

    private static readonly byte[] Key = Encoding.UTF8.GetBytes("a key for tests alone");

    [Fact]
    public void Counts_go_up_and_down_with_the_published_chances()
    {
        var rows = PublishedValues.Csv("V49_random_rounding_probabilities.csv").ToList();

        Assert.Equal(22, rows.Count);
        foreach (var row in rows)
        {
            var (count, toBase) = ((long)row.Number("value"), (int)row.Number("base"));
            Assert.Equal(
                row.Number("p_up"), row["up_to"] == row["down_to"] ? 0 : RandomRounding.ChanceUp(count, toBase), 10);

            const int Cells = 20_000;
            var rounded = Enumerable.Range(0, Cells)
                .Select(cell => RandomRounding.Of($"cell {cell}", count, toBase, Key)).ToList();
            Assert.All(rounded, value => Assert.True(
                value == (long)row.Number("down_to") || value == (long)row.Number("up_to")));
            Assert.InRange(
                rounded.Count(value => value > count) / (double)Cells,
                row.Number("p_up") - 0.012, row.Number("p_up") + 0.012);
            Assert.InRange(rounded.Average(), row.Number("expectation") - 0.06, row.Number("expectation") + 0.06);
        }
    }

    [Fact]
    public void A_cell_is_rounded_alike_in_every_release_and_otherwise_with_another_key()
    {
        var other = Encoding.UTF8.GetBytes("another key for tests");
        var cells = Enumerable.Range(0, 200).Select(cell => $"measure/area {cell}/2024").ToList();

        var first = cells.ConvertAll(cell => RandomRounding.Of(cell, 7, 5, Key));

        Assert.Equal(first, cells.ConvertAll(cell => RandomRounding.Of(cell, 7, 5, Key)));
        Assert.NotEqual(first, cells.ConvertAll(cell => RandomRounding.Of(cell, 7, 5, other)));

        // Kept forever: a change of the draw would let releases be averaged.
        Assert.Equal([5, 5, 5, 10, 5, 10, 5, 5], first.Take(8));
    }

    [Fact]
    public void Rounded_counts_grow_with_the_counts()
    {
        for (var cell = 0; cell < 50; cell++)
        {
            var rounded = Enumerable.Range(0, 40).Select(count => RandomRounding.Of($"{cell}", count, 3, Key)).ToList();
            Assert.Equal(rounded.Order(), rounded);
        }

        Assert.Equal(1_000_000_000_000, RandomRounding.Of("x", 1_000_000_000_000, 5, Key));
        Assert.Throws<ArgumentOutOfRangeException>(() => RandomRounding.Of("x", -1, 5, Key));
        Assert.Throws<ArgumentOutOfRangeException>(() => RandomRounding.Of("x", 1, 1, Key));
        Assert.Throws<ArgumentOutOfRangeException>(() => RandomRounding.Of("x", 1, 5, Key.AsSpan(0, 15)));
    }

    [Fact]
    public void Controlled_rounding_finds_the_published_optimum()
    {
        var file = PublishedValues.Json("V47_controlled_rounding_base5.json");
        var expected = file.GetProperty("expected");
        var table = file.GetProperty("table_with_totals").EnumerateArray()
            .Select(row => row.EnumerateArray().Select(count => count.GetInt64()).ToList()).ToList();
        var tables = AdditiveTables.TwoWay(
            ["r0", "r1", "r2"], ["c0", "c1"], [.. table.Take(3).Select(row => (IReadOnlyList<long>)[.. row.Take(2)])]);

        var rounding = Assert.IsType<ControlledRounding.Known>(ControlledRounding.Of(tables, (int)file.Number("base")));

        Assert.Equal(expected.Number("zero_restricted_min_abs_distance"), rounding.Distance);
        Assert.True(rounding.Distance < file.Number("handbook_solution_abs_distance"));
        string[] columns = ["c0", "c1", "*"];
        var rounded = new[] { "r0", "r1", "r2", "*" }.Select(row => columns.Select(
            column => rounding.Counts.Single(cell => cell.Id == $"{row}|{column}").Count).ToList()).ToList();
        Assert.Contains(
            expected.GetProperty("optimal_solutions").EnumerateArray(), solution => solution.EnumerateArray()
                .Zip(rounded, (row, own) => row.EnumerateArray().Select(count => count.GetInt64()).SequenceEqual(own))
                .All(same => same));
    }

    [Fact]
    public void Controlled_rounding_adds_up_and_moves_less_than_the_base()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 30; i++)
        {
            var counts = Enumerable.Range(0, random.Next(1, 7)).Select(_ =>
                (IReadOnlyList<long>)[.. Enumerable.Range(0, 5).Select(_ => random.Next(0, 40) * (i == 0 ? 1_000_000_007L : 1))])
                .ToList();
            var tables = AdditiveTables.TwoWay(
                [.. counts.Select((_, r) => $"r{r}")], ["a", "b", "c", "d", "e"], counts);
            var toBase = random.Next(2, 8);

            var rounding = Assert.IsType<ControlledRounding.Known>(ControlledRounding.Of(tables, toBase));

            // Building tables of them refuses sums that are wrong.
            AdditiveTables.Of(rounding.Counts, tables.Sums);
            Assert.Equal(rounding.Counts.Zip(tables.Cells, (now, was) => Math.Abs(now.Count - was.Count)).Sum(), rounding.Distance);
            Assert.All(rounding.Counts.Zip(tables.Cells), pair =>
            {
                Assert.Equal(0, pair.First.Count % toBase);
                Assert.True(Math.Abs(pair.First.Count - pair.Second.Count) < toBase);
            });
        }
    }

    [Fact]
    public void Linked_tables_may_have_no_controlled_rounding()
    {
        // Each pair of three cells of 1 adds up to 2, a multiple of the base: two of three would have to differ, in a ring.
        var ring = AdditiveTables.Of(
            [new("a", 1), new("b", 1), new("c", 1), new("ab", 2), new("bc", 2), new("ca", 2)],
            [new("ab", ["a", "b"]), new("bc", ["b", "c"]), new("ca", ["c", "a"])]);

        Assert.IsType<ControlledRounding.NoneExists>(ControlledRounding.Of(ring, 2));
        Assert.Equal("none", ControlledRounding.Of(ring, 2).Match(_ => "known", _ => "none"));
        Assert.Equal("known", ControlledRounding.Of(ring, 3).Match(_ => "known", _ => "none"));
        Assert.Throws<ArgumentOutOfRangeException>(() => ControlledRounding.Of(ring, 1));
        Assert.Empty(Assert.IsType<ControlledRounding.Known>(ControlledRounding.Of(AdditiveTables.Of([], []), 5)).Counts);
    }

    [Fact]
    public void A_difference_of_a_few_is_told()
    {
        NestedCells[] pairs =
        [
            new(new("to April", 40), new("to March", 37)), new(new("to June", 45), new("to May", 40)),
            new(new("district", 12), new("town", 12)),
        ];

        Assert.Equal([new("to April", "to March", 3)], Differencing.OfNested(pairs, 5));
        Assert.Equal(2, Differencing.OfNested(pairs, 6).Count);
        Assert.Empty(Differencing.OfNested(pairs, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Differencing.OfNested([new(new("a", 1), new("b", 2))], 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Differencing.OfNested([], 0));
    }

    [Fact]
    public void Releases_that_differ_by_a_few_tell_who_was_added()
    {
        TableCell[] earlier = [new("a", 20), new("b", 30), new("c", 7), new("gone", 9)];
        TableCell[] later = [new("a", 22), new("b", 30), new("c", 3), new("d", 1), new("e", 50)];

        Assert.Equal([new("a", "a", 2), new("c", "c", -4)], Differencing.OfReleases(earlier, later, 5));
        Assert.Equal([new("a", "a", 2)], Differencing.OfReleases(earlier, later, 4));
        Assert.Throws<ArgumentException>(() => Differencing.OfReleases([new("a", 1), new("a", 1)], [], 5));
        Assert.Throws<ArgumentException>(() => Differencing.OfReleases([], [new("a", 1), new("a", 1)], 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Differencing.OfReleases([], [], 0));
    }
}
