using Candour.Statistics;

namespace Candour.Readings.Areas;

/// <summary>What a funnel says together: φ, how many are outside, how many pairs can be told apart. It names no area but
/// the reader's own.</summary>
internal static class FunnelSentence
{
    public static string Of(FunnelReading funnel)
    {
        var placed = funnel.Places.Count(place => place != FunnelPlace.NotPlaced);
        return placed < 2
            ? "Not enough data: fewer than two areas have cases, so there is nothing to compare."
            : string.Join(' ', new[] { Outside(funnel, placed), Dispersion(funnel), Ranks(funnel), Own(funnel) }
                .Where(text => text.Length > 0));
    }

    /// <summary>The range of places that an area's data allow, from the highest share.</summary>
    public static string Places(RankInterval rank, int areas) => rank.Lower == 1 && rank.Upper == areas
        ? $"any of {areas}"
        : rank.Lower == rank.Upper ? $"{rank.Lower} of {areas}"
        : $"{rank.Lower} to {rank.Upper} of {areas}";

    private static string Outside(FunnelReading funnel, int placed)
    {
        var outer = funnel.Places.Count(place => place is FunnelPlace.FarAbove or FunnelPlace.FarBelow);
        var inner = funnel.Places.Count(place => place is FunnelPlace.Above or FunnelPlace.Below);
        return $"All areas together: {NumberText.Share(funnel.Target)}. Of {placed} areas {placed - outer - inner} lie inside "
            + $"the 95% limits, {inner} between them and the 99.8% limits, and {outer} outside both"
            + (outer + inner > 0 ? "; outside is worth a question and is no answer." : ".");
    }

    private static string Dispersion(FunnelReading funnel) => funnel.Dispersion.Match(
        known => funnel.IsAdjusted
            ? $"Areas differ by more than chance (φ = {NumberText.Rate(known.Phi)}), and the limits allow for it."
            : $"Areas differ by no more than chance (φ = {NumberText.Rate(known.Phi)}).",
        few => $"With {few.Areas} areas it cannot be told whether they differ by more than chance ({few.Needed} are needed); the limits are those of chance alone.");

    private static string Ranks(FunnelReading funnel) => funnel.Ranks.DistinguishablePairs == 0
        ? $"No two of the areas can be told apart: none of {NumberText.Count(funnel.Ranks.Pairs)} pairs differs by more than chance."
        : $"{NumberText.Count(funnel.Ranks.DistinguishablePairs)} of {NumberText.Count(funnel.Ranks.Pairs)} pairs of areas can be told apart; "
            + (funnel.Ranks.Groups.Count == 1
                ? "they hang together in one group, so there is no order of all."
                : $"they fall into {funnel.Ranks.Groups.Count} groups.");

    private static string Own(FunnelReading funnel)
    {
        if (funnel.Ranks.Areas.FirstOrDefault(rank => rank.Area == funnel.Emphasised) is not { } own)
        {
            return "";
        }

        var name = funnel.Areas[funnel.Emphasised].Name;
        return own.NotDistinguishableFrom.Count == funnel.Ranks.Areas.Count - 1
            ? $"{name} cannot be told apart from any other area."
            : $"{name} cannot be told apart from {own.NotDistinguishableFrom.Count} of the {funnel.Ranks.Areas.Count - 1} others.";
    }
}
