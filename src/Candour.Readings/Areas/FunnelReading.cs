using Candour.Readings.Charts;
using Candour.Statistics;

namespace Candour.Readings.Areas;

/// <summary>
/// Areas in a funnel, and the places that their data allow. Where areas differ by more than chance (φ above 1), the limits
/// allow for it: without that, large areas are outside nearly always. Nothing is ranked: a place is only ever said as the
/// range that the data allow.
/// </summary>
/// <param name="Areas">In the order given.</param>
/// <param name="Emphasised">Position of the area the reader came for; −1 for none.</param>
/// <param name="Target">The share of all areas together; 0 without any case.</param>
/// <param name="Dispersion">How much more the areas differ than chance; or that there are too few to tell.</param>
/// <param name="Places">Of each area, in the order given.</param>
/// <param name="Ranks">Of the areas with cases.</param>
public sealed record FunnelReading(
    IReadOnlyList<NamedShare> Areas,
    int Emphasised,
    double Target,
    Overdispersion Dispersion,
    IReadOnlyList<FunnelPlace> Places,
    RankIntervals Ranks)
{
    /// <summary>Whether the limits have the variance between areas in them.</summary>
    public bool IsAdjusted => Dispersion is Overdispersion.Known { Phi: > 1, TauSquared: > 0 };

    public string Sentence => FunnelSentence.Of(this);

    /// <summary>Places areas.</summary>
    /// <param name="areas">At least one; those without cases have no place.</param>
    /// <param name="emphasised">Position of the area the reader came for; −1 for none.</param>
    public static FunnelReading Of(IReadOnlyList<NamedShare> areas, int emphasised = -1)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentOutOfRangeException.ThrowIfZero(areas.Count);
        var cases = areas.Sum(area => (double)area.Count.Denominator);
        var target = cases == 0 ? 0 : Math.Clamp(areas.Sum(area => (double)area.Count.Numerator) / cases, 0, 1);
        var weighted = areas.Select(area => new WeightedShare(area.Count.Numerator, area.Count.Denominator)).ToArray();
        var dispersion = Overdispersion.Of(weighted);
        return new FunnelReading(
            areas, emphasised, target, dispersion,
            [
                .. weighted.Select(area => dispersion is Overdispersion.Known { Phi: > 1, TauSquared: > 0 } known
                    ? known.PlaceOf(area)
                    : Funnel.PlaceOfShare(area.Numerator, area.Denominator, target)),
            ],
            RankIntervals.Of([.. areas.Select(area => area.Count)]));
    }

    /// <summary>The 95 % and the 99.8 % limits of a share of so many cases.</summary>
    public (Interval Usual, Interval Wide) Limits(double cases) =>
        Dispersion is Overdispersion.Known { Phi: > 1, TauSquared: > 0 } known
            ? (known.Limits(cases, NormalQuantile.TwoSided95), known.Limits(cases, NormalQuantile.TwoSided998))
            : (Funnel.ShareLimits(Target, cases, NormalQuantile.TwoSided95),
                Funnel.ShareLimits(Target, cases, NormalQuantile.TwoSided998));

    /// <summary>The funnel with its table.</summary>
    public Chart Draw(string id, string headline, string subtitle, string unit, string casesTitle, string rowHeading) =>
        new FunnelChart(
            id, headline, subtitle, unit, casesTitle, rowHeading, Target, Limits,
            [
                .. Areas.Select((area, i) => new FunnelPoint(
                    area.Name, area.Count, Places[i], i == Emphasised,
                    Ranks.Areas.FirstOrDefault(rank => rank.Area == i) is { } rank
                        ? FunnelSentence.Places(rank, Ranks.Areas.Count) : "")),
            ],
            Sentence).Draw();
}
