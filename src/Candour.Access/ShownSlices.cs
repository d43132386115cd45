namespace Candour.Access;

/// <summary>
/// What one viewer has been shown of one measure. A new slice is shown only if no group below the floor can be worked out
/// from it together with everything shown before: by taking it from a slice that holds it, by taking from it those it
/// holds, or by taking several that are apart from each other from one that holds them all.
/// </summary>
/// <remarks>
/// The answer for a slice, once given, stays: what was shown is shown again, what was withheld stays withheld, on every
/// page and in every file. Safe for several requests of one person at once.
/// </remarks>
public sealed class ShownSlices
{
    private const int StepsAllowed = 5_000;

    private readonly Lock asking = new();
    private readonly Dictionary<string, bool> answered = new(StringComparer.Ordinal);
    private readonly List<(Slice Slice, IReadOnlyList<long> Counts)> shown = [];

    /// <summary>Whether the slice may be shown; from then on it counts as shown.</summary>
    /// <param name="name">The same for the same slice.</param>
    /// <param name="slice">Where, when and which.</param>
    /// <param name="counts">The counts its figure is made of, always in the same order.</param>
    public bool MayShow(string name, Slice slice, IReadOnlyList<long> counts)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(slice);
        ArgumentNullException.ThrowIfNull(counts);
        lock (asking)
        {
            if (answered.TryGetValue(name, out var before))
            {
                return before;
            }

            var may = !SmallNumbers.AnySmall(counts) && !TellsSmall(slice, counts);
            answered[name] = may;
            if (may)
            {
                shown.Add((slice, counts));
            }

            return may;
        }
    }

    private bool TellsSmall(Slice slice, IReadOnlyList<long> counts)
    {
        var holders = shown.Where(one => one.Slice.Holds(slice)).ToList();
        return shown.Any(one => slice.Holds(one.Slice) && SmallNumbers.LeavesSmall(counts, one.Counts))
            || LeavesSmallOf((slice, counts))
            || holders.Any(holder => SmallNumbers.LeavesSmall(holder.Counts, counts) || LeavesSmallOf(holder, (slice, counts)));
    }

    /// <summary>Whether taking from a slice those that lie in it, one after the other, leaves a small group on the way.</summary>
    private bool LeavesSmallOf(
        (Slice Slice, IReadOnlyList<long> Counts) whole, (Slice Slice, IReadOnlyList<long> Counts)? with = null)
    {
        // Along each way of cutting: by area, by time, by one field. Slices cut in other ways too are no part of a sum.
        foreach (var cut in Cuts(whole.Slice, with?.Slice ?? whole.Slice))
        {
            var parts = shown.Where(one => one.Slice != whole.Slice && whole.Slice.Holds(one.Slice) && cut(one.Slice)).ToList();
            if (with is { } one)
            {
                if (!cut(one.Slice))
                {
                    continue;
                }

                parts = [.. parts.Where(other => other.Slice.IsApartFrom(one.Slice))];
                parts.Insert(0, one);
            }

            if (Takes(whole.Counts, parts))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether some of the parts, all apart from each other, leave a small group when they are taken away.</summary>
    /// <remarks>
    /// Only sums that nearly exhaust the whole can leave a few, so a search stops wherever all that is left to take would
    /// leave many. Should it still grow beyond bounds, the slice is withheld: doubt does not publish.
    /// </remarks>
    private static bool Takes(IReadOnlyList<long> whole, List<(Slice Slice, IReadOnlyList<long> Counts)> parts)
    {
        // What can still be taken from each part on, count by count.
        var after = new long[parts.Count + 1][];
        after[parts.Count] = new long[whole.Count];
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            after[i] = [.. after[i + 1].Zip(parts[i].Counts, (rest, count) => rest + count)];
        }

        var steps = 0;
        return Search(0, whole, []);

        bool Search(int from, IReadOnlyList<long> left, List<Slice> taken)
        {
            if (taken.Count > 0 && SmallNumbers.AnySmall(left))
            {
                return true;
            }

            if (++steps > StepsAllowed)
            {
                return true;
            }

            for (var i = from; i < parts.Count; i++)
            {
                if (left.Zip(after[i]).All(pair => pair.First == 0 || pair.First - pair.Second >= SmallNumbers.Floor))
                {
                    return false;
                }

                var (slice, counts) = parts[i];
                if (!taken.TrueForAll(slice.IsApartFrom))
                {
                    continue;
                }

                taken.Add(slice);
                if (Search(i + 1, [.. left.Zip(counts, (rest, count) => rest - count)], taken))
                {
                    return true;
                }

                taken.RemoveAt(taken.Count - 1);
            }

            return false;
        }
    }

    private IEnumerable<Func<Slice, bool>> Cuts(Slice whole, Slice asked)
    {
        yield return part => SameTime(whole, part) && SameCodes(whole, part, "");
        yield return part => whole.Areas.SetEquals(part.Areas) && SameCodes(whole, part, "");
        foreach (var field in shown.SelectMany(one => one.Slice.Where.Keys).Concat(asked.Where.Keys).Distinct().ToList())
        {
            yield return part => SameTime(whole, part) && whole.Areas.SetEquals(part.Areas) && SameCodes(whole, part, field);
        }
    }

    private static bool SameTime(Slice one, Slice other) =>
        one.FromMonth == other.FromMonth && one.UntilMonth == other.UntilMonth;

    /// <summary>The same conditions but for one field.</summary>
    private static bool SameCodes(Slice one, Slice other, string but) =>
        one.Where.Keys.Concat(other.Where.Keys).Distinct().Where(field => field != but).All(field =>
            one.Where.TryGetValue(field, out var codes) && other.Where.TryGetValue(field, out var others) && codes.SetEquals(others));
}
