using Candour.Synthesis.Files;
using Candour.Synthesis.Planted;

namespace Candour.Synthesis.Workforce;

/// <summary>Pounds spent by unit, month and type; a correction now and then is below zero.</summary>
internal sealed class Costs(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "costs", "unit month cost_type pounds");

    /// <summary>A month in a large nation.</summary>
    private static readonly (string Type, double Pounds)[] Types =
    [
        ("prosecution", 4_500_000), ("administration", 2_500_000), ("counsel", 5_000_000), ("other", 800_000),
    ];

    private readonly double[] tilts = nation.Chance("costs of units").Tilts(60, 0.15);

    public override void Conclude()
    {
        foreach (var (unit, code, month) in UnitMonths())
        {
            foreach (var (type, pounds) in Types)
            {
                var usual = Nation.InUnit(unit, pounds) * ProsecutionStaff.Part(unit) * tilts[unit] * Random.LogNormal(1, 0.08);
                var more = type == "counsel" && SpecialCauses.CounselCosts.Holds(code, month) ? SpecialCauses.CounselCosts.Size : 1;
                var sign = type == "other" && Random.InThousand(25) ? -0.3 : 1;
                Write(code, Cell.Month(month), type, (int)(usual * more * sign));
            }
        }
    }
}
