namespace Candour.Synthesis;

/// <summary>Draws one crime of a force recorded on a day: first how it will end, then whether that lies before the
/// extract date. A crime that ends later is open, and shows nothing of its end.</summary>
internal static class CrimeDrawing
{
    private const string NotYetAssigned = "0";
    private const string Charged = "1";

    public static SyntheticCrime Draw(ForceRecords force, DateOnly recorded, StableRandom random)
    {
        var reference = force.NextCrimeReference();
        var reported = recorded.AddDays(-RecordedDays.DaysToRecording.Draw(random));
        var offence = OffenceMix.Recorded.Draw(random);
        var outcome = force.DrawOutcome(offence, random);
        var decision = recorded.AddDays(DaysToDecision(force, offence, outcome, recorded, random));
        var entry = decision.AddDays(OutcomeMix.DaysToEntry.Draw(random));
        var charge = decision.AddDays(random.Below(entry.DayNumber - decision.DayNumber + 1));
        var open = entry > RecordedDays.Last;

        var age = random.InThousand(PeopleMix.AgeNotRecorded) ? "" : offence.VictimAges.Draw(random);
        var named = outcome.HasNoSuspect || (open && !random.InThousand(PeopleMix.NamedWhileOpen))
            ? 0
            : PeopleMix.Suspects.Draw(random);
        var lastNaming = decision < RecordedDays.Last ? decision : RecordedDays.Last;
        return new SyntheticCrime(
            reference,
            force.Code,
            reported,
            recorded,
            offence.Code,
            open ? NotYetAssigned : outcome.Code,
            open ? null : entry,
            open ? null : decision,
            open || outcome.Code != Charged ? null : charge,
            Sex(offence, random),
            age,
            random.InThousand(force.EthnicityNotRecorded) ? "" : PeopleMix.VictimEthnicity.Draw(random),
            Relationship(age, outcome).Draw(random),
            force.NameSuspects(named, reported, lastNaming, outcome.IsOfAChild, random));
    }

    private static int DaysToDecision(
        ForceRecords force, Offence offence, Outcome outcome, DateOnly recorded, StableRandom random)
    {
        var month = ((recorded.Year - RecordedDays.First.Year) * 12) + recorded.Month - RecordedDays.First.Month;
        var pace = force.Pace
            * ((offence.IsRape ? OutcomeMix.PaceOfRape : OutcomeMix.PaceOfOther) / 100.0)
            * (outcome.Pace / 100.0)
            * (1 + (OutcomeMix.GrowthAMonth * month));
        return (int)random.LogNormal(OutcomeMix.MedianDays * pace, OutcomeMix.Spread);
    }

    private static string Sex(Offence offence, StableRandom random) =>
        offence.VictimSex.Length == 0 ? PeopleMix.VictimSex.Draw(random)
        : random.InThousand(PeopleMix.SexNotRecorded) ? ""
        : offence.VictimSex;

    private static Weighted<string> Relationship(string age, Outcome outcome) =>
        outcome.HasNoSuspect ? PeopleMix.RelationshipWithoutSuspect
        : age switch
        {
            "0-12" => PeopleMix.RelationshipOfChild,
            "13-15" or "16-17" => PeopleMix.RelationshipOfTeenager,
            _ => PeopleMix.RelationshipOfAdult,
        };
}
