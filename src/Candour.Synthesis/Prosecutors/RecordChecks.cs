using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Planted;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Prosecutors;

/// <summary>One row a field of a record that was checked against the file, for one finalised case in five.</summary>
internal sealed class RecordChecks(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "record-checks", "check record unit checked_date kind checked_field result cause selection stratum weight");

    private const int One = 5;

    private static readonly (string Kind, string Field, int Wrong)[] Fields =
    [
        ("finalisation", "final-outcome", (int)(1000 * Disparities.WrongFinalisations.Size)), ("flag", "rape-flag", 35),
        ("flag", "domestic-abuse-flag", 70), ("flag", "hate-crime-flag", 25), ("field", "victim-ethnicity", 110),
        ("field", "victim-sex", 20), ("field", "relationship", 130), ("field", "dates", 60), ("field", "offence", 25),
    ];

    private static readonly Weighted<string> Causes = new(
        ("wrong-code", 310), ("missing", 240), ("late", 130), ("misread", 120), ("system", 80), ("other", 120));

    private readonly Numbering checks = NationDraw.NumberUnits("RC");
    private readonly double[] tilts = nation.Chance("record-checks of units").Tilts(60, 0.3);

    public override void Tell(CrimeStory crime)
    {
        foreach (var going in crime.Referrals.SelectMany(referral => referral.Prosecutions))
        {
            if (going.Finalised is not { } end || Random.Below(One) > 0)
            {
                continue;
            }

            var day = end.AddDays(10 + Random.Below(50));
            if (day > RecordedDays.Last)
            {
                continue;
            }

            var check = checks.Next(going.Unit);
            foreach (var (kind, field, wrong) in Fields)
            {
                var result = Random.InThousand(50) ? "not-on-file"
                    : Random.InOne(wrong * tilts[going.Unit] / 1000) ? "wrong" : "correct";
                Write(
                    check, crime.Case, SyntheticUnits.All[going.Unit].Code, day, kind, field, result,
                    result == "wrong" ? Causes.Draw(Random) : "", "random", "all", One);
            }
        }
    }
}
