using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;

namespace Candour.Synthesis.Registers;

/// <summary>One row a claim made in a unit's commentary; most causal ones have no evidence linked.</summary>
internal sealed class CommentaryClaims(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "commentary-claims", "claim unit made_date causal evidence cause");

    private static readonly Weighted<string> States = new(("linked", 360), ("not-linked", 550), ("contradicted", 90));

    private static readonly Weighted<string> Causes = new(
        ("file-quality", 260), ("resources", 190), ("no-court-time", 140), ("witness-absent", 120), ("disclosure", 100),
        ("court-equipment", 60), ("agents", 40), ("other", 90));

    private readonly Numbering claims = NationDraw.NumberUnits("CL");

    public override void Conclude()
    {
        foreach (var (unit, code, month) in UnitMonths().Where(place => place.Month.Month % 3 == 1))
        {
            for (var i = 2 + Random.Count(2); i > 0; i--)
            {
                var causal = Random.YesNo(640);
                Write(
                    claims.Next(unit), code, DayIn(month), causal, Random.InThousand(60) ? "" : States.Draw(Random),
                    causal == "yes" ? Causes.Draw(Random) : "");
            }
        }
    }
}
