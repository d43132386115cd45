using Candour.Synthesis.Chance;
using Candour.Synthesis.Planted;

namespace Candour.Synthesis.Stories;

/// <summary>Draws one crime of a force recorded on a day: first how it will end, then whether that lies before the
/// extract date. A crime that ends later is open, and shows nothing of its end.</summary>
internal sealed class CrimeDrawing(StableRandom random, ReferralDrawing referrals)
{
    private const int Cancelled = 25;
    private const int AtOnce = 60;
    private const int NamedThoughNobodyIsKnown = 100;

    public CrimeStory Draw(ForceRecords force, DateOnly recorded)
    {
        var (reference, @case) = force.NextCrime();
        var crime = new CrimeStory(force, reference, @case, OffenceMix.Recorded.Draw(random)) { Recorded = recorded };
        crime.Reported = Reported(crime);
        if (SpecialCauses.BulkEntry.Holds(force.Code, recorded))
        {
            crime.Recorded = SpecialCauses.BulkEntry.Until.AddDays(1 + random.Below(7));
        }

        crime.Victims = VictimDrawing.Draw(force, crime.Offence, recorded, random);
        var outcome = HowItEnds(crime);
        var decision = crime.Recorded.AddDays(DaysToDecision(crime, outcome));
        var given = new OutcomeGiven(outcome, decision, decision.AddDays(OutcomeMix.DaysToAssigning.Draw(random)));
        var open = given.Assigned > RecordedDays.Last;
        if (random.InThousand(Cancelled))
        {
            Remove(crime, "cancelled", Earlier(decision, crime.Recorded.AddDays(60)));
        }
        else if (!open)
        {
            crime.Outcomes = [given];
        }

        Context(crime, outcome, open);
        SuspectDrawing.Name(crime, outcome, decision, Number(crime, outcome, open), random);
        Ending(crime, outcome, decision, open);
        WishDrawing.Draw(crime, random);
        OutcomeHistoryDrawing.Draw(crime, random);
        referrals.Draw(crime, outcome, decision);
        return crime;
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static void Remove(CrimeStory crime, string how, DateOnly day)
    {
        if (day <= RecordedDays.Last)
        {
            (crime.Removed, crime.RemovedDate) = (how, day);
        }
    }

    private DateOnly Reported(CrimeStory crime)
    {
        var days = RecordedDays.DaysToRecording.Draw(random);
        if (SpecialCauses.RecordedLater.Holds(crime.Force.Code, crime.Recorded))
        {
            days += (int)SpecialCauses.RecordedLater.Size;
        }

        var wrong = RowErrors.ReportedAfterRecorded.Place == crime.Force.Code
            && random.InOne(RowErrors.ReportedAfterRecorded.Size) && crime.Recorded < RecordedDays.Last.AddDays(-3);
        return crime.Recorded.AddDays(wrong ? 1 + random.Below(3) : -days);
    }

    private Outcome HowItEnds(CrimeStory crime)
    {
        var outcome = crime.Force.DrawOutcome(crime.Offence.Kind, random);
        var victim = crime.Victim;
        if (outcome.IsCharge && victim.Ethnicity == "black" && !random.InOne(Disparities.ChargeByEthnicity.Size))
        {
            return OutcomeMix.Named("16");
        }

        if (outcome.IsCharge && victim.Disability == "yes" && !random.InOne(Disparities.ChargeByDisability.Size))
        {
            return OutcomeMix.Named("15");
        }

        if (outcome.Code is "14" or "15" or "18" && SpecialCauses.Outcome16.Holds(crime.Force.Code, crime.Recorded)
            && random.InOne(SpecialCauses.Outcome16.Size))
        {
            return OutcomeMix.Named("16");
        }

        crime.Relationship = Relationship(crime, outcome).Draw(random);
        return outcome.Code == "15" && crime.Relationship is "partner" or "ex-partner"
            && random.InOne(Disparities.WithdrawalByRelationship.Size)
            ? OutcomeMix.Named("16")
            : outcome;
    }

    private static Weighted<string> Relationship(CrimeStory crime, Outcome outcome) =>
        outcome.HasNoSuspect ? PeopleMix.RelationshipWithoutSuspect
        : !crime.Offence.IsSexual ? PeopleMix.RelationshipInDomesticAbuse
        : crime.Victim.AgeGroup switch
        {
            "0-12" => PeopleMix.RelationshipOfChild,
            "13-15" or "16-17" => PeopleMix.RelationshipOfTeenager,
            _ => PeopleMix.RelationshipOfAdult,
        };

    private int DaysToDecision(CrimeStory crime, Outcome outcome)
    {
        if (outcome.IsCharge && random.InThousand(crime.Offence.IsSexual ? AtOnce : 6 * AtOnce))
        {
            // Arrested at once and charged from custody.
            return random.Below(4);
        }

        var pace = crime.Force.Pace * OutcomeMix.Pace(crime.Offence.Kind)
            * (1 + (OutcomeMix.GrowthAMonth * RecordedDays.MonthOf(crime.Recorded)))
            * (SpecialCauses.SlowerDecisions.Holds(crime.Force.Code, crime.Recorded) ? SpecialCauses.SlowerDecisions.Size : 1);
        return (int)random.LogNormal(
            outcome.MedianDays * pace, outcome.IsCharge ? OutcomeMix.SpreadOfCharges : OutcomeMix.Spread);
    }

    private int Number(CrimeStory crime, Outcome outcome, bool open)
    {
        if (open || crime.Removed.Length > 0)
        {
            return !outcome.HasNoSuspect && random.InThousand(PeopleMix.NamedWhileOpen)
                ? PeopleMix.Suspects.Draw(random)
                : 0;
        }

        var wrongly = crime.Force.Code == RowErrors.FourteenWithSuspect.Place && outcome.Code == "14"
            && random.InThousand(NamedThoughNobodyIsKnown);
        var unnamed = crime.Force.Code == RowErrors.SixteenWithoutSuspect.Place && outcome.Code == "16"
            && random.InOne(RowErrors.SixteenWithoutSuspect.Size);
        return wrongly ? 1 : outcome.HasNoSuspect || unnamed ? 0 : PeopleMix.Suspects.Draw(random);
    }

    private void Context(CrimeStory crime, Outcome outcome, bool open)
    {
        var missing = crime.Force.NotRecorded;
        if (crime.Relationship.Length == 0)
        {
            crime.Relationship = Relationship(crime, outcome).Draw(random);
        }

        var domestic = crime.Relationship is "partner" or "ex-partner" or "family";
        crime.DomesticAbuse = random.InThousand(missing.Flag) ? "" : domestic ? "yes" : "no";
        crime.Vawg = random.InThousand(missing.Flag) ? ""
            : crime.Victim.Sex == "F" && (crime.Offence.IsSexual || domestic || crime.Offence.Code is "8L" or "8Q")
                ? "yes"
                : "no";
        crime.Complexity = random.InThousand(missing.Complexity) ? "" : PeopleMix.Complexity.Draw(random);
        if (random.InThousand(missing.Relationship))
        {
            crime.Relationship = "";
        }

        if (!open && outcome.HasNoSuspect && random.InOne(Disparities.EthnicityOfOutcomes.Size))
        {
            crime.Victims[0] = crime.Victim with { Ethnicity = "" };
        }
    }

    private void Ending(CrimeStory crime, Outcome outcome, DateOnly decision, bool open)
    {
        if (open || crime.Removed.Length > 0)
        {
            return;
        }

        var assigned = crime.Outcomes[0].Assigned;
        crime.ChargeDate = !outcome.IsCharge ? null
            : decision.AddDays(random.Below(assigned.DayNumber - decision.DayNumber + 1));
        if (outcome.Code == "20")
        {
            var unnamed = crime.Force.Code == RowErrors.TransferWithoutBody.Place
                && random.InOne(RowErrors.TransferWithoutBody.Size);
            crime.ReceivingBody = unnamed ? "" : OutcomeDetails.ReceivingBody.Draw(random);
            if (crime.ReceivingBody == "other-force")
            {
                Remove(crime, "transferred", assigned);
            }
        }

        crime.Intervention = outcome.Code is "8" or "22" ? random.YesNo(outcome.Code == "22" ? 960 : 300, 60) : "";
        crime.Subcode = assigned < SpecialCauses.Subcodes.From || random.InThousand(crime.Force.NotRecorded.Subcode)
            ? ""
            : OutcomeDetails.Subcode(outcome.Code).Draw(random);
        var told = assigned.AddDays(random.Below(15));
        crime.VictimToldDate = told > RecordedDays.Last || random.InThousand(120) ? null : told;
    }
}
