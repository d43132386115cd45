using Candour.Synthesis.Chance;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Files;

/// <summary>
/// One dataset of the nation: it is told every crime in turn and writes the rows that follow from it, and at the end
/// those that follow from places and months alone. Each has a random series of its own, so that a change to one leaves the
/// others as they are.
/// </summary>
internal abstract class DatasetFile(SyntheticTable table, NationDraw nation) : IDisposable
{
    private readonly RowFile rows = nation.Open(table);

    public string FileName { get; } = table.FileName;

    public long Rows => rows.Rows;

    protected NationDraw Nation { get; } = nation;

    protected StableRandom Random { get; } = nation.Chance(table.Dataset);

    public virtual void Tell(CrimeStory crime)
    {
    }

    public virtual void Conclude()
    {
    }

    public void Dispose() => rows.Dispose();

    /// <summary>Every force in every month, by index, code and first day of the month.</summary>
    protected static IEnumerable<(int Index, string Code, DateOnly Month)> ForceMonths() =>
        from force in Enumerable.Range(0, SyntheticPlaces.Forces.Count)
        from month in Enumerable.Range(0, RecordedDays.Months)
        select (force, SyntheticPlaces.Forces[force].Code, RecordedDays.Month(month));

    /// <summary>Every unit in every month in which it took cases, by index, code and first day of the month.</summary>
    protected static IEnumerable<(int Index, string Code, DateOnly Month)> UnitMonths() =>
        from unit in Enumerable.Range(0, SyntheticUnits.All.Count)
        from month in Enumerable.Range(0, RecordedDays.Months)
        where !SyntheticUnits.All[unit].IsMerged || RecordedDays.Month(month) < SyntheticUnit.MergedDay
        select (unit, SyntheticUnits.All[unit].Code, RecordedDays.Month(month));

    /// <summary>Some day of a month, the 28th at the latest.</summary>
    protected DateOnly DayIn(DateOnly month) => month.AddDays(Random.Below(28));

    /// <summary>The day, if it is known by the extract date and this draw does not hold it back.</summary>
    protected DateOnly? Known(DateOnly day, int inThousand = 1000) =>
        Random.InThousand(inThousand) && day <= RecordedDays.Last ? day : null;

    protected void Write(params ReadOnlySpan<Cell> cells) => rows.Write(cells);
}
