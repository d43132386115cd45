using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Planted;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Prosecutors;

/// <summary>One row a letter to a victim that was due: after a decision not to charge, a stopped or altered prosecution, and
/// the end of the case.</summary>
internal sealed class VictimLetters(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "victim-letters",
        "letter unit kind due_date sent_date victim_sex victim_age_group victim_ethnicity extract_date");

    private const int ChargeAltered = 90;

    private readonly Numbering letters = NationDraw.NumberUnits("VL");
    private readonly double[] tilts = nation.Chance("victim-letters of units").Tilts(60, 0.07);

    public override void Tell(CrimeStory crime)
    {
        foreach (var referral in crime.Referrals)
        {
            if (referral.Prosecutions.Length == 0 && referral.Decisions.Length > 0
                && referral.Decisions[0].Date is { } decided && referral.Decisions[0].Decision.StartsWith("no-", StringComparison.Ordinal))
            {
                Due(crime, referral.Unit, "no-charge", decided);
            }

            foreach (var going in referral.Prosecutions)
            {
                if (going.Stopped is { } stopped)
                {
                    Due(crime, going.Unit, "stopped", stopped);
                }
                else if (going.Finalised is { } end)
                {
                    Due(crime, going.Unit, "outcome", end);
                }

                if (Random.InThousand(ChargeAltered))
                {
                    Due(crime, going.Unit, "altered", going.Charged.AddDays(30 + Random.Below(100)));
                }
            }
        }
    }

    private void Due(CrimeStory crime, int unit, string kind, DateOnly from)
    {
        var code = SyntheticUnits.All[unit].Code;
        foreach (var victim in crime.Victims)
        {
            var due = from.AddDays(Random.InThousand(600) ? 1 : 5);
            if (due > RecordedDays.Last)
            {
                continue;
            }

            var often = (0.84 * tilts[unit]) - (SpecialCauses.LateLetters.Holds(code, due) ? SpecialCauses.LateLetters.Size : 0);
            var inTime = Random.InOne(Math.Min(0.98, often));
            var sent = inTime ? due.AddDays(-Random.Below(2)) : due.AddDays(1 + (int)Random.LogNormal(6, 0.9));
            Write(
                letters.Next(unit), code, Random.InThousand(30) ? "" : kind, due,
                sent <= RecordedDays.Last && (inTime || !Random.InThousand(150)) ? sent : "", victim.Sex, victim.AgeGroup,
                victim.Ethnicity, RecordedDays.Last);
        }
    }
}
