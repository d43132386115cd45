using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Registers;

/// <summary>One row a unit that took up a good practice from elsewhere.</summary>
internal sealed class PracticeAdoptions(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "practice-adoptions", "practice unit adopted_date kind");

    private static readonly Weighted<string> Kinds = new(
        ("process", 350), ("training", 200), ("victim-care", 220), ("data", 150), ("other", 80));

    public override void Conclude()
    {
        for (var practice = 1; practice <= 24; practice++)
        {
            var found = RecordedDays.Month(2 * (practice - 1));
            var kind = Kinds.Draw(Random);
            foreach (var unit in SyntheticUnits.All.Where(unit => !unit.IsMerged && Random.InThousand(130)))
            {
                if (Known(found.AddDays(30 + Random.Below(400))) is { } adopted)
                {
                    Write(new Reference("SYN-GP-", practice), unit.Code, adopted, kind);
                }
            }
        }
    }
}
