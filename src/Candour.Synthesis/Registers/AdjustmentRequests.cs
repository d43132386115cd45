using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Registers;

/// <summary>One row a request to adjust data before the freeze, about one a unit and quarter.</summary>
internal sealed class AdjustmentRequests(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "adjustment-requests",
        "request unit requested_date reason decided_date decision change cases_changed extract_date");

    private static readonly Weighted<string> Reasons = new(
        ("late-entry", 330), ("wrong-code", 270), ("duplicate", 120), ("wrong-unit", 110), ("missing-row", 120), ("other", 50));

    private static readonly Weighted<string> Decisions = new(("accepted", 610), ("partly", 130), ("not-accepted", 260));

    private readonly Numbering requests = NationDraw.NumberUnits("AR");

    public override void Conclude()
    {
        foreach (var (unit, code, month) in UnitMonths())
        {
            for (var i = Random.Count(0.4); i > 0; i--)
            {
                var asked = DayIn(month);
                var decided = Known(asked.AddDays(1 + Random.Below(14)), 970);
                var decision = decided is null ? "" : Decisions.Draw(Random);
                Write(
                    requests.Next(unit), code, asked, Reasons.Draw(Random), decided, decision,
                    decision is "accepted" or "partly" ? Cell.Hundredths(Random.Below(600) - 250) : "",
                    decision is "accepted" or "partly" ? Random.Between(-6, 9) : "", RecordedDays.Last);
            }
        }
    }
}
