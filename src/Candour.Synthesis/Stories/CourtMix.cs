using Candour.Synthesis.Chance;

namespace Candour.Synthesis.Stories;

/// <summary>How prosecutions go, how often in 1,000. About three in four prosecutions for sexual offences ended with a
/// conviction in 2017/18 (CPS case outcomes: 17,784 of 23,870 in the stored months of 2017 and 2018); rape less often.
/// Half of the rape cases of 2018 took 196 days from sending to the main hearing (Ministry of Justice); since then
/// longer. The rest is invented.</summary>
internal static class CourtMix
{
    public const int PleaInTwoStagesAtFirst = 550;

    public const int OnBailToFirstHearing = 24;

    public static Weighted<string> StopReason { get; } = new(
        ("victim-withdrew", 330), ("victim-did-not-attend", 80), ("victim-evidence-changed", 70), ("evidence", 300),
        ("public-interest", 60), ("legal", 50), ("other-witness", 40), ("other", 70));

    public static Weighted<string> IneffectiveReason { get; } = new(
        ("witness-absent", 180), ("prosecution-not-ready", 90), ("disclosure", 70), ("file-quality", 40),
        ("defence-not-ready", 130), ("defendant-absent", 140), ("no-court-time", 240), ("court-equipment", 40),
        ("resources", 30), ("agents", 10), ("other", 30));

    public static Weighted<string> Acquittal { get; } = new(("jury-acquittal", 850), ("directed-acquittal", 90), ("no-case-to-answer", 60));

    public static Weighted<string> DismissalAtMagistrates { get; } = new(("dismissed", 850), ("no-case-to-answer", 150));

    public static string Court(OffenceKind kind, StableRandom random) =>
        random.InThousand(30) ? "youth"
        : kind == OffenceKind.Rape || random.InThousand(kind == OffenceKind.OtherSexual ? 580 : 180) ? "crown"
        : "magistrates";

    public static int PleadsGuilty(OffenceKind kind) => kind switch
    {
        OffenceKind.Rape => 250,
        OffenceKind.OtherSexual => 500,
        _ => 620,
    };

    public static int IsStopped(OffenceKind kind) => kind == OffenceKind.NotSexual ? 170 : 120;

    /// <summary>Of those tried.</summary>
    public static int IsConvicted(OffenceKind kind) => kind == OffenceKind.Rape ? 580 : 660;

    /// <summary>Median days from the hearing before to the first day listed for trial.</summary>
    public static int DaysToTrial(OffenceKind kind, string court) =>
        court != "crown" ? 95 : kind == OffenceKind.Rape ? 270 : 215;
}
