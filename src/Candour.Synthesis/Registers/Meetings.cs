using Candour.Synthesis.Files;

namespace Candour.Synthesis.Registers;

/// <summary>One row a meeting of a unit's managers, alone or with partners.</summary>
internal sealed class Meetings(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "meetings", "meeting unit kind held_date authority_present performance_manager");

    private readonly Numbering meetings = NationDraw.NumberUnits("ME");

    public override void Conclude()
    {
        foreach (var (unit, code, month) in UnitMonths())
        {
            Hold(unit, code, month, "monthly-managers", 940, 0, 520);
            Hold(unit, code, month, "unit", 880, 0, 180);
            Hold(unit, code, month, "team", 700, 0, 60);
            Hold(unit, code, month, "joint-performance", 640, 540, 480);
            if (month.Month % 3 == 1)
            {
                Hold(unit, code, month, "quarterly-review", 980, 0, 740);
                Hold(unit, code, month, "local-board", 860, 610, 260);
            }
        }
    }

    private void Hold(int unit, string code, DateOnly month, string kind, int held, int authority, int performance)
    {
        if (Random.InThousand(held))
        {
            Write(
                meetings.Next(unit), code, kind, DayIn(month), authority == 0 ? "" : Random.YesNo(authority, 60),
                Random.YesNo(performance, 70));
        }
    }
}
