using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Planted;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Prosecutors;

/// <summary>One row a defendant in a prosecution.</summary>
internal sealed class Defendants(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "defendants",
        "case defendant unit court charge_date first_hearing_date finalised_date entered_date outcome plea plea_hearing "
        + "last_hearing dropped dropped_reason original_charge in_custody rape_flag domestic_abuse_flag hate_crime_flag "
        + "vaw_flag offence_category case_complexity victim_sex victim_age_group victim_ethnicity extract_date");

    private const int FlagMissed = 60;

    private readonly double[] entry = nation.Chance("defendants of units").Tilts(60, 0.3);

    public override void Tell(CrimeStory crime)
    {
        foreach (var going in crime.Referrals.SelectMany(referral => referral.Prosecutions))
        {
            foreach (var defendant in going.Defendants)
            {
                Write(crime, going, defendant);
            }
        }
    }

    private void Write(CrimeStory crime, Prosecution going, Defendant defendant)
    {
        var unit = SyntheticUnits.All[going.Unit].Code;
        var entered = going.Finalised?.AddDays((int)Random.LogNormal(3 * entry[going.Unit], 1));
        Write(
            crime.Case, defendant.Suspect.Person.Defendant, unit, going.Court, going.Charged,
            going.Hearings.Count > 0 ? going.Hearings[0].Date : "", Finalised(crime, going, unit),
            entered > RecordedDays.Last ? null : entered, defendant.Outcome, defendant.Plea,
            Cell.Optional(defendant.Plea is "guilty" or "mixed" ? going.PleaHearing : 0),
            Cell.Optional(going.Hearings.Count), defendant.Outcome.Length == 0 ? "" : defendant.IsDropped ? "yes" : "no",
            defendant.IsDropped ? going.StopReason : "",
            defendant.IsConvicted ? Random.YesNo(760, 40) : "", Random.InThousand(20) ? "" : going.InCustody ? "yes" : "no",
            Flag(crime.Offence.Kind == OffenceKind.Rape), Flag(crime.DomesticAbuse == "yes"), Random.YesNo(15),
            Flag(crime.Victim.Sex == "F"), crime.Offence.Category, crime.Complexity, crime.Victim.Sex,
            crime.Victim.AgeGroup, crime.Victim.Ethnicity, RecordedDays.Last);
    }

    private DateOnly? Finalised(CrimeStory crime, Prosecution going, string unit)
    {
        if (unit != RowErrors.EndBeforeCharge.Place || going.Finalised is null || !Random.InOne(RowErrors.EndBeforeCharge.Size))
        {
            return going.Finalised;
        }

        Nation.Key.Note(RowErrors.EndBeforeCharge, crime.Case);
        return going.Charged.AddDays(-1 - Random.Below(20));
    }

    /// <summary>A flag that should be there is missed now and then; one that should not be is rare.</summary>
    private string Flag(bool should) => should ? Random.YesNo(1000 - FlagMissed) : Random.YesNo(8);
}
