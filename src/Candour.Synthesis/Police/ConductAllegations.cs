using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Police;

/// <summary>One row an allegation of violence or abuse by police, raised inside the service.</summary>
internal sealed class ConductAllegations(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "conduct-allegations",
        "conduct_allegation force made_date allegation_type offence_alleged outcome finalised_date extract_date");

    /// <summary>A month, in a large nation.</summary>
    private const double AMonth = 65;

    private static readonly Weighted<string> Outcomes = new(
        ("no-case-to-answer", 480), ("learning", 160), ("written-warning", 90), ("final-warning", 80),
        ("reduction-in-rank", 5), ("dismissed", 75), ("would-have-been-dismissed", 60), ("not-proven", 50));

    private readonly Numbering allegations = NationDraw.NumberForces("CA");
    private readonly double[] tilts = nation.Chance("conduct-allegations of forces").Tilts(44, 0.3);

    public override void Conclude()
    {
        for (var force = 0; force < tilts.Length; force++)
        {
            for (var month = 0; month < RecordedDays.Months; month++)
            {
                for (var i = Random.Count(Nation.InForce(force, AMonth * tilts[force])); i > 0; i--)
                {
                    var made = RecordedDays.Month(month).AddDays(Random.Below(28));
                    var ended = made.AddDays((int)Random.LogNormal(210, 0.7));
                    var final = ended <= RecordedDays.Last;
                    Write(
                        allegations.Next(force), Places.SyntheticPlaces.Forces[force].Code, made, Allegations.Type.Draw(Random),
                        Random.YesNo(330, 120), final ? Outcomes.Draw(Random) : "", final ? ended : "", RecordedDays.Last);
                }
            }
        }
    }
}
