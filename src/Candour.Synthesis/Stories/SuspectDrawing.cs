using Candour.Synthesis.Chance;
using Candour.Synthesis.Planted;

namespace Candour.Synthesis.Stories;

/// <summary>Names the suspects of a crime and draws what becomes of each.</summary>
internal static class SuspectDrawing
{
    private const int Wanted = 110;
    private const int AlsoCharged = 600;
    private const int ArrestedBeforeCharge = 850;
    private const int ArrestedOtherwise = 330;
    private const int OrderMade = 60;

    public static void Name(CrimeStory crime, Outcome outcome, DateOnly decision, int number, StableRandom random)
    {
        var until = decision < RecordedDays.Last ? decision : RecordedDays.Last;
        var from = crime.Reported < crime.Recorded ? crime.Reported : crime.Recorded;
        var span = Math.Max(0, Math.Min(until.DayNumber - from.DayNumber, PeopleMix.DaysToNaming));
        var suspects = new List<Suspect>(number);
        for (var i = 0; i < number; i++)
        {
            var (person, before) = crime.Force.NamePerson(outcome.IsOfAChild, random);
            if (suspects.TrueForAll(other => other.Person != person))
            {
                suspects.Add(new Suspect(person, from.AddDays(random.Below(span + 1)), before));
            }
        }

        crime.Suspects = [.. suspects];
        for (var i = 0; i < crime.Suspects.Length; i++)
        {
            Decide(crime, crime.Suspects[i], i == 0, decision, random);
            Arrest(crime, crime.Suspects[i], until, random);
            Prevent(crime, crime.Suspects[i], random);
        }
    }

    private static void Decide(CrimeStory crime, Suspect suspect, bool first, DateOnly decision, StableRandom random)
    {
        if (crime.Outcomes.Length == 0)
        {
            suspect.Status = crime.Removed.Length > 0 ? "eliminated"
                : random.InThousand(Wanted) ? "outstanding"
                : "under-investigation";
            return;
        }

        var outcome = crime.Outcomes[0].Outcome;
        if (outcome.Code == "15" && random.InThousand(Wanted / 2))
        {
            suspect.Status = "outstanding";
            return;
        }

        (suspect.Decision, suspect.Status) =
            outcome.IsCharge && (first || random.InThousand(AlsoCharged)) ? ("charged", "charged")
            : outcome.IsOutOfCourt && first ? ("out-of-court", "disposed")
            : first || random.InThousand(600) ? ("no-further-action", "no-further-action")
            : ("eliminated", "eliminated");
        suspect.DecisionDate = decision;
    }

    private static void Arrest(CrimeStory crime, Suspect suspect, DateOnly until, StableRandom random)
    {
        var times = suspect.IsCharged ? ArrestedBeforeCharge
            : suspect.Status == "outstanding" ? 0
            : suspect.Person.Ethnicity == "black" ? (int)(ArrestedOtherwise * Disparities.ArrestByEthnicity.Size)
            : ArrestedOtherwise;
        if (!random.InThousand(times))
        {
            return;
        }

        var days = (int)random.LogNormal(9, 1.3);
        suspect.ArrestDate = suspect.Named.AddDays(Math.Min(days, until.DayNumber - suspect.Named.DayNumber));
        crime.ArrestDate = crime.ArrestDate is { } first && first < suspect.ArrestDate ? first : suspect.ArrestDate;
    }

    private static void Prevent(CrimeStory crime, Suspect suspect, StableRandom random)
    {
        suspect.DisruptionPlan = random.YesNo(suspect.WasNamedBefore ? 260 : 20, 150);
        var often = crime.DomesticAbuse == "yes" || suspect.WasNamedBefore ? 3 * OrderMade : OrderMade;
        var day = suspect.Named.AddDays(5 + random.Below(90));
        if (random.InThousand(often) && day <= RecordedDays.Last)
        {
            suspect.OrderDate = day;
        }
    }
}
