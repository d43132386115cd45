namespace Candour.Statistics;

/// <summary>One case, or several alike, in a coefficient of agreement.</summary>
/// <param name="Cases">How many are alike.</param>
/// <param name="Agreement">How far the case moves the observed agreement from its mean.</param>
/// <param name="Chance">How far it moves the agreement to be expected by chance.</param>
internal readonly record struct AgreementPull(double Cases, double Agreement, double Chance);

/// <summary>
/// A coefficient of agreement beyond chance, <code>c = (pa − pe)/(1 − pe)</code>
/// with the variance of its linear part: each case pulls it by ((pa − its mean) − (1 − c)(pe − its mean))/(1 − pe). For
/// two reviewers this is the variance of Fleiss, Cohen and Everitt, "Large sample standard errors of kappa and
/// weighted kappa", Psychological Bulletin 72 (1969), 323-327; for more, of Gwet, "Computing inter-rater reliability
/// and its variance in the presence of high agreement", British Journal of Mathematical and Statistical Psychology 61
/// (2008), 29-48.
/// </summary>
internal static class ChanceCorrected
{
    /// <param name="observed">From 0 to 1.</param>
    /// <param name="byChance">From 0 to 1; at 1 there is nothing to agree on beyond chance.</param>
    /// <param name="pulls">Of every case.</param>
    /// <param name="divisor">By what the sum of squares is divided for the variance.</param>
    /// <param name="z">The normal quantile of the confidence; Student's with the same tail is used.</param>
    public static Estimate Of(
        double observed, double byChance, IReadOnlyCollection<AgreementPull> pulls, double divisor, double z)
    {
        var cases = pulls.Sum(pull => pull.Cases);
        if (cases < 2)
        {
            return new Estimate.TooFew((long)cases, 2);
        }

        if (byChance > 1 - 1e-12)
        {
            return new Estimate.NotEstimable(Obstacle.NoSpread);
        }

        var value = (observed - byChance) / (1 - byChance);
        var squares = pulls.Sum(pull => pull.Cases
            * Math.Pow((pull.Agreement - ((1 - value) * pull.Chance)) / (1 - byChance), 2));
        if (squares > cases * 1e-24)
        {
            var reach = Distributions.StudentUpperQuantile(Distributions.NormalUpperTail(z), cases - 1)
                * Math.Sqrt(squares / divisor);
            return new Estimate.Known(value, new Interval(Math.Max(value - reach, -1), Math.Min(value + reach, 1)));
        }

        // All cases alike: they say nothing about their spread. The agreement itself still has an interval.
        var share = Wilson.WeightedInterval(Math.Clamp(observed, 0, 1) * cases, cases, z);
        return new Estimate.Known(value, new Interval(
            Math.Max(Math.Min(Corrected(share.Lower), value), -1), Math.Max(Corrected(share.Upper), value)));

        double Corrected(double agreement) => (agreement - byChance) / (1 - byChance);
    }
}
