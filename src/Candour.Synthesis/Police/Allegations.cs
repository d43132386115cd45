using Candour.Synthesis.Chance;

namespace Candour.Synthesis.Police;

/// <summary>What is alleged of police, how often in 1,000.</summary>
internal static class Allegations
{
    public static Weighted<string> Type { get; } = new(
        ("sexual-assault", 90), ("sexual-conduct", 120), ("abuse-of-position", 90), ("domestic-abuse", 180),
        ("harassment-stalking", 120), ("other-violence", 230), ("discrimination", 110), ("other", 60));
}
