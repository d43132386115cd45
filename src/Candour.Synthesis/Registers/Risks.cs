using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Registers;

/// <summary>One row a risk of a unit's register as it stood at the extract.</summary>
internal sealed class Risks(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "risks",
        "risk unit level category influence opened_date closed_date review_due_date reviewed_date "
        + "countermeasure indicator duplicates_corporate extract_date");

    private static readonly Weighted<string> Categories = new(
        ("people", 190), ("quality", 250), ("efficiency", 160), ("digital", 120), ("partners", 170), ("victims", 110));

    private static readonly Weighted<string> Influences = new(("own", 420), ("shared", 400), ("little", 140), ("", 40));

    private readonly Numbering risks = NationDraw.NumberUnits("RI");

    public override void Conclude()
    {
        for (var unit = 0; unit < SyntheticUnits.All.Count; unit++)
        {
            for (var i = 4 + Random.Below(7); i > 0; i--)
            {
                var corporate = Random.InThousand(150);
                var due = RecordedDays.Last.AddDays(-Random.Below(120));
                Write(
                    risks.Next(unit), SyntheticUnits.All[unit].Code, corporate ? "corporate" : "area",
                    Categories.Draw(Random), Influences.Draw(Random), RecordedDays.Last.AddDays(-130 - Random.Below(1200)),
                    Random.InThousand(130) ? RecordedDays.Last.AddDays(-Random.Below(100)) : "", due,
                    Random.InThousand(180) ? "" : Known(due.AddDays(Random.InThousand(620) ? -Random.Below(20) : Random.Below(60))),
                    Random.YesNo(640, 50), Random.YesNo(300, 50), corporate ? "" : Random.YesNo(380, 80), RecordedDays.Last);
            }
        }
    }
}
