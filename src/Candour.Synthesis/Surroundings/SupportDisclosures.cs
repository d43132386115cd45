using Candour.Synthesis.Files;

namespace Candour.Synthesis.Surroundings;

/// <summary>Disclosures to support services that were not reported to the police, added up by the
/// services.</summary>
internal sealed class SupportDisclosures(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "support-disclosures", "force month service reason_not_reported disclosures");

    /// <summary>A month in a large nation.</summary>
    private static readonly (string Service, int Amount)[] Services =
        [("sarc", 1100), ("isva", 1600), ("health", 900), ("refuge", 1400), ("helpline", 2600), ("other", 500)];

    private static readonly (string Reason, double Part)[] Reasons =
    [
        ("fear-offender", 0.17), ("fear-process", 0.15), ("not-believed", 0.16), ("privacy", 0.12), ("immigration", 0.04),
        ("earlier-experience", 0.09), ("does-not-want", 0.14), ("other", 0.05), ("unknown", 0.05), ("prefer-not-to-say", 0.03),
    ];

    private readonly double[] tilts = nation.Chance("support-disclosures of forces").Tilts(44, 0.25);

    public override void Conclude()
    {
        foreach (var (force, code, month) in ForceMonths())
        {
            foreach (var (service, amount) in Services)
            {
                foreach (var (reason, part) in Reasons)
                {
                    var count = Random.Count(Nation.InForce(force, amount * part * tilts[force]));
                    if (count > 0)
                    {
                        Write(code, Cell.Month(month), service, reason, count);
                    }
                }
            }
        }
    }
}
