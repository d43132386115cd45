using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Registers;

/// <summary>One row a learning point of a panel that fell due.</summary>
internal sealed class PanelLearning(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "panel-learning",
        "learning panel force kind agreed_date due_date implemented_date checked_date extract_date");

    private static readonly Weighted<string> Kinds = new(
        ("nfa", 400), ("outcome-codes", 250), ("hate-crime", 100), ("vawg", 250));

    private readonly Numbering points = NationDraw.NumberForces("LP");

    public override void Conclude()
    {
        foreach (var (force, code, month) in ForceMonths())
        {
            for (var i = Random.Count(0.8); i > 0; i--)
            {
                var agreed = DayIn(month);
                var due = agreed.AddDays(60 + (30 * Random.Below(4)));
                if (due > RecordedDays.Last)
                {
                    continue;
                }

                var done = Known(due.AddDays(Random.InThousand(600) ? -Random.Below(30) : 1 + Random.Below(90)), 780);
                Write(
                    points.Next(force), new Reference("SYN-SP-" + code.ToUpperInvariant() + "-", 1 + Random.Below(20)), code,
                    Kinds.Draw(Random), agreed, due, done,
                    done is null ? null : Known(done.Value.AddDays(60 + Random.Below(120)), 500), RecordedDays.Last);
            }
        }
    }
}
