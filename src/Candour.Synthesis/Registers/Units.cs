using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Registers;

/// <summary>One row a unit that submits work.</summary>
internal sealed class Units(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "units", "unit kind opened_date closed_date extract_date");

    public override void Conclude()
    {
        foreach (var unit in SyntheticUnits.All)
        {
            Write(
                unit.Code, unit.Kind, new DateOnly(2011, 4, 1).AddDays(Random.Below(2000)),
                unit.IsMerged ? SyntheticUnit.MergedDay : "", RecordedDays.Last);
        }
    }
}
