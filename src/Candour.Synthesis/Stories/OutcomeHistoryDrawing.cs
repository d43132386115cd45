using Candour.Synthesis.Chance;
using Candour.Synthesis.Planted;

namespace Candour.Synthesis.Stories;

/// <summary>Gives a few crimes an earlier outcome that was replaced, and keeps codes to the days on which they are used.
/// </summary>
internal static class OutcomeHistoryDrawing
{
    private const int ReplacedBefore = 55;
    private const int ChargedAfterReview = 20;

    public static void Draw(CrimeStory crime, StableRandom random)
    {
        if (crime.Outcomes.Length == 0)
        {
            return;
        }

        var last = crime.Outcomes[^1];
        if (last.Outcome.Code == "22" && last.Assigned < SpecialCauses.Outcome22.From)
        {
            // The code is not used yet.
            last = last with { Outcome = OutcomeMix.Named(random.InThousand(500) ? "8" : "21") };
            crime.Outcomes = [last];
            crime.Intervention = last.Outcome.Code == "8" ? crime.Intervention : "";
        }

        var days = last.Decided.DayNumber - crime.Recorded.DayNumber;
        var often = last.Outcome.IsCharge ? ChargedAfterReview : ReplacedBefore;
        if (days < 40 || !random.InThousand(often))
        {
            return;
        }

        var decided = crime.Recorded.AddDays(10 + random.Below(days / 2));
        var assigned = decided.AddDays(random.Below(4));
        var before = OutcomeMix.Named(last.Outcome.IsCharge ? "15"
            : last.Outcome.Code is "15" or "16" or "21" ? (random.InThousand(600) ? "18" : "14")
            : random.InThousand(600) ? "15" : "16");
        crime.Outcomes = before == last.Outcome ? [last] : [new OutcomeGiven(before, decided, assigned), last];
    }
}
