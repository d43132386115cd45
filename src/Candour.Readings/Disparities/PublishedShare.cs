using Candour.Kernel;
using Candour.Statistics;

namespace Candour.Readings.Disparities;

/// <summary>A share as somebody else published it, rounded, perhaps without saying of how many.</summary>
/// <param name="Name">What it is a share of.</param>
/// <param name="Share">From 0 to 1.</param>
/// <param name="Denominator">Of how many; absent when the source does not say.</param>
public sealed record PublishedShare(string Name, double Share, long? Denominator)
{
    /// <summary>The count that the rounded share stands for; only where the source says of how many.</summary>
    public Result<ShareCount> Counted() => Denominator is { } whole && whole > 0
        ? new ShareCount((long)Math.Round(Share * whole, MidpointRounding.AwayFromZero), whole)
        : new DenominatorNotPublished(Name, NumberText.Share(Share));

    /// <summary>Two published shares compared; refused when one does not say of how many it is.</summary>
    public static Result<Figure> Difference(PublishedShare one, PublishedShare other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.Counted().Then(first => other.Counted().Then<Figure>(second => EstimateFigure.Of(TwoShares.Difference(first, second))));
    }

    /// <summary>A share of a share: 67 % of the 90 % are 60 % of all. The second must be a share of those that the first
    /// counts, which only the reader of the source can say.</summary>
    public PublishedShare Of(PublishedShare whole)
    {
        ArgumentNullException.ThrowIfNull(whole);
        return new PublishedShare($"{Name}, of all", Share * whole.Share, whole.Denominator);
    }
}

/// <summary>The source does not say of how many the share is.</summary>
public sealed record DenominatorNotPublished(string Name, string Share) : Refusal(
    $"The source gives {Share} for '{Name}' and not of how many, so chance cannot be told from change: ask the publisher for the number of cases.");
