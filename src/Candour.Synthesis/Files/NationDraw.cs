using Candour.Synthesis.Chance;
using Candour.Synthesis.Places;
using Candour.Synthesis.Planted;

namespace Candour.Synthesis.Files;

/// <summary>What the files of one nation share while they are written: where they lie, the seed, the size.</summary>
internal sealed class NationDraw(string directory, int crimes, int seed)
{
    /// <summary>Crimes of a nation of the size of England and Wales in four years, about; smaller nations have as many
    /// fewer people, staff and papers.</summary>
    private const double CrimesOfALargeNation = 1_000_000;

    private static readonly string[] ForceCodes = [.. SyntheticPlaces.Forces.Select(force => force.Code)];

    private static readonly string[] UnitCodes = [.. SyntheticUnits.All.Select(unit => unit.Code)];

    private static readonly double AllSizes = SyntheticPlaces.Forces.Sum(force => force.Size);

    public int Crimes { get; } = crimes;

    public AnswerKey Key { get; } = new();

    /// <summary>How often something happens to a force in a month, when it happens so often in a large nation in a
    /// month.</summary>
    public double InForce(int force, double inNation) =>
        inNation * (Crimes / CrimesOfALargeNation) * SyntheticPlaces.Forces[force].Size / AllSizes;

    /// <summary>As <see cref="InForce"/>, for the forces that a unit serves.</summary>
    public double InUnit(int unit, double inNation) => SyntheticUnits.All[unit].Forces
        .Sum(code => InForce(Array.IndexOf(ForceCodes, code), inNation));

    public RowFile Open(SyntheticTable table) => new(directory, table);

    /// <summary>A random series that belongs to this name alone.</summary>
    public StableRandom Chance(string name)
    {
        // FNV-1a, so that the series depends on the name and on nothing else.
        var stream = 2_166_136_261u;
        foreach (var letter in name)
        {
            stream = unchecked((stream ^ letter) * 16_777_619);
        }

        return new StableRandom(seed, stream);
    }

    public static Numbering NumberForces(string kind) => new(kind, ForceCodes);

    public static Numbering NumberUnits(string kind) => new(kind, UnitCodes);
}
