using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Registers;

/// <summary>One row a check that was scheduled: seven kinds a unit and quarter.</summary>
internal sealed class ComplianceChecks(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "compliance-checks",
        "check unit kind scheduled_date done_date result action_date extract_date");

    private static readonly string[] Kinds =
    [
        "quality-return", "system-checklist", "finalisation", "hate-crime-flag", "correspondence", "victim-letters",
        "time-limits",
    ];

    private static readonly Weighted<string> Results = new(("passed", 740), ("failed", 130), ("partly", 130));

    private readonly Numbering checks = NationDraw.NumberUnits("CC");

    public override void Conclude()
    {
        foreach (var (unit, code, month) in UnitMonths().Where(place => place.Month.Month % 3 == 0))
        {
            foreach (var kind in Kinds)
            {
                var planned = DayIn(month);
                var done = Known(planned.AddDays(Random.InThousand(760) ? -Random.Below(5) : 1 + Random.Below(30)), 900);
                var result = done is null ? "" : Results.Draw(Random);
                var acted = result is "failed" or "partly" ? Known(done!.Value.AddDays(1 + Random.Below(45)), 580) : null;
                Write(checks.Next(unit), code, kind, planned, done, result, acted, RecordedDays.Last);
            }
        }
    }
}
