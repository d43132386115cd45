using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Prosecutors;

/// <summary>One row a letter that a unit received; an answer is due in 20 days.</summary>
internal sealed class Correspondence(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "correspondence", "letter unit kind received_date due_date answered_date extract_date");

    /// <summary>A month in a large nation, and for every unit however small the nation.</summary>
    private const double AMonth = 900;

    private static readonly Weighted<string> Kinds = new(
        ("complaint", 240), ("victim", 260), ("partner", 220), ("parliament", 40), ("other", 210), ("", 30));

    private readonly Numbering letters = NationDraw.NumberUnits("LE");
    private readonly double[] tilts = nation.Chance("correspondence of units").Tilts(60, 0.1);

    public override void Conclude()
    {
        foreach (var (unit, code, month) in UnitMonths())
        {
            for (var i = 1 + Random.Count(Nation.InUnit(unit, AMonth)); i > 0; i--)
            {
                var received = DayIn(month);
                var due = received.AddDays(20);
                if (due > RecordedDays.Last)
                {
                    continue;
                }

                var inTime = Random.InOne(Math.Min(0.98, 0.83 * tilts[unit]));
                var answered = inTime ? due.AddDays(-Random.Below(15)) : due.AddDays(1 + (int)Random.LogNormal(10, 0.8));
                Write(
                    letters.Next(unit), code, Kinds.Draw(Random), received, due, Known(answered, inTime ? 1000 : 850),
                    RecordedDays.Last);
            }
        }
    }
}
