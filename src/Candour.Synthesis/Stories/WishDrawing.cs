using Candour.Synthesis.Chance;
using Candour.Synthesis.Planted;

namespace Candour.Synthesis.Stories;

/// <summary>Draws what the victim wished, at the report and later, and the day on which support ended.</summary>
internal static class WishDrawing
{
    private const int DayOfWithdrawalNotRecorded = 80;

    public static void Draw(CrimeStory crime, StableRandom random)
    {
        var missing = crime.Force.NotRecorded.Wish;
        crime.WishAtReport = random.InThousand(missing) ? "" : PeopleMix.WishAtReport.Draw(random);
        var asked = crime.Recorded.AddDays(random.Below(8));
        if (!random.InThousand(missing) && asked <= RecordedDays.Last)
        {
            (crime.WishToInvestigate, crime.WishToInvestigateDate) = (PeopleMix.WishToInvestigate.Draw(random), asked);
        }

        if (crime.DecisionDate is not { } decision)
        {
            return;
        }

        var without = crime.Outcomes[^1].Outcome.IsWithoutSupport;
        var span = Math.Max(0, decision.DayNumber - crime.Recorded.DayNumber);
        var day = crime.Recorded.AddDays(without ? span - random.Below(Math.Min(span, 14) + 1) : random.Below(span + 1));
        if (without && !random.InThousand(DayOfWithdrawalNotRecorded))
        {
            crime.WithdrawalDate = day;
        }

        if (!random.InThousand(missing))
        {
            (crime.WishLatest, crime.WishDate) = (Latest(crime, without, random), day);
        }
    }

    private static string Latest(CrimeStory crime, bool without, StableRandom random)
    {
        var wrong = crime.Force.Code == RowErrors.SixteenAgainstWish.Place && crime.Outcome == "16"
            && random.InOne(RowErrors.SixteenAgainstWish.Size);
        return wrong ? "yes"
            : without ? PeopleMix.WishWithoutSupport.Draw(random)
            : crime.WishAtReport is "no" or "" && random.InThousand(500) ? "undecided"
            : "yes";
    }
}
