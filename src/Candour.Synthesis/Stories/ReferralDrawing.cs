using Candour.Synthesis.Chance;
using Candour.Synthesis.Places;

namespace Candour.Synthesis.Stories;

/// <summary>Draws whether a case went to the prosecutor, when, and what was decided about each suspect. Of the suspects
/// on whom a legal decision was made about 70 in 100 are charged.</summary>
internal sealed class ReferralDrawing(StableRandom random, UnitsOfForces units, ProsecutionDrawing prosecutions)
{
    private const int MedianDaysOfRape = 45;
    private const int MedianDaysOfOthers = 22;
    private const double Spread = 0.9;

    public void Draw(CrimeStory crime, Outcome outcome, DateOnly decision)
    {
        if (crime.Removed.Length > 0 || crime.Suspects.Length == 0 || !random.InThousand(Referred(outcome)))
        {
            return;
        }

        var custody = outcome.IsCharge && decision.DayNumber - crime.Recorded.DayNumber < 4;
        var days = custody ? 0
            : (int)random.LogNormal(crime.Offence.Kind == OffenceKind.Rape ? MedianDaysOfRape : MedianDaysOfOthers, Spread);
        var received = decision.AddDays(-Math.Min(days, decision.DayNumber - crime.Recorded.DayNumber));
        if (received > RecordedDays.Last)
        {
            return;
        }

        var advice = received.AddDays(-20 - random.Below(100));
        var asked = random.InThousand(crime.Offence.IsSexual ? 350 : 80) && advice >= crime.Recorded;
        var unit = units.Choose(crime.Force.Index, crime.Offence.IsSexual, received, random);
        var referral = new Referral(unit, received, asked ? advice : null, custody);
        referral.Decisions = [.. crime.Suspects.Where(suspect => suspect.Decision != "eliminated")
            .Select(suspect => crime.Outcomes.Length == 0 ? Awaited(suspect, received) : Decided(suspect, outcome))];
        crime.Referrals = [referral];
        if (crime.ChargeDate is { } charged)
        {
            prosecutions.Draw(crime, referral, charged);
        }
    }

    private static int Referred(Outcome outcome) => outcome.Code switch
    {
        "1" or "1A" or "9" => 1000,
        "15" => 120,
        "2" or "3" or "22" => 150,
        "16" => 35,
        _ => 0,
    };

    private SuspectDecision Awaited(Suspect suspect, DateOnly received)
    {
        var asked = received.AddDays(8 + random.Below(40));
        return random.InThousand(300) && asked <= RecordedDays.Last
            ? new(suspect, "further-evidence", asked, "prosecutor")
            : new(suspect, "", null, "");
    }

    private SuspectDecision Decided(Suspect suspect, Outcome outcome)
    {
        var decision = suspect.IsCharged ? "charged"
            : suspect.Decision == "out-of-court" ? "out-of-court"
            : outcome.Code == "9" ? "no-prosecution-public-interest"
            : outcome.Code == "16" ? "administratively-finalised"
            : "no-prosecution-evidential";
        return suspect.DecisionDate is { } day
            ? new(suspect, decision, day, random.InThousand(60) ? "police" : "prosecutor")
            : new(suspect, "", null, "");
    }
}
