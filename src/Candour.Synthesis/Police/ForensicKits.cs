using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Planted;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Police;

/// <summary>One row a forensic kit, collected after a rape that was reported soon.</summary>
internal sealed class ForensicKits(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "forensic-kits",
        "kit force collected_date submit_by_date submitted_date test_by_date tested_date result extract_date");

    private const int AfterRape = 300;
    private const int AfterOthers = 25;

    private static readonly Weighted<string> Results = new(("profile", 560), ("no-profile", 400), ("not-tested", 40));

    private readonly Numbering kits = NationDraw.NumberForces("K");

    public override void Tell(CrimeStory crime)
    {
        if (!Random.InThousand(crime.Offence.Kind == OffenceKind.Rape ? AfterRape : crime.Offence.IsSexual ? AfterOthers : 0))
        {
            return;
        }

        var from = crime.Reported < crime.Recorded ? crime.Reported : crime.Recorded;
        var collected = from.AddDays(Random.Below(3));
        if (collected < RecordedDays.First || collected > RecordedDays.Last)
        {
            return;
        }

        var slower = SpecialCauses.SlowKits.Holds(crime.Force.Code, collected) ? (int)SpecialCauses.SlowKits.Size : 0;
        var submitted = collected.AddDays((int)Random.LogNormal(16, 0.7) + slower);
        var isSubmitted = submitted <= RecordedDays.Last && !Random.InThousand(60);
        var tested = submitted.AddDays((int)Random.LogNormal(45, 0.6));
        var isTested = isSubmitted && tested <= RecordedDays.Last;
        Write(
            kits.Next(crime.Force.Index), crime.Force.Code, collected, collected.AddDays(30),
            isSubmitted ? submitted : "", isSubmitted ? submitted.AddDays(60) : "", isTested ? tested : "",
            isTested ? Results.Draw(Random) : "", RecordedDays.Last);
    }
}
