using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Police;

/// <summary>One row a duty that fell due: information at the report (held by the larger forces only), referral to support,
/// news of a decision, the chance to make a statement after a charge, and news of the end of a prosecution.</summary>
internal sealed class VictimsCodeDuties(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "victims-code-duties",
        "duty victim force right due_date met_date enhanced offence victim_sex victim_age_group victim_ethnicity extract_date");

    private const int HoldsInformationAtReport = 12;

    private readonly Numbering duties = NationDraw.NumberForces("VC");
    private readonly double[] tilts = nation.Chance("victims-code-duties of forces").Tilts(44, 0.12);

    public override void Tell(CrimeStory crime)
    {
        foreach (var victim in crime.Victims)
        {
            var enhanced = Random.InThousand(80) ? "" : crime.Offence.IsSexual || Random.InThousand(400) ? "yes" : "no";
            var days = enhanced == "yes" ? 1 : 5;
            if (crime.Force.Index < HoldsInformationAtReport)
            {
                Due(crime, victim, "3", crime.Recorded.AddDays(5), 900, enhanced);
            }

            Due(crime, victim, "4", crime.Recorded.AddDays(days + 1), 820, enhanced);
            if (crime.DecisionDate is { } decision)
            {
                Due(crime, victim, "6", decision.AddDays(days), 740, enhanced);
            }

            foreach (var prosecution in crime.Referrals.SelectMany(referral => referral.Prosecutions))
            {
                Due(crime, victim, "7", prosecution.Charged.AddDays(28), 700, enhanced);
                if (prosecution.Finalised is { } end)
                {
                    Due(crime, victim, "9", end.AddDays(days), 860, enhanced);
                }
            }
        }
    }

    private void Due(CrimeStory crime, Victim victim, string right, DateOnly due, int inTime, string enhanced)
    {
        if (due > RecordedDays.Last)
        {
            return;
        }

        var met = Random.InOne(inTime * Math.Min(1.15, tilts[crime.Force.Index]) / 1000)
            ? due.AddDays(-Random.Below(Math.Min(4, 1 + due.DayNumber - crime.Recorded.DayNumber)))
            : due.AddDays(1 + (int)Random.LogNormal(12, 1));
        DateOnly? done = met > RecordedDays.Last || (met > due && Random.InThousand(350)) ? null : met;
        Write(
            duties.Next(crime.Force.Index), victim.Reference, crime.Force.Code, right, due, done, enhanced,
            crime.Offence.Code, victim.Sex, victim.AgeGroup, victim.Ethnicity, RecordedDays.Last);
    }
}
