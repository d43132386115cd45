using Candour.Synthesis.Chance;

namespace Candour.Synthesis.Stories;

/// <summary>What is recorded beside an outcome, and how often in 1,000.</summary>
internal static class OutcomeDetails
{
    private static readonly Weighted<string> AboutSupport = new(
        ("early-withdrawal", 420), ("later-withdrawal", 270), ("fear", 70), ("wellbeing", 130), ("delay", 60),
        ("other-support", 50));

    private static readonly Weighted<string> AboutEvidence = new(
        ("no-corroboration", 520), ("identification", 90), ("suspect-wanted", 60), ("lines-complete", 330));

    private static readonly Weighted<string> AboutLines = new(("lines-complete", 850), ("identification", 150));

    private static readonly Weighted<string> AboutInterest = new(("proportionate", 800), ("other", 200));

    private static readonly Weighted<string> None = new(("", 1));

    public static Weighted<string> ReceivingBody { get; } = new(
        ("other-force", 640), ("safeguarding", 250), ("other-investigator", 110));

    /// <summary>Only outcomes 14 to 16, 18 and 21 have subcodes.</summary>
    public static Weighted<string> Subcode(string outcome) => outcome switch
    {
        "14" or "16" => AboutSupport,
        "15" => AboutEvidence,
        "18" => AboutLines,
        "21" => AboutInterest,
        _ => None,
    };
}
