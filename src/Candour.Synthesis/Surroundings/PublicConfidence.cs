using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Surroundings;

/// <summary>A survey's estimates by force and year, as they would be published.</summary>
internal sealed class PublicConfidence(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "public-confidence", "force year respondents question estimate standard_error");

    /// <summary>Shares in ten-thousandths.</summary>
    private static readonly (string Group, int Share)[] Groups =
        [("women-and-girls", 4300), ("women", 4450), ("all-adults", 4900)];

    private readonly double[] tilts = nation.Chance("public-confidence of forces").Tilts(44, 0.08);

    public override void Conclude()
    {
        for (var force = 0; force < SyntheticPlaces.Forces.Count; force++)
        {
            for (var year = RecordedDays.First.Year; year < RecordedDays.Last.Year; year++)
            {
                foreach (var (group, share) in Groups)
                {
                    var error = 150 + Random.Below(250);
                    var estimate = (int)((share * tilts[force]) + (error * Random.Normal()));
                    Write(
                        SyntheticPlaces.Forces[force].Code, year, group, "confidence-vawg",
                        Cell.TenThousandths(Math.Clamp(estimate, 500, 9500)),
                        Random.InThousand(40) ? "" : Cell.TenThousandths(error));
                }
            }
        }
    }
}
