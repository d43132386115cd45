using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Registers;

/// <summary>One row a unit and month whose data were to be signed off.</summary>
internal sealed class Reconciliations(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "reconciliations", "unit month_end due_date signed_date extract_date");

    private readonly double[] tilts = nation.Chance("reconciliations of units").Tilts(60, 0.12);

    public override void Conclude()
    {
        foreach (var (unit, code, month) in UnitMonths())
        {
            var end = month.AddMonths(1).AddDays(-1);
            var due = end.AddDays(15);
            var signed = due.AddDays(Random.InOne(Math.Min(0.97, 0.78 * tilts[unit])) ? -Random.Below(10) : 1 + Random.Below(30));
            Write(code, end, due, Known(signed, 960), RecordedDays.Last);
        }
    }
}
