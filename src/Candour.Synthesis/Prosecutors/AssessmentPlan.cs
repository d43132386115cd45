using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Prosecutors;

/// <summary>One row a finalised file drawn for assessment, most at random within strata with the chance that the weight
/// states, a few because of what they are likely to show.</summary>
internal sealed class AssessmentPlan(NationDraw nation, FileAssessments answers) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "assessment-plan",
        "file unit question_set selection due_date assessed_date feedback_due feedback_date extract_date");

    private const int Targeted = 40;

    private readonly double[] tilts = nation.Chance("assessment-plan of units").Tilts(60, 0.06);

    public override void Tell(CrimeStory crime)
    {
        foreach (var going in crime.Referrals.SelectMany(referral => referral.Prosecutions))
        {
            if (going.Finalised is { } end)
            {
                var crown = going.Court == "crown" ? 1 : 0;
                Draw(crime, going, end, "quality-monitoring", 2 + (2 * crown));
                Draw(crime, going, end, "disclosure", 5 + crown);
                Draw(crime, going, end, "victim-letter", 6 + crown);
                Draw(crime, going, end, "paralegal", 8 + crown);
            }
        }
    }

    private void Draw(CrimeStory crime, Prosecution going, DateOnly end, string set, int one)
    {
        var targeted = Random.InThousand(Targeted);
        var due = end.AddDays(45);
        if (due > RecordedDays.Last || (!targeted && Random.Below(one) > 0))
        {
            return;
        }

        var selection = targeted ? "targeted" : "stratified";
        var assessed = Known(
            due.AddDays(Random.InThousand(850) ? -Random.Below(20) : 1 + Random.Below(60)),
            (int)Math.Min(990, 910 * tilts[going.Unit]));
        var feedback = assessed is null ? "" : Random.YesNo(900, 20);
        var given = feedback == "yes" ? Known(assessed!.Value.AddDays(3 + Random.Below(40)), 720) : null;
        Write(
            crime.Case, SyntheticUnits.All[going.Unit].Code, set, selection, due, assessed, feedback, given,
            RecordedDays.Last);
        if (assessed is { } day)
        {
            answers.Tell(crime, going, day, set, selection, targeted ? 1 : one);
        }
    }
}
