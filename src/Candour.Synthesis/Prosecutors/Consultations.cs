using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Prosecutors;

/// <summary>One row a consultation on a suspect. For rape about two a suspect (a parliamentary answer gives a mean of 1.97
/// for 2017/18).</summary>
internal sealed class Consultations(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "consultations", "consultation case suspect unit held_date kind rasso offence_category");

    private static readonly Weighted<int> OfRape = new((1, 420), (2, 320), (3, 150), (4, 110));

    private static readonly Weighted<int> OfOthers = new((1, 660), (2, 240), (3, 100));

    private readonly Numbering consultations = NationDraw.NumberUnits("CO");

    public override void Tell(CrimeStory crime)
    {
        foreach (var referral in crime.Referrals)
        {
            foreach (var decision in referral.Decisions)
            {
                if (referral.EarlyAdvice is { } asked)
                {
                    Write(crime, referral, decision, asked.AddDays(Random.Below(10)), "early-advice");
                }

                var until = decision.Date ?? RecordedDays.Last;
                var number = (crime.Offence.Kind == OffenceKind.Rape ? OfRape : OfOthers).Draw(Random);
                var day = referral.Received;
                for (var i = 0; i < number; i++)
                {
                    day = i == number - 1 ? until : day.AddDays(Random.Below(1 + (until.DayNumber - day.DayNumber)));
                    Write(crime, referral, decision, day, i == 0 ? "first" : "later");
                }
            }
        }
    }

    private void Write(CrimeStory crime, Referral referral, SuspectDecision decision, DateOnly day, string kind)
    {
        if (day <= RecordedDays.Last)
        {
            Write(
                consultations.Next(referral.Unit), crime.Case, decision.Suspect.Person.Suspect,
                SyntheticUnits.All[referral.Unit].Code, day, kind, crime.Offence.IsSexual ? "yes" : "no",
                crime.Offence.Category);
        }
    }
}
