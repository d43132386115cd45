using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Listening;

/// <summary>One row an invitation: to victims after an outcome, and every year to staff and support organisations. Women, and
/// people whose ethnic group is recorded, respond more often.</summary>
internal sealed class SurveyInvitations(NationDraw nation, SurveyAnswers answers) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "survey-invitations",
        "invitation force invited_date survey responded invited_sex invited_age_group invited_ethnicity");

    private const int Invited = 250;

    private readonly Numbering invitations = NationDraw.NumberForces("SI");

    public override void Tell(CrimeStory crime)
    {
        if (crime.OutcomeDate is not { } given || crime.Victim.AgeGroup is "0-12" or "13-15" || !Random.InThousand(Invited))
        {
            return;
        }

        var invited = given.AddDays(30);
        if (invited > RecordedDays.Last)
        {
            return;
        }

        var victim = crime.Victim;
        var responds = Random.InThousand((victim.Sex == "F" ? 240 : 170) + (victim.Ethnicity.Length > 0 ? 30 : -50));
        Write(
            invitations.Next(crime.Force.Index), crime.Force.Code, invited, "victim", responds ? "yes" : "no", victim.Sex,
            victim.AgeGroup, victim.Ethnicity);
        if (responds)
        {
            answers.OfVictim(crime, invited);
        }
    }

    public override void Conclude()
    {
        foreach (var (force, code, month) in ForceMonths().Where(place => place.Month.Month == 10))
        {
            Ask(force, code, month, "workforce", 6 + Random.Count(Nation.InForce(force, 9000)));
            Ask(force, code, month, "sector", 4 + Random.Count(Nation.InForce(force, 600)));
            Ask(force, code, month, "staff-wellbeing", 4 + Random.Count(Nation.InForce(force, 4000)));
        }
    }

    private void Ask(int force, string code, DateOnly month, string survey, int people)
    {
        for (; people > 0; people--)
        {
            var invited = DayIn(month);
            var responds = Random.InThousand(420);
            var sex = Random.InThousand(80) ? "" : Random.InThousand(420) ? "F" : "M";
            Write(invitations.Next(force), code, invited, survey, responds ? "yes" : "no", sex, "", "");
            if (responds)
            {
                answers.OfStaff(force, SyntheticPlaces.Forces[force].Code, invited, survey, sex);
            }
        }
    }
}
