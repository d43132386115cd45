using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;

namespace Candour.Synthesis.Registers;

/// <summary>One row a kind of space that was found to be among the riskiest.</summary>
internal sealed class Spaces(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "spaces", "space force kind method identified_date");

    private static readonly Weighted<string> Methods = new(
        ("problem-profile", 340), ("streetsafe", 240), ("survey", 150), ("partner", 190), ("other", 50), ("", 30));

    private readonly Numbering spaces = NationDraw.NumberForces("SC");

    public static Weighted<string> Kinds { get; } = new(("online", 230), ("public", 520), ("private", 250));

    public override void Conclude()
    {
        foreach (var (force, code, month) in ForceMonths())
        {
            if (Random.InThousand(160))
            {
                Write(spaces.Next(force), code, Kinds.Draw(Random), Methods.Draw(Random), DayIn(month));
            }
        }
    }
}
