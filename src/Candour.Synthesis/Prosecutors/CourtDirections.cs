using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Prosecutors;

/// <summary>One row a direction that the court gave, one to four in a case that was not at an end at once.</summary>
internal sealed class CourtDirections(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "court-directions", "direction case unit court due_date complied_date kind rasso extract_date");

    private static readonly Weighted<string> Kinds = new(
        ("disclosure", 340), ("evidence", 270), ("witness", 170), ("third-party", 110), ("other", 110));

    private readonly Numbering directions = NationDraw.NumberUnits("DI");
    private readonly double[] tilts = nation.Chance("court-directions of units").Tilts(60, 0.1);

    public override void Tell(CrimeStory crime)
    {
        foreach (var going in crime.Referrals.SelectMany(referral => referral.Prosecutions))
        {
            if (going.CertificateDue is null)
            {
                continue;
            }

            for (var i = 1 + Random.Below(going.Court == "crown" ? 4 : 2); i > 0; i--)
            {
                var due = going.Hearings[0].Date.AddDays(28 + Random.Below(90));
                if (due > RecordedDays.Last)
                {
                    continue;
                }

                var inTime = Random.InOne(Math.Min(0.97, 0.76 * tilts[going.Unit]));
                var done = inTime ? due.AddDays(-Random.Below(10)) : due.AddDays(1 + (int)Random.LogNormal(10, 0.9));
                Write(
                    directions.Next(going.Unit), crime.Case, SyntheticUnits.All[going.Unit].Code, going.Court, due,
                    done <= RecordedDays.Last && (inTime || !Random.InThousand(200)) ? done : "", Kinds.Draw(Random),
                    crime.Offence.IsSexual ? "yes" : "no", RecordedDays.Last);
            }
        }
    }
}
