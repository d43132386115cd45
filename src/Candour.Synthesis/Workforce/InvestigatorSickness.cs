using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Workforce;

/// <summary>Days lost to sickness by force, month and role: about ten a person and year, more in winter.</summary>
internal sealed class InvestigatorSickness(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "investigator-sickness", "force month role days_lost");

    private readonly PoliceStaff staff = new(nation);
    private readonly double[] tilts = nation.Chance("investigator-sickness of forces").Tilts(44, 0.2);

    public override void Conclude()
    {
        foreach (var (force, code, month) in ForceMonths())
        {
            for (var role = 0; role < PoliceStaff.Roles.Count; role++)
            {
                var people = staff.Headcount(force, role, RecordedDays.MonthOf(month));
                var season = month.Month is 11 or 12 or 1 or 2 ? 1.25 : 0.9;
                Write(code, Cell.Month(month), PoliceStaff.Roles[role].Role, Random.Count(0.85 * people * season * tilts[force]));
            }
        }
    }
}
