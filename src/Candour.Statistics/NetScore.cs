namespace Candour.Statistics;

/// <summary>
/// The share who are favourable less the share who are not, with the variance of a difference of two shares of the same
/// answers (of the multinomial distribution):
/// <code>s = p − d,   variance ((p + d) − (p − d)²)/n</code>
/// It hides who is neither: show the spread (<see cref="Answers"/>) first.
/// </summary>
/// <param name="Answered">n.</param>
/// <param name="StandardError">Of the score; 0 when all answers are alike.</param>
/// <param name="Score">From −1 to 1, or why there is none. When all answers are alike the interval is that of Wilson,
/// with everybody else on the other side.</param>
public sealed record NetScore(long Answered, double StandardError, Estimate Score)
{
    /// <summary>The score of these answers.</summary>
    /// <param name="favourable">Not negative.</param>
    /// <param name="neither">Not negative.</param>
    /// <param name="unfavourable">Not negative.</param>
    /// <param name="fewest">Below so many answers in all the score is withheld; at least 1.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static NetScore Of(
        long favourable, long neither, long unfavourable, long fewest = Answers.UsualFewest,
        double z = NormalQuantile.TwoSided95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(favourable);
        ArgumentOutOfRangeException.ThrowIfNegative(neither);
        ArgumentOutOfRangeException.ThrowIfNegative(unfavourable);
        ArgumentOutOfRangeException.ThrowIfLessThan(fewest, 1);
        Arguments.RefuseUnlessPositive(z);
        var n = favourable + neither + unfavourable;
        if (n < fewest)
        {
            return new NetScore(n, 0, new Estimate.TooFew(n, fewest));
        }

        var (p, d) = ((double)favourable / n, (double)unfavourable / n);
        var score = (favourable - unfavourable) / (double)n;
        if (favourable == n || neither == n || unfavourable == n)
        {
            var others = 1 - Wilson.Interval(n, n, z).Lower;
            var (below, above) = (neither == n ? others : favourable == n ? 2 * others : 0,
                neither == n ? others : unfavourable == n ? 2 * others : 0);
            return new NetScore(n, 0, new Estimate.Known(score, new Interval(score - below, score + above)));
        }

        var error = Math.Sqrt(((p * (1 - p)) + (d * (1 - d)) + (2 * p * d)) / n);
        return new NetScore(n, error, new Estimate.Known(score, new Interval(
            Math.Max(score - (z * error), -1), Math.Min(score + (z * error), 1))));
    }
}
