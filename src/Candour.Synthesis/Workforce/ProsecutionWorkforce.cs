using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Workforce;

/// <summary>People in post by unit, month and role.</summary>
internal sealed class ProsecutionWorkforce(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "prosecution-workforce", "unit month role headcount fte");

    private readonly ProsecutionStaff staff = new(nation);

    public override void Conclude()
    {
        foreach (var (unit, code, month) in UnitMonths())
        {
            for (var role = 0; role < ProsecutionStaff.Roles.Count; role++)
            {
                var people = staff.Headcount(unit, role, RecordedDays.MonthOf(month));
                Write(
                    code, Cell.Month(month), ProsecutionStaff.Roles[role].Role, people,
                    Cell.Hundredths(Math.Max(50, (100 * people) - (Random.Below(14) * people))));
            }
        }
    }
}
