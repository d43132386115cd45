using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;

namespace Candour.Synthesis.Registers;

/// <summary>One row an assertion of a unit's annual certificate: nine topics a year. Fewer than half were
/// tested.</summary>
internal sealed class CertificateAssertions(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "certificate-assertions",
        "assertion unit topic year_start signed_date tested_date test_result audit_verdict");

    private static readonly string[] Topics =
    [
        "operational-risk", "people", "change", "resources", "propriety", "roles", "guidance-training", "planning",
        "information-systems",
    ];

    private static readonly Weighted<string> Results = new(("passed", 710), ("failed", 110), ("partly", 180));

    private static readonly Weighted<string> Verdicts = new(("confirmed", 720), ("not-confirmed", 280));

    private readonly Numbering assertions = NationDraw.NumberUnits("AS");

    public override void Conclude()
    {
        foreach (var (unit, code, month) in UnitMonths().Where(place => place.Month.Month == 4))
        {
            foreach (var topic in Topics)
            {
                var signed = Known(month.AddYears(1).AddDays(Random.Below(40)));
                if (signed is null)
                {
                    continue;
                }

                var tested = Random.InThousand(430) ? month.AddDays(Random.Below(360)) : (DateOnly?)null;
                Write(
                    assertions.Next(unit), code, topic, month, signed, tested, tested is null ? "" : Results.Draw(Random),
                    Random.InThousand(300) ? Verdicts.Draw(Random) : "not-examined");
            }
        }
    }
}
