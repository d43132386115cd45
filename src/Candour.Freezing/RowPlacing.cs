using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Kernel;

namespace Candour.Freezing;

/// <summary>Whether a row has to do with a period: each text of a day is read once.</summary>
public sealed class RowPlacing(Dataset dataset, Period period)
{
    private readonly int[] any = [.. dataset.Bases.Select(basis => dataset.IndexOf(basis.PeriodField)).Distinct()];
    private readonly Dictionary<string, bool> known = new(StringComparer.Ordinal) { [""] = false };

    /// <summary>Any basis places it in the period.</summary>
    public bool Touches(MappedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return any.Any(index => Lies(row.Values[index]));
    }

    /// <summary>The rows that the first basis places in the period.</summary>
    public SourceRows Placed(SourceRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return rows.With(dataset.Bases[0].PeriodField, Lies);
    }

    /// <summary>The rows that any basis places in it.</summary>
    public SourceRows Touching(SourceRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return rows.WithAny(any.Select(index => dataset.Fields[index].Id), Lies);
    }

    private bool Lies(string text)
    {
        if (!known.TryGetValue(text, out var lies))
        {
            known[text] = lies = period.Overlaps(Intake.Periods.Of(text, dataset));
        }

        return lies;
    }
}
