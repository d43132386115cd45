using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Workforce;

/// <summary>One row a performance officer or manager in post at the extract and training.</summary>
internal sealed class AnalysisTraining(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "analysis-training", "person unit role requirement met_date valid_until extract_date");

    private readonly Numbering people = NationDraw.NumberUnits("TR");
    private readonly ProsecutionStaff staff = new(nation);

    public override void Conclude()
    {
        for (var unit = 0; unit < SyntheticUnits.All.Count; unit++)
        {
            for (var role = 0; role < ProsecutionStaff.Roles.Count && !SyntheticUnits.All[unit].IsMerged; role++)
            {
                var name = ProsecutionStaff.Roles[role].Role;
                for (var i = name is "performance" or "manager" ? staff.Headcount(unit, role, RecordedDays.Months - 1) : 0; i > 0; i--)
                {
                    Write(
                        people.Next(unit), SyntheticUnits.All[unit].Code, name, name == "manager" ? "reading-data" : "analysis",
                        Random.InThousand(name == "manager" ? 410 : 660) ? RecordedDays.Last.AddDays(-Random.Below(1500)) : "",
                        "", RecordedDays.Last);
                }
            }
        }
    }
}
