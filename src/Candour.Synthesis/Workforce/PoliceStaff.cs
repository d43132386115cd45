using Candour.Synthesis.Files;

namespace Candour.Synthesis.Workforce;

/// <summary>People in post in a force, by month and role: about one investigator of rape and serious sexual offences for 170
/// crimes of the four years, who then has some fifteen cases open at a time.</summary>
internal sealed class PoliceStaff(NationDraw nation)
{
    private readonly double[] tilts = nation.Chance("police staff").Tilts(44, 0.2);

    /// <summary>Roles, and how many people hold them in a large nation.</summary>
    public static IReadOnlyList<(string Role, int People)> Roles { get; } =
        [("investigator", 6000), ("supervisor", 900), ("analyst", 260), ("digital", 340), ("other", 500)];

    /// <summary>Nobody is counted out: a role has at least one person. Numbers fell by a tenth to early 2024 and grew again.
    /// </summary>
    public int Headcount(int force, int role, int month)
    {
        var course = 1 - (0.005 * Math.Min(month, 20)) + (0.006 * Math.Max(0, month - 20));
        return Math.Max(1, (int)(nation.InForce(force, Roles[role].People) * tilts[force] * course + 0.5));
    }
}
