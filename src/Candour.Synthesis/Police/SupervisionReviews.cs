using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Police;

/// <summary>One row a supervisor's review that fell due: 28 days after recording and then every 90 days, four at most,
/// while a sexual offence is under investigation.</summary>
internal sealed class SupervisionReviews(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "supervision-reviews", "review force due_date reviewed_date standard_met offence extract_date");

    private readonly Numbering reviews = NationDraw.NumberForces("SR");
    private readonly double[] tilts = nation.Chance("supervision-reviews of forces").Tilts(44, 0.15);

    public override void Tell(CrimeStory crime)
    {
        if (crime.Offence.Kind != OffenceKind.Rape)
        {
            return;
        }

        var until = crime.DecisionDate ?? crime.RemovedDate ?? RecordedDays.Last;
        var due = crime.Recorded.AddDays(28);
        for (var i = 0; i < 4 && due <= until; i++)
        {
            var done = due.AddDays(Random.InThousand(700) ? -Random.Below(6) : 1 + Random.Below(40));
            var held = done <= RecordedDays.Last && !Random.InThousand(110);
            Write(
                reviews.Next(crime.Force.Index), crime.Force.Code, due, held ? done : "",
                held ? Random.YesNo((int)Math.Min(950, 640 * tilts[crime.Force.Index]), 80) : "", crime.Offence.Code,
                RecordedDays.Last);
            due = due.AddDays(90);
        }
    }
}
