using Candour.Store.Closings;

namespace Candour.Freezing;

/// <summary>What one restatement changed of one figure.</summary>
/// <param name="Late">The adjustment that was accepted: which period, why, by whom, when.</param>
/// <param name="Number">1 for the first restatement of the period.</param>
/// <param name="Measure">Id of the measure.</param>
/// <param name="Area">Code of the area.</param>
/// <param name="First">What was said when the period was frozen, in words.</param>
/// <param name="Before">What was said before this restatement.</param>
/// <param name="After">What is said since.</param>
public sealed record Revision(Adjustment Late, int Number, string Measure, string Area, string First, string Before, string After);

/// <summary>The revisions table: what was said first, and what each restatement changed. Pure.</summary>
public static class Revisions
{
    /// <summary>Every figure that a restatement moved, by dataset, period, restatement, area and measure.</summary>
    /// <param name="adjustments">The late rows that were accepted, of any periods.</param>
    /// <param name="freezes">What the periods were read from, one after the other: the order of their restatements.</param>
    /// <param name="effects">What an adjustment does, as whoever looks may see it.</param>
    public static IReadOnlyList<Revision> Of(
        IEnumerable<Adjustment> adjustments, IEnumerable<Freeze> freezes, Func<Adjustment, IReadOnlyList<AdjustmentEffect>> effects)
    {
        ArgumentNullException.ThrowIfNull(adjustments);
        ArgumentNullException.ThrowIfNull(freezes);
        ArgumentNullException.ThrowIfNull(effects);
        var accepted = adjustments.Where(one => one is { Kind: AdjustmentKind.Late, State: AdjustmentState.Accepted }).ToList();
        var revisions = new List<Revision>();
        foreach (var period in freezes.GroupBy(one => (one.Dataset, one.Period)).OrderBy(group => group.Key.Dataset, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Period.Start))
        {
            var first = new Dictionary<(string Area, string Measure), string>();
            var readFrom = period.OrderBy(one => one.Ordinal).ToList();
            foreach (var (before, after) in readFrom.Zip(readFrom.Skip(1)))
            {
                if (accepted.Find(one => IsRestatement(one, before, after)) is not { } late)
                {
                    continue;
                }

                foreach (var effect in effects(late))
                {
                    first.TryAdd((effect.Area, effect.Measure), effect.Before);
                    revisions.Add(new Revision(
                        late, (int)after.Ordinal - 1, effect.Measure, effect.Area, first[(effect.Area, effect.Measure)], effect.Before, effect.After));
                }
            }
        }

        return revisions;
    }

    private static bool IsRestatement(Adjustment late, Freeze before, Freeze after) =>
        late.Dataset == after.Dataset && late.Period == after.Period && late.Before == before.Snapshot.Hex && late.After == after.Snapshot.Hex
        && late.DecidedAt == after.At;
}
