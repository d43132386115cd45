using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Prosecutors;

/// <summary>One row a defendant in custody whose limit ran out or would have: 182 days in the Crown Court, 56 in the
/// magistrates' court (Prosecution of Offences Act 1985 and its regulations).</summary>
internal sealed class CustodyTimeLimits(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "custody-time-limits", "limit case defendant unit court expires_date missed cause");

    private const int Missed = 7;

    private static readonly Weighted<string> Causes = new(
        ("not-monitored", 250), ("late-application", 290), ("not-extended", 210), ("listing", 180), ("other", 70));

    private readonly Numbering limits = NationDraw.NumberUnits("TL");

    public override void Tell(CrimeStory crime)
    {
        foreach (var going in crime.Referrals.SelectMany(referral => referral.Prosecutions).Where(going => going.InCustody))
        {
            var expires = going.Charged.AddDays(going.Court == "crown" ? 182 : 56);
            foreach (var defendant in going.Defendants.Where(_ => expires <= RecordedDays.Last))
            {
                var missed = Random.InThousand(Missed);
                Write(
                    limits.Next(going.Unit), crime.Case, defendant.Suspect.Person.Defendant,
                    SyntheticUnits.All[going.Unit].Code, going.Court, expires, missed ? "yes" : "no",
                    missed ? Causes.Draw(Random) : "");
            }
        }
    }
}
