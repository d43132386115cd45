using Candour.Synthesis.Files;
using Candour.Synthesis.Planted;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Police;

/// <summary>One row a crime.</summary>
internal sealed class Crimes(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "crimes",
        "crime force reported_date recorded_date offence outcome outcome_date decision_date charge_date victim_sex "
        + "victim_age_group victim_ethnicity relationship extract_date report vawg domestic_abuse suspects_named "
        + "arrest_date referral_date finalised_date convicted outcome_subcode receiving_body intervention removed "
        + "removed_date victim_told_date withdrawal_date wishes_prosecution_at_report wishes_prosecution_latest wish_date "
        + "wishes_investigation wishes_investigation_date victim_gender victim_orientation victim_disability "
        + "victim_religion victim_gender_reassignment case_complexity");

    public override void Tell(CrimeStory crime)
    {
        NoteErrors(crime);
        Write(crime, crime.Crime, ChargeDate(crime));
        if (RecordedTwice.Is(crime))
        {
            Nation.Key.Note(RowErrors.RecordedTwice, RecordedTwice.Reference(crime));
            Write(crime, RecordedTwice.Reference(crime), crime.ChargeDate);
        }
    }

    private DateOnly? ChargeDate(CrimeStory crime)
    {
        if (crime.Force.Code != RowErrors.ChargeWithoutDay.Place || crime.ChargeDate is null
            || !Random.InOne(RowErrors.ChargeWithoutDay.Size))
        {
            return crime.ChargeDate;
        }

        Nation.Key.Note(RowErrors.ChargeWithoutDay, crime.Crime);
        return null;
    }

    private void NoteErrors(CrimeStory crime)
    {
        if (crime.Reported > crime.Recorded)
        {
            Nation.Key.Note(RowErrors.ReportedAfterRecorded, crime.Crime);
        }

        if (crime.Outcome == "16" && crime.Suspects.Length == 0)
        {
            Nation.Key.Note(RowErrors.SixteenWithoutSuspect, crime.Crime);
        }

        if (crime.Outcome == "14" && crime.Suspects.Length > 0)
        {
            Nation.Key.Note(RowErrors.FourteenWithSuspect, crime.Crime);
        }

        if (crime.Outcome == "20" && crime.ReceivingBody.Length == 0)
        {
            Nation.Key.Note(RowErrors.TransferWithoutBody, crime.Crime);
        }

        if (crime.Outcome == "16" && crime.WishLatest == "yes")
        {
            Nation.Key.Note(RowErrors.SixteenAgainstWish, crime.Crime);
        }
    }

    private void Write(CrimeStory crime, Reference reference, DateOnly? charged)
    {
        var victim = crime.Victim;
        var referral = crime.Referrals.Length > 0 ? crime.Referrals[0] : null;
        var prosecution = referral is { Prosecutions.Length: > 0 } ? referral.Prosecutions[0] : null;
        Write(
            reference, crime.Force.Code, crime.Reported, crime.Recorded, crime.Offence.Code, crime.Outcome,
            crime.OutcomeDate, crime.DecisionDate, charged, victim.Sex, victim.AgeGroup, victim.Ethnicity,
            crime.Relationship, RecordedDays.Last, Reports.Reference(crime), crime.Vawg, crime.DomesticAbuse,
            crime.Suspects.Length, crime.ArrestDate, referral?.Received, prosecution?.Finalised,
            prosecution?.Finalised is null ? ""
                : prosecution.Defendants.Any(defendant => defendant.IsConvicted) ? "yes" : "no",
            crime.Subcode, crime.ReceivingBody, crime.Intervention, crime.Removed, crime.RemovedDate,
            crime.VictimToldDate, crime.WithdrawalDate, crime.WishAtReport, crime.WishLatest, crime.WishDate,
            crime.WishToInvestigate, crime.WishToInvestigateDate, victim.Gender, victim.Orientation, victim.Disability,
            victim.Religion, victim.GenderReassignment, crime.Complexity);
    }
}
