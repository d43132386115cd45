using Candour.Synthesis.Files;
using Candour.Synthesis.Planted;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Workforce;

/// <summary>Days lost to sickness by unit, month and role: about eight a person and year, more in winter.</summary>
internal sealed class ProsecutionSickness(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "prosecution-sickness", "unit month role days_lost");

    private readonly ProsecutionStaff staff = new(nation);
    private readonly double[] tilts = nation.Chance("prosecution-sickness of units").Tilts(60, 0.2);

    public override void Conclude()
    {
        foreach (var (unit, code, month) in UnitMonths())
        {
            for (var role = 0; role < ProsecutionStaff.Roles.Count; role++)
            {
                var people = staff.Headcount(unit, role, RecordedDays.MonthOf(month));
                var season = month.Month is 11 or 12 or 1 or 2 ? 1.25 : 0.9;
                Write(
                    code, Cell.Month(month), ProsecutionStaff.Roles[role].Role,
                    Random.Count(0.7 * people * season * tilts[unit] * Growth(code, month)));
            }
        }
    }

    private static double Growth(string unit, DateOnly month)
    {
        var trend = SpecialCauses.Sickness;
        return !trend.Holds(unit, month) ? 1
            : 1 + (trend.Size * Math.Min(12, 1 + RecordedDays.MonthOf(month) - RecordedDays.MonthOf(trend.From)));
    }
}
