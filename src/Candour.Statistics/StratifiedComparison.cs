namespace Candour.Statistics;

/// <summary>
/// Two groups' shares compared within strata and put together with the weights of Mantel and Haenszel, on the scales that are
/// easier to read than odds. With x of n in the first group, y of m in the other and N = n + m in a stratum:
/// <code>
/// difference   ∑ (x m − y n)/N / ∑ n m/N
/// ratio        ∑ x m/N / ∑ y n/N
/// </code>
/// The variance of the difference is Sato's ("On the variance estimator for the Mantel-Haenszel risk difference", Biometrics 45, 1989,
/// 1323-1324), of the ratio's logarithm Greenland and Robins's (Biometrics 41, 1985, 55-68). Whether the strata agree is said by
/// <see cref="MantelHaenszel"/>.
/// </summary>
public static class StratifiedComparison
{
    /// <summary>The difference of shares, like compared with like.</summary>
    /// <param name="strata">In any order; those in which a group is empty say nothing and are passed over.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <returns>From −1 to 1. Not estimable when every stratum lacks a group; without spread when all cases agree.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Difference(IReadOnlyCollection<StratumPair> strata, double z = NormalQuantile.TwoSided95)
    {
        var counted = Counted(strata, z);
        if (counted.Count == 0)
        {
            return new Estimate.NotEstimable(Obstacle.EmptyStratum);
        }

        var weight = counted.Sum(s => s.N * s.M / s.All);
        var difference = counted.Sum(s => ((s.X * s.M) - (s.Y * s.N)) / s.All) / weight;
        var p = counted.Sum(s => ((s.N * s.N * s.Y) - (s.M * s.M * s.X) + (s.N * s.M * (s.M - s.N) / 2)) / (s.All * s.All));
        var q = counted.Sum(s => ((s.X * (s.M - s.Y)) + (s.Y * (s.N - s.X))) / (2 * s.All));
        var variance = ((difference * p) + q) / (weight * weight);
        var reach = z * Math.Sqrt(Math.Max(variance, 0));
        return reach == 0
            ? new Estimate.NotEstimable(Obstacle.NoSpread)
            : new Estimate.Known(difference, new Interval(Math.Max(difference - reach, -1), Math.Min(difference + reach, 1)));
    }

    /// <summary>The ratio of shares, like compared with like.</summary>
    /// <param name="strata">In any order; those in which a group is empty say nothing and are passed over.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <returns>Above 0. Not estimable when every stratum lacks a group, or a group has nobody with the property; without spread
    /// when everybody has it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Ratio(IReadOnlyCollection<StratumPair> strata, double z = NormalQuantile.TwoSided95)
    {
        var counted = Counted(strata, z);
        if (counted.Count == 0)
        {
            return new Estimate.NotEstimable(Obstacle.EmptyStratum);
        }

        var (over, under) = (counted.Sum(s => s.X * s.M / s.All), counted.Sum(s => s.Y * s.N / s.All));
        if (over == 0 || under == 0)
        {
            return new Estimate.NotEstimable(Obstacle.ZeroCell);
        }

        var spread = counted.Sum(s => ((s.N * s.M * (s.X + s.Y)) - (s.X * s.Y * s.All)) / (s.All * s.All));
        return spread <= 0
            ? new Estimate.NotEstimable(Obstacle.NoSpread)
            : TwoShares.OnLogScale(over / under, Math.Sqrt(spread / over / under), z);
    }

    private static List<Stratum> Counted(IReadOnlyCollection<StratumPair> strata, double z)
    {
        ArgumentNullException.ThrowIfNull(strata);
        Arguments.RefuseUnlessPositive(z);
        var counted = new List<Stratum>();
        foreach (var (one, other) in strata)
        {
            one.RefuseUnlessShare(nameof(strata));
            other.RefuseUnlessShare(nameof(strata));
            if (one.Denominator > 0 && other.Denominator > 0)
            {
                counted.Add(new Stratum(one.Numerator, one.Denominator, other.Numerator, other.Denominator));
            }
        }

        return counted;
    }

    private readonly record struct Stratum(double X, double N, double Y, double M)
    {
        public double All => N + M;
    }
}
