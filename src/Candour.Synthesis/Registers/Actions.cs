using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Registers;

/// <summary>One row an action that a unit's managers agreed, about one in two months; some issues come back within
/// a year.</summary>
internal sealed class Actions(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "actions",
        "action issue unit agency kind raised_date due_date completed_date check_due_date checked_date effect "
        + "cause extract_date");

    private static readonly Weighted<string> Agencies = new(
        ("prosecutor", 620), ("police", 210), ("court", 90), ("all", 80));

    private static readonly Weighted<string> Kinds = new(
        ("training", 270), ("process", 300), ("resource", 110), ("joint", 170), ("check", 110), ("other", 40));

    private static readonly Weighted<string> Effects = new(("effective", 340), ("not-effective", 250), ("cannot-tell", 410));

    private static readonly Weighted<string> Causes = new(
        ("file-quality", 240), ("resources", 190), ("disclosure", 170), ("review-late", 130), ("witnesses", 80),
        ("communication", 80), ("digitisation", 50), ("other", 60));

    private readonly Numbering actions = NationDraw.NumberUnits("AC");
    private readonly Numbering issues = NationDraw.NumberUnits("IS");
    private readonly Reference[] open = new Reference[60];

    public override void Conclude()
    {
        foreach (var (unit, code, month) in UnitMonths())
        {
            if (Random.InThousand(450))
            {
                continue;
            }

            var recurs = open[unit].Number > 0 && Random.InThousand(180);
            open[unit] = recurs ? open[unit] : issues.Next(unit);
            var raised = DayIn(month);
            var due = raised.AddDays(30 + (30 * Random.Below(4)));
            var completed = Known(due.AddDays(Random.InThousand(640) ? -Random.Below(20) : 1 + Random.Below(120)), 880);
            var checkDue = due.AddDays(180);
            var check = completed is null ? null : Known(checkDue.AddDays(Random.Below(60) - 30), 460);
            Write(
                actions.Next(unit), open[unit], code, Random.InThousand(150) ? "" : Agencies.Draw(Random),
                Kinds.Draw(Random), raised, due, completed, checkDue, check,
                check is null ? "" : Effects.Draw(Random), Random.InThousand(100) ? "" : Causes.Draw(Random),
                RecordedDays.Last);
        }
    }
}
