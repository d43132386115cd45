using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;

namespace Candour.Synthesis.Registers;

/// <summary>One row an activity with women and girls.</summary>
internal sealed class EngagementActivities(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "engagement-activities",
        "activity force held_date kind vawg_scrutiny black_and_minoritised");

    private static readonly Weighted<string> Kinds = new(
        ("panel", 260), ("listening-event", 300), ("survey", 140), ("forum", 170), ("online", 130));

    private readonly Numbering activities = NationDraw.NumberForces("EA");
    private readonly double[] tilts = nation.Chance("engagement-activities of forces").Tilts(44, 0.4);

    public override void Conclude()
    {
        foreach (var (force, code, month) in ForceMonths())
        {
            for (var i = Random.Count(0.7 * tilts[force]); i > 0; i--)
            {
                Write(
                    activities.Next(force), code, DayIn(month), Kinds.Draw(Random), Random.YesNo(520), Random.YesNo(380, 150));
            }
        }
    }
}
