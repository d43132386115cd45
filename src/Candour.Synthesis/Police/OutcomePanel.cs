using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Planted;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Police;

/// <summary>One row a crime drawn for review of its outcome code. Strata are drawn with the chance that their weight
/// states, so weighted estimates are right; a few crimes are chosen, and weigh one.</summary>
internal sealed class OutcomePanel(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "outcome-panel",
        "crime force reviewed_date offence recorded_outcome panel_outcome recorded_subcode panel_subcode selection "
        + "stratum weight");

    private const int Targeted = 3;

    private static readonly Weighted<string> InsteadOf16 = new(("15", 620), ("14", 150), ("21", 130), ("18", 100));

    private static readonly Weighted<string> InsteadOfOthers = new(("16", 400), ("18", 200), ("15", 200), ("14", 200));

    public override void Tell(CrimeStory crime)
    {
        if (!crime.Offence.IsSexual || crime.OutcomeDate is not { } given || crime.Outcome is "1" or "1A")
        {
            return;
        }

        var (stratum, one) = crime.Outcome switch
        {
            "14" or "16" => ("victim-does-not-support", 20),
            "15" => ("evidential", 20),
            "18" => ("no-suspect", 40),
            _ => ("other-outcomes", 10),
        };
        var targeted = Random.InThousand(Targeted);
        var reviewed = given.AddDays(30 + Random.Below(90));
        if (reviewed > RecordedDays.Last || (!targeted && Random.Below(one) > 0))
        {
            return;
        }

        var wrong = Random.InOne(crime.Outcome == "16" ? Disparities.WrongOutcomeCodes.Size : targeted ? 0.2 : 0.05);
        var found = !wrong ? crime.Outcome : (crime.Outcome == "16" ? InsteadOf16 : InsteadOfOthers).Draw(Random);
        Write(
            crime.Crime, crime.Force.Code, reviewed, crime.Offence.Code, crime.Outcome,
            Random.InThousand(20) ? "" : found, crime.Subcode, OutcomeDetails.Subcode(found).Draw(Random),
            targeted ? "targeted" : "stratified", targeted ? "rare" : stratum, targeted ? 1 : one);
    }
}
