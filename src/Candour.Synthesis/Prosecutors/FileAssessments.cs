using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Planted;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Prosecutors;

/// <summary>One row an answered question on an assessed file. Some files are scored by a second assessor of the unit, some
/// again by an independent one, who is less generous.</summary>
internal sealed class FileAssessments(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "file-assessments",
        "assessment file unit assessed_date question_set question answer second_answer reassessed_answer unreasonable "
        + "cause court case_outcome selection stratum weight");

    private const int ScoredTwice = 150;
    private const int AssessedAgain = 180;
    private const int LessGenerous = 20;

    private static readonly Weighted<string> Causes = new(
        ("review-late", 240), ("resources", 210), ("file-quality", 170), ("disclosure", 140), ("communication", 110),
        ("digitisation", 50), ("other", 80));

    private readonly Numbering assessments = NationDraw.NumberUnits("FA");
    private readonly double[] tilts = nation.Chance("file-assessments of units").Tilts(60, 0.1);

    public void Tell(CrimeStory crime, Prosecution going, DateOnly day, string set, string selection, int weight)
    {
        var assessment = assessments.Next(going.Unit);
        var twice = Random.InThousand(ScoredTwice);
        var again = !twice && Random.InThousand(AssessedAgain);
        var level = tilts[going.Unit] * (selection == "targeted" ? 0.8 : 1) * Random.LogNormal(1, 0.12);
        foreach (var (question, met) in Questions(set))
        {
            var answer = Answer(Math.Min(0.97, met * level / 1000));
            var independent = again ? Independent(ref answer) : "";
            Write(
                assessment, crime.Case, SyntheticUnits.All[going.Unit].Code, day, set, question, answer,
                twice ? Second(answer) : "", independent,
                !again ? "" : independent == answer ? Random.YesNo(80) : Random.YesNo(900),
                answer == "not-met" && !Random.InThousand(200) ? Causes.Draw(Random) : "", going.Court,
                going.Defendants[0].Outcome, selection,
                selection == "targeted" ? "rare" : going.Court == "crown" ? "crown-court" : "magistrates", weight);
        }
    }

    private static (string Question, int Met)[] Questions(string set) => set switch
    {
        "quality-monitoring" =>
        [
            ("initial-review", 640), ("grip", 570), ("prevented", 500), ("ineffective-prevented", 440),
            ("communication", 520), ("charging-advice", 700), ("witness-care", 760),
        ],
        "disclosure" => [("disclosure-timely", 630), ("disclosure-complete", 680)],
        "victim-letter" => [("letter-plain", 720), ("letter-explains", 660), ("letter-empathy", 610)],
        _ => [("communication", 560), ("witness-care", 740)],
    };

    private string Answer(double met) => Random.InThousand(70) ? "not-applicable"
        : Random.InThousand(25) ? "cannot-assess"
        : Random.InOne(met) ? "met" : "not-met";

    private string Second(string answer) =>
        answer is "met" or "not-met" && Random.InThousand(130) ? (answer == "met" ? "not-met" : "met") : answer;

    private string Independent(ref string answer)
    {
        if (Random.InOne(Disparities.Generosity.Size))
        {
            answer = "met";
            return "not-met";
        }

        if (!Random.InThousand(LessGenerous))
        {
            return answer;
        }

        answer = "not-met";
        return "met";
    }
}
