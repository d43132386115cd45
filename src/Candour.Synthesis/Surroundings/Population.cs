using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Surroundings;

/// <summary>People living in a force's area in the middle of each year, by sex and age group: about sixty for each
/// crime of the four years, in the proportions of the census of 2021, roughly.</summary>
internal sealed class Population(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "population", "force year sex age_group people");

    private const double AllPeople = 60_000_000;

    private static readonly (string Age, int InThousand)[] Ages =
    [
        ("0-12", 152), ("13-15", 36), ("16-17", 23), ("18-24", 83), ("25-34", 136), ("35-44", 131), ("45-54", 133),
        ("55-64", 120), ("65+", 186),
    ];

    public override void Conclude()
    {
        for (var force = 0; force < SyntheticPlaces.Forces.Count; force++)
        {
            var growth = 1 + (Random.Below(12) / 1000.0);
            var people = Nation.InForce(force, AllPeople);
            for (var year = RecordedDays.First.Year; year <= RecordedDays.Last.Year; year++)
            {
                foreach (var (age, inThousand) in Ages)
                {
                    Write(SyntheticPlaces.Forces[force].Code, year, "F", age, 1 + (int)(people * inThousand * 0.51 / 1000));
                    Write(SyntheticPlaces.Forces[force].Code, year, "M", age, 1 + (int)(people * inThousand * 0.49 / 1000));
                }

                people *= growth;
            }
        }
    }
}
