using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Prosecutors;

/// <summary>One row a suspect in a case that was received for a charging decision.</summary>
internal sealed class ChargingDecisions(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "charging-decisions",
        "case suspect unit received_date decision_date decision decided_by in_custody rasso offence_category "
        + "case_complexity victim_sex victim_age_group victim_ethnicity suspect_sex suspect_ethnicity extract_date");

    public override void Tell(CrimeStory crime)
    {
        foreach (var referral in crime.Referrals)
        {
            foreach (var decision in referral.Decisions)
            {
                var person = decision.Suspect.Person;
                Write(
                    crime.Case, person.Suspect, SyntheticUnits.All[referral.Unit].Code, referral.Received, decision.Date,
                    decision.Decision, decision.By, Random.InThousand(20) ? "" : referral.InCustody ? "yes" : "no",
                    crime.Offence.IsSexual ? "yes" : "no", crime.Offence.Category, crime.Complexity, crime.Victim.Sex,
                    crime.Victim.AgeGroup, crime.Victim.Ethnicity, person.Sex, person.Ethnicity, RecordedDays.Last);
            }
        }
    }
}
