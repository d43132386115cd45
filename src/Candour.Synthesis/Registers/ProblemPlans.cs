using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Registers;

/// <summary>One row a problem-solving plan.</summary>
internal sealed class ProblemPlans(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "problem-plans",
        "plan space force kind started_date assess_by_date assessed_date effect extract_date");

    private static readonly Weighted<string> Effects = new(("effective", 380), ("not-effective", 220), ("cannot-tell", 400));

    private readonly Numbering plans = NationDraw.NumberForces("PP");

    public override void Conclude()
    {
        foreach (var (force, code, month) in ForceMonths())
        {
            if (!Random.InThousand(110))
            {
                continue;
            }

            var started = DayIn(month);
            var due = started.AddDays(270);
            var assessed = Known(due.AddDays(Random.InThousand(600) ? -Random.Below(60) : Random.Below(150)), 660);
            Write(
                plans.Next(force), new Reference("SYN-SC-" + code.ToUpperInvariant() + "-", 1 + Random.Below(5)), code,
                Spaces.Kinds.Draw(Random), started, due, assessed, assessed is null ? "" : Effects.Draw(Random),
                RecordedDays.Last);
        }
    }
}
