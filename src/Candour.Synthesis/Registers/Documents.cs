using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Registers;

/// <summary>One row a document whose yearly review fell due: seven kinds a force.</summary>
internal sealed class Documents(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "documents",
        "document force kind due_date reviewed_date rubric_score next_review_date extract_date");

    private static readonly string[] Kinds =
    [
        "control-strategy", "pcc-plan", "csp-plan", "stra", "problem-profile", "capability-review", "force-action-plan",
    ];

    private static readonly Weighted<string> Scores = new(("0", 90), ("1", 310), ("2", 380), ("3", 220));

    private readonly Numbering documents = NationDraw.NumberForces("DO");

    public override void Conclude()
    {
        foreach (var (force, code, month) in ForceMonths().Where(place => place.Month.Month == 3))
        {
            foreach (var kind in Kinds)
            {
                var due = month.AddDays(Random.Below(28));
                var reviewed = Known(due.AddDays(Random.InThousand(640) ? -Random.Below(30) : 1 + Random.Below(90)), 870);
                Write(
                    documents.Next(force), code, kind, due, reviewed, reviewed is null ? "" : Scores.Draw(Random),
                    due.AddYears(1), RecordedDays.Last);
            }
        }
    }
}
