using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Police;

/// <summary>One row a suspect named in a crime.</summary>
internal sealed class Suspects(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "suspects",
        "crime suspect force named_date suspect_sex suspect_age_group offence suspect_ethnicity relationship vawg status "
        + "arrest_date decision decision_date disruption_plan order_date extract_date");

    public override void Tell(CrimeStory crime)
    {
        foreach (var suspect in crime.Suspects)
        {
            var person = suspect.Person;
            Write(
                crime.Crime, person.Suspect, crime.Force.Code, suspect.Named, person.Sex, person.AgeGroup,
                crime.Offence.Code, person.Ethnicity, crime.Relationship, crime.Vawg, suspect.Status, suspect.ArrestDate,
                suspect.Decision, suspect.DecisionDate, suspect.DisruptionPlan, suspect.OrderDate, RecordedDays.Last);
        }
    }
}
