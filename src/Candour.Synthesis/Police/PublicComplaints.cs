using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Police;

/// <summary>One row an allegation of violence or abuse by police, made by the public.</summary>
internal sealed class PublicComplaints(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "public-complaints",
        "allegation force made_date allegation_type offence_alleged outcome finalised_date extract_date");

    /// <summary>A month, in a large nation.</summary>
    private const double AMonth = 150;

    private static readonly Weighted<string> Outcomes = new(
        ("service-acceptable", 520), ("service-not-acceptable", 90), ("case-to-answer", 40), ("no-case-to-answer", 110),
        ("learning", 60), ("not-resolved", 90), ("withdrawn", 90));

    private readonly Numbering allegations = NationDraw.NumberForces("PC");
    private readonly double[] tilts = nation.Chance("public-complaints of forces").Tilts(44, 0.3);

    public override void Conclude()
    {
        for (var force = 0; force < tilts.Length; force++)
        {
            for (var month = 0; month < RecordedDays.Months; month++)
            {
                for (var i = Random.Count(Nation.InForce(force, AMonth * tilts[force])); i > 0; i--)
                {
                    var made = RecordedDays.Month(month).AddDays(Random.Below(28));
                    var ended = made.AddDays((int)Random.LogNormal(130, 0.8));
                    var final = ended <= RecordedDays.Last;
                    Write(
                        allegations.Next(force), Places.SyntheticPlaces.Forces[force].Code, made, Allegations.Type.Draw(Random),
                        Random.YesNo(330, 120), final ? Outcomes.Draw(Random) : "", final ? ended : "", RecordedDays.Last);
                }
            }
        }
    }
}
