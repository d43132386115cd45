using Candour.Synthesis.Files;
using Candour.Synthesis.Places;

namespace Candour.Synthesis.Registers;

/// <summary>One row a panel meeting: one of each kind a force and half-year, more in larger forces.</summary>
internal sealed class ScrutinyPanels(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "scrutiny-panels",
        "panel force held_date kind academic_present third_sector_present cases_reviewed");

    private static readonly string[] Kinds = ["nfa", "outcome-codes", "hate-crime", "vawg"];

    private readonly Numbering panels = NationDraw.NumberForces("SP");

    public override void Conclude()
    {
        foreach (var (force, code, month) in ForceMonths())
        {
            foreach (var kind in Kinds)
            {
                if (Random.InOne(SyntheticPlaces.Forces[force].Size > 25 ? 0.3 : 0.15))
                {
                    Write(
                        panels.Next(force), code, DayIn(month), kind, Random.YesNo(430, 60), Random.YesNo(700, 60),
                        Random.InThousand(50) ? "" : 4 + Random.Below(17));
                }
            }
        }
    }
}
