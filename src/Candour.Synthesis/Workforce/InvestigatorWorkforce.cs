using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Workforce;

/// <summary>People in post by force, month and role.</summary>
internal sealed class InvestigatorWorkforce(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "investigator-workforce", "force month role headcount fte");

    private readonly PoliceStaff staff = new(nation);

    public override void Conclude()
    {
        foreach (var (force, code, month) in ForceMonths())
        {
            for (var role = 0; role < PoliceStaff.Roles.Count; role++)
            {
                var people = staff.Headcount(force, role, RecordedDays.MonthOf(month));
                Write(
                    code, Cell.Month(month), PoliceStaff.Roles[role].Role, people,
                    Cell.Hundredths(Math.Max(50, (100 * people) - (Random.Below(12) * people))));
            }
        }
    }
}
