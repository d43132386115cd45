using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Prosecutors;

/// <summary>One row a practice in a prosecution: the eight practices of the list, in a part of the cases, from 2024 on.
/// </summary>
internal sealed class CasePractices(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "case-practices", "case unit practice used reported_date reviewed case_complexity not_used_cause");

    private static readonly DateOnly Since = new(2024, 1, 1);

    private static readonly (string Practice, int Used)[] Practices =
    [
        ("early-contact", 620), ("one-prosecutor", 540), ("advocate-present", 410), ("offender-focus", 480),
        ("expert-evidence", 300), ("special-measures", 740), ("victim-consulted", 590), ("team-meeting", 260),
    ];

    private static readonly Weighted<string> Causes = new(
        ("time", 290), ("staffing", 310), ("not-known", 130), ("not-wanted", 150), ("other", 120));

    private readonly double[] tilts = nation.Chance("case-practices of units").Tilts(60, 0.2);

    /// <summary>Practices of a case are recorded; follows from its number, so that other files can say the same.</summary>
    public static bool AreRecorded(CrimeStory crime, Prosecution going) =>
        going.Charged >= Since && crime.Case.Number % 2 == 0;

    public override void Tell(CrimeStory crime)
    {
        foreach (var going in crime.Referrals.SelectMany(referral => referral.Prosecutions))
        {
            var day = going.Charged.AddDays(14 + Random.Below(60));
            if (!AreRecorded(crime, going) || day > RecordedDays.Last)
            {
                continue;
            }

            foreach (var (practice, used) in Practices)
            {
                var draw = Random.Below(1000);
                var level = used * Math.Min(1.3, tilts[going.Unit]);
                var how = draw >= 960 ? "not-applicable" : draw < level ? "used" : draw < level + 150 ? "partly" : "not-used";
                Write(
                    crime.Case, SyntheticUnits.All[going.Unit].Code, practice, Random.InThousand(40) ? "" : how, day,
                    Random.YesNo(350, 80), crime.Complexity,
                    how == "not-used" && !Random.InThousand(300) ? Causes.Draw(Random) : "");
            }
        }
    }
}
