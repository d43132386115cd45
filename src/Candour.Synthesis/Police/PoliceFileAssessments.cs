using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Police;

/// <summary>One row an answered question on a police file: the yearly review of files, the panel on cases with no further
/// action, and digital notices and strategies.</summary>
internal sealed class PoliceFileAssessments(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "police-file-assessments",
        "assessment file force assessed_date question_set question answer cause offence selection stratum weight");

    private const int Targeted = 2;

    private static readonly string[] WholeFile =
    [
        "engagement-informed", "engagement-choice", "engagement-respect", "engagement-support", "engagement-needs",
        "suspect-focus", "context-used", "lines-followed", "file-prepared", "supervised", "rights-respected",
    ];

    private static readonly string[] Engagement =
    [
        "engagement-informed", "engagement-choice", "engagement-respect", "engagement-support", "engagement-needs",
    ];

    private static readonly string[] Notice = ["dpn-complete", "dpn-proportionate", "dpn-agreement", "dpn-all-items"];

    private static readonly string[] Strategy = ["strategy-present", "strategy-proportionate"];

    private static readonly Weighted<string> Causes = new(
        ("resources", 300), ("file-quality", 190), ("communication", 180), ("disclosure", 90), ("digitisation", 70),
        ("witnesses", 50), ("other", 120));

    private readonly Numbering assessments = NationDraw.NumberForces("PA");
    private readonly double[] tilts = nation.Chance("police-file-assessments of forces").Tilts(44, 0.12);

    public override void Tell(CrimeStory crime)
    {
        if (crime.Offence.Kind != OffenceKind.Rape || crime.OutcomeDate is not { } given)
        {
            return;
        }

        var assessed = given.AddDays(20 + Random.Below(120));
        if (assessed > RecordedDays.Last)
        {
            return;
        }

        Draw(crime, assessed, "nom-file", WholeFile, 40, 620);
        if (crime.Outcome is "14" or "15" or "16" or "18")
        {
            Draw(crime, assessed, "nfa-panel", Engagement, 25, 640);
        }

        Draw(crime, assessed, "dpn-form", Notice, 60, 690);
        Draw(crime, assessed, "digital-strategy", Strategy, 60, 560);
    }

    private void Draw(CrimeStory crime, DateOnly day, string set, string[] questions, int one, int met)
    {
        var targeted = Random.InThousand(Targeted);
        if (!targeted && Random.Below(one) > 0)
        {
            return;
        }

        var assessment = assessments.Next(crime.Force.Index);
        var level = met * tilts[crime.Force.Index] * (targeted ? 0.8 : 1) * Random.LogNormal(1, 0.15) / 1000;
        foreach (var question in questions)
        {
            var answer = Random.InThousand(60) ? "not-applicable" : Random.InThousand(40) ? "cannot-assess"
                : Random.InOne(Math.Min(0.97, level)) ? "met" : "not-met";
            Write(
                assessment, crime.Case, crime.Force.Code, day, set, question, answer,
                answer == "not-met" && !Random.InThousand(250) ? Causes.Draw(Random) : "", crime.Offence.Code,
                targeted ? "targeted" : "random", targeted ? "rare" : "all", targeted ? 1 : one);
        }
    }
}
