using Candour.Synthesis.Chance;

namespace Candour.Synthesis.Places;

/// <summary>Which unit takes a case of a force: sexual offences go to the rape and serious sexual offences unit where
/// one serves the force, a few large cases to a complex casework unit, the rest to the general unit.</summary>
internal sealed class UnitsOfForces
{
    private const int ToComplexCasework = 25;

    private readonly int[] general;
    private readonly int[] rasso;
    private readonly int[] complex;
    private readonly int[] merged;

    public UnitsOfForces()
    {
        (general, rasso, complex, merged) = (Of("general"), Of("rasso"), Of("complex"), Of("area-office"));
    }

    /// <summary>Index of the unit among <see cref="SyntheticUnits.All"/>.</summary>
    public int Choose(int force, bool sexual, DateOnly received, StableRandom random) =>
        merged[force] >= 0 && received < SyntheticUnit.MergedDay ? merged[force]
        : complex[force] >= 0 && random.InThousand(ToComplexCasework) ? complex[force]
        : sexual && rasso[force] >= 0 ? rasso[force]
        : general[force];

    private static int[] Of(string kind) =>
        [.. SyntheticPlaces.Forces.Select(force => SyntheticUnits.All.ToList()
            .FindIndex(unit => unit.Kind == kind && unit.Forces.Contains(force.Code)))];
}
