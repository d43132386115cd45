using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Police;

/// <summary>One row a victim and a suspect in one crime.</summary>
internal sealed class Relationships(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "relationships",
        "crime victim suspect force recorded_date offence relationship relationship_missing domestic_abuse extract_date");

    private static readonly Weighted<string> Reasons = new(
        ("not-asked", 420), ("no-contact", 180), ("system-cannot-hold", 50), ("no-reason", 150), ("", 200));

    public override void Tell(CrimeStory crime)
    {
        for (var i = 0; i < crime.Victims.Length; i++)
        {
            foreach (var suspect in crime.Suspects)
            {
                // Only the first victim is surely the one whose relationship the crime records.
                var relationship = i > 0 && Random.InThousand(500) ? "acquaintance" : crime.Relationship;
                Write(
                    crime.Crime, crime.Victims[i].Reference, suspect.Person.Suspect, crime.Force.Code, crime.Recorded,
                    crime.Offence.Code, relationship, relationship.Length > 0 ? "" : Reasons.Draw(Random),
                    crime.DomesticAbuse, RecordedDays.Last);
            }
        }
    }
}
