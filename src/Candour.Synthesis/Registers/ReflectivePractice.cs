using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;

namespace Candour.Synthesis.Registers;

/// <summary>One row a session of reflective practice.</summary>
internal sealed class ReflectivePractice(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "reflective-practice", "session force held_date role");

    private static readonly Weighted<string> Roles = new(
        ("investigator", 700), ("supervisor", 200), ("digital", 60), ("", 40));

    private readonly Numbering sessions = NationDraw.NumberForces("RP");

    public override void Conclude()
    {
        foreach (var (force, code, month) in ForceMonths())
        {
            for (var i = Random.Count(Nation.InForce(force, 900) + 0.3); i > 0; i--)
            {
                Write(sessions.Next(force), code, DayIn(month), Roles.Draw(Random));
            }
        }
    }
}
