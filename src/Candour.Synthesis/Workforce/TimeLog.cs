using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Workforce;

/// <summary>Hours of performance staff by unit, month and activity: nearly half go into collecting.</summary>
internal sealed class TimeLog(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "time-log", "unit month activity hours");

    private const int Performance = 5;

    private static readonly (string Activity, double Part)[] Activities =
        [("collecting", 0.46), ("interpreting", 0.21), ("meetings", 0.18), ("other", 0.15)];

    private readonly ProsecutionStaff staff = new(nation);
    private readonly double[] tilts = nation.Chance("time-log of units").Tilts(60, 0.12);

    public override void Conclude()
    {
        foreach (var (unit, code, month) in UnitMonths())
        {
            var hours = 140 * staff.Headcount(unit, Performance, RecordedDays.MonthOf(month));
            foreach (var (activity, part) in Activities)
            {
                Write(code, Cell.Month(month), activity, Random.Count(hours * part * (activity == "collecting" ? tilts[unit] : 1)));
            }
        }
    }
}
