using Candour.Statistics;

namespace Candour.Readings;

/// <summary>Whoever is in the whole and in no group.</summary>
internal static class ShareRest
{
    /// <summary>Not recorded, refused, unknown. Where corrections make the groups larger than the whole, nobody.</summary>
    public static ShareCount Of(ShareCount whole, IReadOnlyCollection<NamedShare> groups)
    {
        var rest = whole.Denominator - groups.Sum(group => group.Count.Denominator);
        var with = whole.Numerator - groups.Sum(group => group.Count.Numerator);
        return rest > 0 && with >= 0 && with <= rest ? new ShareCount(with, rest) : new ShareCount(0, 0);
    }
}
