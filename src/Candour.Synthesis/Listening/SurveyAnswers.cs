using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Planted;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Listening;

/// <summary>One row an answer. A response has a number of its own, which nothing else carries.</summary>
internal sealed class SurveyAnswers(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "survey-answers",
        "response force answered_date survey question agency answer respondent_sex respondent_age_group "
        + "respondent_ethnicity relationship case_complexity");

    private static readonly Weighted<string> Agencies = new(
        ("police", 640), ("prosecutor", 120), ("court", 80), ("advocate", 110), ("health", 50));

    private static readonly Weighted<string> Favourable = new(("strongly-agree", 350), ("agree", 650));

    private static readonly Weighted<string> Others = new(
        ("neither", 330), ("disagree", 370), ("strongly-disagree", 240), ("dont-know", 30), ("not-applicable", 20),
        ("prefer-not-to-say", 10));

    private static readonly (string Question, int Favourable)[] AboutTreatment =
        [("respected", 600), ("satisfied", 450), ("informed", 420)];

    private static readonly (string Question, int Yes)[] YesOrNo =
        [("justice-served", 260), ("threatened-before", 170), ("threatened-during", 150), ("threatened-after", 90)];

    private readonly Numbering responses = NationDraw.NumberForces("SV");
    private readonly double[] tilts = nation.Chance("survey-answers of forces").Tilts(44, 0.1);

    public void OfVictim(CrimeStory crime, DateOnly invited)
    {
        var day = invited.AddDays(Random.Below(21));
        if (day > RecordedDays.Last)
        {
            return;
        }

        var response = responses.Next(crime.Force.Index);
        foreach (var (question, favourable) in AboutTreatment)
        {
            var less = question == "respected" && SpecialCauses.LessRespect.Holds(crime.Force.Code, day) ? SpecialCauses.LessRespect.Size : 0;
            var share = (favourable * tilts[crime.Force.Index] / 1000) - less;
            Write(crime, response, day, question, Agencies.Draw(Random), Graded(share));
        }

        foreach (var (question, yes) in YesOrNo)
        {
            var answer = Random.InThousand(50) ? "prefer-not-to-say" : Random.InThousand(40) ? "dont-know" : Random.YesNo(yes);
            Write(crime, response, day, question, "all", answer);
        }
    }

    public void OfStaff(int force, string code, DateOnly invited, string survey, string sex)
    {
        var day = invited.AddDays(Random.Below(21));
        var response = responses.Next(force);
        (string Question, int Favourable)[] questions = survey switch
        {
            "workforce" => [("challenge-sexism", 560), ("would-challenge", 720)],
            "sector" => [("sector-rating", 450)],
            _ => [("burnout", 0)],
        };
        foreach (var (question, favourable) in questions)
        {
            var answer = question == "burnout" ? (Random.InOne(0.34 * tilts[force]) ? "high" : "low")
                : Graded(favourable * tilts[force] / 1000);
            Write(response, code, day, survey, question, "police", answer, sex, "", "", "", "");
        }
    }

    private string Graded(double share) =>
        Random.InThousand(25) ? "" : (Random.InOne(Math.Clamp(share, 0.02, 0.98)) ? Favourable : Others).Draw(Random);

    private void Write(CrimeStory crime, Reference response, DateOnly day, string question, string agency, string answer) => Write(
        response, crime.Force.Code, day, "victim", question, agency, answer, crime.Victim.Sex, crime.Victim.AgeGroup,
        crime.Victim.Ethnicity, crime.Relationship, crime.Complexity);
}
