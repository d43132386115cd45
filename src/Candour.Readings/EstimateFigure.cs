using Candour.Kernel;
using Candour.Statistics;

namespace Candour.Readings;

/// <summary>An estimate as a figure: the number with its interval, or the honest absence in words.</summary>
public static class EstimateFigure
{
    public static Figure Of(Estimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return estimate.Match<Figure>(
            known => new Figure.Known(known.Value, known.Interval.Lower, known.Interval.Upper),
            few => new Figure.TooFew($"Only {NumberText.Count(few.Counted)} cases here; {NumberText.Count(few.Needed)} are needed."),
            not => new Figure.NotApplicable(not.Because switch
            {
                Obstacle.EmptyBase => "There are no cases here to take a share of.",
                Obstacle.EmptyStratum => "A part that counts in the result has nobody in it.",
                Obstacle.NothingExpected => "Nothing was to be expected here, so nothing can be compared with it.",
                Obstacle.ZeroCell => "A count that it would be divided by is 0.",
                Obstacle.NoSpread => "All values agree, so they say nothing about chance.",
                _ => throw new InvalidOperationException("There is no such obstacle."),
            }));
    }

    /// <summary>A share as it was counted, with Wilson's interval; or that there is nothing to take a share of.</summary>
    public static Figure Share(ShareCount count)
    {
        if (count.Denominator == 0)
        {
            return new Figure.NotApplicable("There are no cases here to take a share of.");
        }

        var interval = Wilson.Interval(count.Numerator, count.Denominator);
        return new Figure.Known((double)count.Numerator / count.Denominator, interval.Lower, interval.Upper);
    }
}
