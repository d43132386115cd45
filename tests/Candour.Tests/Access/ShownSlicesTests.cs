using Candour.Access;

namespace Candour.Tests.Access;

/// <summary>
/// A viewer who asks again and again, and subtracts: whatever they were shown, no group below the floor can be worked out
/// along any way of cutting.
/// </summary>
public sealed class ShownSlicesTests
{
    private static readonly string[] Areas = ["u1", "u2", "u3", "u4"];
    private static readonly string[] Sexes = ["f", "m", "x"];

    [Fact]
    public void A_small_group_is_withheld_and_nobody_is_shown()
    {
        Assert.False(new ShownSlices().MayShow("four", Slice(["u1"], 0, 1), [4]));
        Assert.True(new ShownSlices().MayShow("five", Slice(["u1"], 0, 1), [5]));
        Assert.True(new ShownSlices().MayShow("none", Slice(["u1"], 0, 1), [0]));
        Assert.False(new ShownSlices().MayShow("part of a share", Slice(["u1"], 0, 1), [100, 98, 2]));
    }

    [Fact]
    public void The_rest_of_what_was_shown_is_withheld()
    {
        var shown = new ShownSlices();
        Assert.True(shown.MayShow("all", Slice(["u1", "u2"], 0, 1), [100]));

        Assert.False(shown.MayShow("but three", Slice(["u1"], 0, 1), [97]));
        Assert.True(shown.MayShow("but none", Slice(["u2"], 0, 1), [100]));
    }

    [Fact]
    public void It_does_not_matter_which_was_asked_first()
    {
        var shown = new ShownSlices();
        Assert.True(shown.MayShow("part", Slice(["u1"], 0, 1), [97]));

        Assert.False(shown.MayShow("all", Slice(["u1", "u2"], 0, 1), [100]));
    }

    [Fact]
    public void The_last_of_several_parts_is_withheld_when_it_leaves_a_few()
    {
        var shown = new ShownSlices();
        Assert.True(shown.MayShow("all", Slice(Areas, 0, 1), [100]));
        Assert.True(shown.MayShow("women", Slice(Areas, 0, 1, "f"), [80]));

        Assert.False(shown.MayShow("men", Slice(Areas, 0, 1, "m"), [17]));
    }

    [Fact]
    public void An_answer_stays_whatever_comes_later()
    {
        var shown = new ShownSlices();
        Assert.False(shown.MayShow("small", Slice(["u1"], 0, 1), [3]));
        Assert.True(shown.MayShow("large", Slice(["u2"], 0, 1), [30]));

        Assert.False(shown.MayShow("small", Slice(["u1"], 0, 1), [3]));
        Assert.True(shown.MayShow("large", Slice(["u2"], 0, 1), [30]));
    }

    /// <summary>Random questions over random rows, each seed another viewer; the attacker takes apart what was shown.</summary>
    [Fact]
    public void No_sequence_of_questions_tells_of_a_few_people()
    {
        var (asked, told) = (0, 0);
        for (var seed = 0; seed < 300; seed++)
        {
            var draws = new Candour.Statistics.SeededDraws((ulong)seed);
            var rows = Enumerable.Range(0, 120).Select(_ => (
                Area: Areas[draws.Below(4)], Month: draws.Below(4), Sex: Sexes[draws.Below(20) switch { < 14 => 0, < 18 => 1, _ => 2 }])).ToList();
            var shown = new ShownSlices();
            var known = new List<(Slice Slice, long Count)>();
            for (var question = 0; question < 60; question++)
            {
                var slice = Asked(draws);
                var count = rows.LongCount(row => In(slice, row));
                asked++;
                if (shown.MayShow(Name(slice), slice, [count]) && !known.Exists(one => Name(one.Slice) == Name(slice)))
                {
                    known.Add((slice, count));
                    told++;
                }
            }

            foreach (var (whole, count) in known)
            {
                foreach (var parts in Partitions(whole, known))
                {
                    Assert.False(SmallNumbers.IsSmall(count - parts), $"Seed {seed}: {count} less {parts}");
                }
            }
        }

        // A rule that shows nothing would pass too.
        Assert.InRange(told / (double)asked, 0.1, 0.9);
    }

    /// <summary>Sums of one or two known slices that lie in the whole and are apart from each other, cut one way.</summary>
    private static IEnumerable<long> Partitions(Slice whole, List<(Slice Slice, long Count)> known)
    {
        var parts = known.Where(one => Name(one.Slice) != Name(whole) && whole.Holds(one.Slice)).ToList();
        foreach (var first in parts)
        {
            yield return first.Count;
            foreach (var second in parts.Where(other => other.Slice.IsApartFrom(first.Slice) && SameCut(whole, first.Slice, other.Slice)))
            {
                yield return first.Count + second.Count;
            }
        }
    }

    private static bool SameCut(Slice whole, Slice one, Slice other) =>
        Cuts(whole, one).Order().SequenceEqual(Cuts(whole, other).Order()) && Cuts(whole, one).Count() == 1;

    private static IEnumerable<string> Cuts(Slice whole, Slice part)
    {
        if (!whole.Areas.SetEquals(part.Areas))
        {
            yield return "area";
        }

        if ((whole.FromMonth, whole.UntilMonth) != (part.FromMonth, part.UntilMonth))
        {
            yield return "time";
        }

        if (whole.Where.Count != part.Where.Count)
        {
            yield return "sex";
        }
    }

    private static Slice Asked(Candour.Statistics.SeededDraws draws)
    {
        var from = draws.Below(4);
        var areas = draws.Below(3) switch { 0 => Areas, 1 => Areas[..2], _ => [Areas[draws.Below(4)]] };
        return draws.Below(2) == 0
            ? Slice(areas, from, from + 1 + draws.Below(4 - from))
            : Slice(areas, from, from + 1 + draws.Below(4 - from), Sexes[draws.Below(3)]);
    }

    private static bool In(Slice slice, (string Area, int Month, string Sex) row) =>
        slice.Areas.Contains(row.Area) && slice.FromMonth <= row.Month && row.Month < slice.UntilMonth
        && (!slice.Where.TryGetValue("sex", out var sexes) || sexes.Contains(row.Sex));

    private static string Name(Slice slice) =>
        $"{string.Join(',', slice.Areas.Order())} {slice.FromMonth}-{slice.UntilMonth} {string.Join(',', slice.Where.Values.SelectMany(codes => codes))}";

    private static Slice Slice(IEnumerable<string> areas, int from, int until, params string[] sexes) => new(
        areas.ToHashSet(StringComparer.Ordinal), from, until,
        sexes.Length == 0
            ? new Dictionary<string, IReadOnlySet<string>>()
            : new Dictionary<string, IReadOnlySet<string>> { ["sex"] = sexes.ToHashSet(StringComparer.Ordinal) });
}
