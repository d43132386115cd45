using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Police;

/// <summary>One row a victim in a crime.</summary>
internal sealed class Victims(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "victims",
        "victim crime force recorded_date offence sex sex_missing gender gender_missing ethnicity ethnicity_missing "
        + "orientation orientation_missing disability disability_missing religion religion_missing gender_reassignment "
        + "gender_reassignment_missing age_group age_group_missing extract_date");

    private static readonly Weighted<string> Reasons = new(
        ("not-asked", 430), ("no-contact", 120), ("not-safe-to-ask", 30), ("system-cannot-hold", 60),
        ("lost-in-transfer", 40), ("no-reason", 120), ("", 200));

    public override void Tell(CrimeStory crime)
    {
        foreach (var victim in crime.Victims)
        {
            Write(crime, crime.Crime, victim);
            if (RecordedTwice.Is(crime))
            {
                Write(crime, RecordedTwice.Reference(crime), victim);
            }
        }
    }

    private void Write(CrimeStory crime, Reference reference, Victim victim) => Write(
        victim.Reference, reference, crime.Force.Code, crime.Recorded, crime.Offence.Code,
        victim.Sex, Reason(victim.Sex), victim.Gender, Reason(victim.Gender), victim.Ethnicity,
        Reason(victim.Ethnicity), victim.Orientation, Reason(victim.Orientation), victim.Disability,
        Reason(victim.Disability), victim.Religion, Reason(victim.Religion), victim.GenderReassignment,
        Reason(victim.GenderReassignment), victim.AgeGroup, Reason(victim.AgeGroup), RecordedDays.Last);

    private string Reason(string value) => value.Length > 0 ? "" : Reasons.Draw(Random);
}
