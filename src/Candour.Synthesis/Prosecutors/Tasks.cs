using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Prosecutors;

/// <summary>One row a task of the case management system, two to five for each case.</summary>
internal sealed class Tasks(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "tasks", "task case unit kind created_date due_date completed_date rework extract_date");

    private static readonly Weighted<string> Kinds = new(
        ("case-progression", 330), ("review", 240), ("finalisation", 90), ("victim-contact", 130), ("disclosure", 140),
        ("other", 70));

    private readonly Numbering tasks = NationDraw.NumberUnits("T");
    private readonly double[] tilts = nation.Chance("tasks of units").Tilts(60, 0.25);

    public override void Tell(CrimeStory crime)
    {
        foreach (var referral in crime.Referrals)
        {
            for (var i = 2 + Random.Below(4); i > 0; i--)
            {
                var created = referral.Received.AddDays(Random.Below(200));
                if (created > RecordedDays.Last)
                {
                    continue;
                }

                var done = created.AddDays((int)Random.LogNormal(9 * tilts[referral.Unit], 0.9));
                var isDone = done <= RecordedDays.Last && !Random.InThousand(25);
                Write(
                    tasks.Next(referral.Unit), crime.Case, SyntheticUnits.All[referral.Unit].Code, Kinds.Draw(Random),
                    created, created.AddDays(7 + (7 * Random.Below(3))), isDone ? done : "",
                    isDone ? Random.YesNo(140, 60) : "", RecordedDays.Last);
            }
        }
    }
}
