using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Prosecutors;

/// <summary>One row a case that was finalised, with what a resolution is made of.</summary>
internal sealed class CaseResolutions(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "case-resolutions",
        "case unit resolved_date outcome case_complexity complexity_fair practices_used held_to_account "
        + "victim_treated_well practice_uptake victim_threatened threat_reported");

    private static readonly Weighted<string> Threats = new(
        ("none", 780), ("before", 60), ("during", 70), ("after", 30), ("unknown", 60));

    private readonly double[] tilts = nation.Chance("case-resolutions of units").Tilts(60, 0.2);

    public override void Tell(CrimeStory crime)
    {
        foreach (var going in crime.Referrals.SelectMany(referral => referral.Prosecutions))
        {
            if (going.Finalised is not { } day)
            {
                continue;
            }

            var high = Random.InOne(Math.Min(0.9, 0.4 * tilts[going.Unit]));
            var convicted = going.Defendants.Any(defendant => defendant.IsConvicted);
            var threat = Random.InThousand(300) ? "" : Threats.Draw(Random);
            Write(
                crime.Case, SyntheticUnits.All[going.Unit].Code, day, going.Defendants[0].Outcome, crime.Complexity,
                Random.YesNo(900, 150), CasePractices.AreRecorded(crime, going) ? Random.YesNo(high ? 950 : 300, 40) : "",
                convicted ? "yes" : "no", Random.YesNo(high ? 740 : 600, 450),
                CasePractices.AreRecorded(crime, going) ? (high ? "high" : "low") : "",
                threat, threat is "before" or "during" or "after" ? Random.YesNo(550, 150) : "");
        }
    }
}
