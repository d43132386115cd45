using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Surroundings;

/// <summary>Answers of a yearly survey of victims about the police, added up before they arrive.</summary>
internal sealed class VictimExperience(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "victim-experience", "force year question answer relationship responses");

    private static readonly string[] Questions = ["overall-experience", "informed", "respected"];

    /// <summary>Answers a year in a large nation.</summary>
    private static readonly (string Relationship, int Amount)[] Relationships =
    [
        ("partner", 1500), ("ex-partner", 1700), ("family", 700), ("acquaintance", 2600), ("stranger", 1500), ("other", 500),
        ("unknown", 300),
    ];

    private static readonly (string Answer, double Part)[] Answers =
    [
        ("strongly-agree", 0.14), ("agree", 0.31), ("neither", 0.15), ("disagree", 0.19), ("strongly-disagree", 0.15),
        ("dont-know", 0.06),
    ];

    private readonly double[] tilts = nation.Chance("victim-experience of forces").Tilts(44, 0.12);

    public override void Conclude()
    {
        for (var force = 0; force < SyntheticPlaces.Forces.Count; force++)
        {
            for (var year = RecordedDays.First.Year; year < RecordedDays.Last.Year; year++)
            {
                foreach (var question in Questions)
                {
                    Ask(force, year, question);
                }
            }
        }
    }

    private void Ask(int force, int year, string question)
    {
        foreach (var (relationship, amount) in Relationships)
        {
            foreach (var (answer, part) in Answers)
            {
                var favourable = answer is "agree" or "strongly-agree" ? tilts[force] : 1;
                var count = Random.Count(0.05 + Nation.InForce(force, amount * part * favourable));
                if (count > 0)
                {
                    Write(SyntheticPlaces.Forces[force].Code, year, question, answer, relationship, count);
                }
            }
        }
    }
}
