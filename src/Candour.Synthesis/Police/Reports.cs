using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Police;

/// <summary>One row a report: those that became a crime, and those that did not.</summary>
internal sealed class Reports(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "reports",
        "report force reported_date route alleged_offence crime recorded_date not_recorded_reason victim_sex "
        + "victim_age_group victim_ethnicity extract_date");

    private const int ToEachCrime = 130;

    private static readonly Weighted<string> Routes = new(
        ("phone-emergency", 240), ("phone-other", 260), ("online", 140), ("station", 60), ("officer", 110),
        ("partner", 130), ("other", 20), ("", 40));

    private static readonly Weighted<string> Reasons = new(
        ("not-a-crime", 340), ("another-force", 190), ("no-confirmation", 260), ("duplicate", 130), ("", 80));

    private readonly Numbering notRecorded = NationDraw.NumberForces("RN");

    /// <summary>The report that a crime came from has the crime's number.</summary>
    public static Reference Reference(CrimeStory crime) => new($"SYN-R-{crime.Force.Code.ToUpperInvariant()}-", crime.Crime.Number);

    public override void Tell(CrimeStory crime)
    {
        Write(
            Reference(crime), crime.Force.Code, crime.Reported, Routes.Draw(Random), crime.Offence.Code, crime.Crime,
            crime.Recorded, "", crime.Victim.Sex, crime.Victim.AgeGroup, crime.Victim.Ethnicity, RecordedDays.Last);
        if (Random.InThousand(ToEachCrime))
        {
            NotRecorded(crime.Force, crime.Recorded);
        }
    }

    private void NotRecorded(ForceRecords force, DateOnly day)
    {
        var offence = OffenceMix.Recorded.Draw(Random);
        var missing = force.NotRecorded;
        var pending = RecordedDays.Last.DayNumber - day.DayNumber < 30 && Random.InThousand(500);
        Write(
            notRecorded.Next(force.Index), force.Code, day, Routes.Draw(Random), offence.Code, "", "",
            pending ? "pending" : Reasons.Draw(Random),
            Random.InThousand(missing.Sex) ? ""
                : offence.VictimSex.Length > 0 ? offence.VictimSex : PeopleMix.VictimSex.Draw(Random),
            Random.InThousand(missing.Age) ? "" : offence.VictimAges.Draw(Random),
            Random.InThousand(force.EthnicityNotRecorded(day)) ? "" : PeopleMix.Ethnicity.Draw(Random),
            RecordedDays.Last);
    }
}
