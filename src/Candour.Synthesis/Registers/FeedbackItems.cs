using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;

namespace Candour.Synthesis.Registers;

/// <summary>One row an adverse comment by a judge or an adverse care review.</summary>
internal sealed class FeedbackItems(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "feedback-items", "item unit received_date kind cause court");

    private static readonly Weighted<string> Causes = new(
        ("disclosure", 300), ("review-late", 210), ("witnesses", 150), ("communication", 140), ("file-quality", 100),
        ("other", 100));

    private readonly Numbering items = NationDraw.NumberUnits("FI");

    public override void Conclude()
    {
        foreach (var (unit, code, month) in UnitMonths())
        {
            for (var i = Random.Count(0.12 + Nation.InUnit(unit, 20)); i > 0; i--)
            {
                Write(
                    items.Next(unit), code, DayIn(month), Random.InThousand(620) ? "judicial-comment" : "care-review",
                    Random.InThousand(120) ? "" : Causes.Draw(Random), Random.InThousand(720) ? "crown" : "magistrates");
            }
        }
    }
}
