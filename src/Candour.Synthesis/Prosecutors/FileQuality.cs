using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Planted;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Prosecutors;

/// <summary>One row a police file whose quality was assessed on receipt.</summary>
internal sealed class FileQuality(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new("file-quality", "file unit assessed_date result cause rasso");

    private const int Assessed = 700;

    private static readonly Weighted<string> Causes = new(
        ("file-quality", 310), ("disclosure", 220), ("digitisation", 140), ("witnesses", 80), ("resources", 90),
        ("communication", 60), ("other", 100));

    private readonly double[] tilts = nation.Chance("file-quality of units").Tilts(60, 0.12);

    public override void Tell(CrimeStory crime)
    {
        foreach (var referral in crime.Referrals)
        {
            var day = referral.Received.AddDays(Random.Below(6));
            if (day > RecordedDays.Last || !Random.InThousand(Assessed))
            {
                continue;
            }

            var unit = SyntheticUnits.All[referral.Unit].Code;
            var met = (0.62 * tilts[referral.Unit])
                - (SpecialCauses.FileQuality.Holds(unit, day) ? SpecialCauses.FileQuality.Size : 0);
            var result = Random.InThousand(40) ? "cannot-assess" : Random.InOne(Math.Min(0.97, met)) ? "met" : "not-met";
            Write(
                crime.Case, unit, day, result, result == "not-met" && !Random.InThousand(120) ? Causes.Draw(Random) : "",
                crime.Offence.IsSexual ? "yes" : "no");
        }
    }
}
