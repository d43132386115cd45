using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Registers;

/// <summary>One row a recommendation to a unit by an inspectorate or auditor.</summary>
internal sealed class Recommendations(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "recommendations",
        "recommendation unit body subject made_date due_date progress assessed_date extract_date");

    private static readonly Weighted<string> Bodies = new(
        ("prosecution-inspectorate", 430), ("constabulary-inspectorate", 160), ("audit-office", 60), ("internal-audit", 310),
        ("other", 40));

    private static readonly Weighted<string> Subjects = new(("quality", 540), ("partnership", 240), ("other", 180), ("", 40));

    private static readonly Weighted<string> Progress = new(
        ("achieved", 300), ("substantial", 250), ("limited", 310), ("none", 140));

    private readonly Numbering recommendations = NationDraw.NumberUnits("RE");

    public override void Conclude()
    {
        foreach (var (unit, code, month) in UnitMonths())
        {
            for (var i = Random.Count(0.09); i > 0; i--)
            {
                var made = DayIn(month);
                var assessed = Known(made.AddDays(270 + Random.Below(200)), 900);
                Write(
                    recommendations.Next(unit), code, Bodies.Draw(Random), Subjects.Draw(Random), made, made.AddDays(365),
                    assessed is null ? "" : Progress.Draw(Random), assessed, RecordedDays.Last);
            }
        }
    }
}
