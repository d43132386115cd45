using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Kernel;

namespace Candour.Intake.Submitting;

/// <summary>What becomes of the rows of one period when other rows take their place; a row is told by the key of its dataset.</summary>
/// <param name="Period">The period of the new row, or of the old one where it vanishes.</param>
/// <param name="Same">Rows that say what they said.</param>
/// <param name="Added">Rows whose key was not there.</param>
/// <param name="Changed">Rows whose key was there and that say something else now.</param>
/// <param name="Vanished">Rows that were there and whose key is nowhere any more.</param>
public sealed record PeriodChange(Period Period, long Same, long Added, long Changed, long Vanished)
{
    /// <summary>True when every row says what it said.</summary>
    public bool IsNone => Added == 0 && Changed == 0 && Vanished == 0;
}

/// <summary>Compares the rows that are there with those that would take their place. Pure; the order of rows is of no matter.</summary>
public static class Comparison
{
    /// <summary>The changes, a period each, in order; without periods of which neither has a row.</summary>
    public static IReadOnlyList<PeriodChange> Of(Dataset dataset, IEnumerable<MappedRow> before, IEnumerable<MappedRow> after)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var key = dataset.Key.Select(dataset.IndexOf).ToArray();
        var placed = dataset.IndexOf(dataset.Bases[0].PeriodField);
        var periods = new Dictionary<string, Period>(StringComparer.Ordinal);
        var known = new Dictionary<UInt128, (UInt128 Said, Period Period)>();
        foreach (var row in before)
        {
            known[KeyHash.Of(key.Select(index => row.Values[index]))] = (KeyHash.Of(row.Values), PeriodOf(row));
        }

        var changes = new SortedDictionary<Period, PeriodChange>();
        foreach (var row in after)
        {
            var (period, said) = (PeriodOf(row), KeyHash.Of(row.Values));
            var now = Of(period);
            changes[period] = !known.Remove(KeyHash.Of(key.Select(index => row.Values[index])), out var old) ? now with { Added = now.Added + 1 }
                : old.Said == said ? now with { Same = now.Same + 1 }
                : now with { Changed = now.Changed + 1 };
        }

        foreach (var (_, period) in known.Values)
        {
            changes[period] = Of(period) with { Vanished = Of(period).Vanished + 1 };
        }

        return [.. changes.Values];

        PeriodChange Of(Period period) => changes.TryGetValue(period, out var found) ? found : new PeriodChange(period, 0, 0, 0, 0);

        Period PeriodOf(MappedRow row)
        {
            var text = row.Values[placed];
            if (!periods.TryGetValue(text, out var period))
            {
                periods[text] = period = Periods.Of(text, dataset);
            }

            return period;
        }
    }
}
