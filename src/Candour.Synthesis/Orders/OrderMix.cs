using Candour.Synthesis.Chance;
using Candour.Synthesis.Planted;

namespace Candour.Synthesis.Orders;

/// <summary>Which orders are sought, how often in 1,000, and for how many days they hold. Domestic abuse protection notices
/// and orders exist from 27 November 2024 and take the place of most of the older ones.</summary>
internal static class OrderMix
{
    private static readonly Weighted<string> Before = new(
        ("dvpn", 230), ("dvpo", 210), ("stalking-protection", 60), ("sexual-harm-prevention", 130), ("sexual-risk", 30),
        ("restraining", 200), ("non-molestation", 110), ("forced-marriage", 15), ("fgm", 5), ("other", 10));

    private static readonly Weighted<string> Since = new(
        ("dvpn", 60), ("dvpo", 55), ("dapn", 170), ("dapo", 160), ("stalking-protection", 70),
        ("sexual-harm-prevention", 130), ("sexual-risk", 30), ("restraining", 190), ("non-molestation", 105),
        ("forced-marriage", 15), ("fgm", 5), ("other", 10));

    public static IReadOnlyList<string> Types { get; } =
    [
        "dvpn", "dvpo", "dapn", "dapo", "stalking-protection", "sexual-harm-prevention", "sexual-risk", "restraining",
        "non-molestation", "forced-marriage", "fgm", "other",
    ];

    public static Weighted<string> On(DateOnly day) => day < SpecialCauses.ProtectionOrders.From ? Before : Since;

    public static int Days(string type) => type switch
    {
        "dvpn" or "dapn" => 2,
        "dvpo" => 28,
        "dapo" => 365,
        "stalking-protection" or "sexual-risk" => 730,
        "sexual-harm-prevention" => 1825,
        "restraining" => 1095,
        _ => 365,
    };
}
