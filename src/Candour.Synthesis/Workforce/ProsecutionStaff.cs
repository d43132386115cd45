using Candour.Synthesis.Files;
using Candour.Synthesis.Places;

namespace Candour.Synthesis.Workforce;

/// <summary>People in post in a prosecution unit, by month and role.</summary>
internal sealed class ProsecutionStaff(NationDraw nation)
{
    private readonly double[] tilts = nation.Chance("prosecution staff").Tilts(60, 0.15);

    /// <summary>Roles, and how many people hold them in a large nation.</summary>
    public static IReadOnlyList<(string Role, int People)> Roles { get; } =
    [
        ("prosecutor", 2600), ("advocate", 500), ("paralegal", 900), ("case-progression", 500), ("administration", 900),
        ("performance", 60), ("manager", 400),
    ];

    /// <summary>The part of its forces' work that a unit of the kind does.</summary>
    public static double Part(int unit) => SyntheticUnits.All[unit].Kind switch
    {
        "general" => 0.6,
        "rasso" => 0.35,
        _ => 0.1,
    };

    /// <summary>Nobody is counted out: a role has at least one person. Numbers grow slowly.</summary>
    public int Headcount(int unit, int role, int month)
    {
        var people = nation.InUnit(unit, Roles[role].People) * Part(unit) * tilts[unit] * (1 + (0.002 * month));
        return Math.Max(1, (int)(people + 0.5));
    }
}
