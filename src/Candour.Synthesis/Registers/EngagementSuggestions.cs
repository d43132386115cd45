using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Registers;

/// <summary>One row a suggestion made in an activity.</summary>
internal sealed class EngagementSuggestions(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "engagement-suggestions",
        "suggestion activity force made_date response changed_date evidence_recorded black_and_minoritised "
        + "extract_date");

    private static readonly Weighted<string> Responses = new(
        ("accepted", 380), ("partly", 220), ("declined", 250), ("pending", 110), ("", 40));

    private readonly Numbering suggestions = NationDraw.NumberForces("ES");

    public override void Conclude()
    {
        foreach (var (force, code, month) in ForceMonths())
        {
            for (var i = Random.Count(0.9); i > 0; i--)
            {
                var made = DayIn(month);
                var recent = RecordedDays.Last.DayNumber - made.DayNumber < 90;
                var response = recent && Random.InThousand(700) ? "pending" : Responses.Draw(Random);
                var changed = response is "accepted" or "partly" ? Known(made.AddDays(40 + Random.Below(300)), 700) : null;
                Write(
                    suggestions.Next(force), new Reference("SYN-EA-" + code.ToUpperInvariant() + "-", 1 + Random.Below(20)), code,
                    made, response, changed, changed is null ? "" : Random.YesNo(620, 50), Random.YesNo(340, 180),
                    RecordedDays.Last);
            }
        }
    }
}
