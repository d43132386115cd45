namespace Candour.Statistics;

/// <summary>One stratum: two groups, each with and without the property.</summary>
public readonly record struct StratumPair(ShareCount One, ShareCount Other);

/// <summary>
/// One odds ratio for two groups over several strata (crime types, say), so that groups which differ only in their mix
/// are not told apart (Mantel and Haenszel, "Statistical aspects of the analysis of data from retrospective studies",
/// Journal of the National Cancer Institute 22, 1959, 719-748). With the cells a, b of the first group, c, d of the other
/// and n cases in a stratum:
/// <code>OR = ∑ ad/n / ∑ bc/n = R/S</code>
/// The variance of its logarithm is that of Robins, Breslow and Greenland (Biometrics 42, 1986, 311-323), with
/// P = (a + d)/n, Q = (b + c)/n:
/// <code>∑ P ad/n / 2R² + ∑ (P bc + Q ad)/n / 2RS + ∑ Q bc/n / 2S²</code>
/// Whether the strata share one odds ratio is tested by Breslow and Day's chi-square (Statistical Methods in Cancer
/// Research I, 1980, 142), without Tarone's correction.
/// </summary>
public abstract record MantelHaenszel
{
    /// <summary>Below this p-value the strata are called different.</summary>
    public const double HeterogeneousBelow = 0.05;

    private MantelHaenszel()
    {
    }

    /// <summary>The strata agree well enough with one odds ratio.</summary>
    /// <param name="OddsRatio">Adjusted for the strata.</param>
    /// <param name="Test">Whether the adjusted odds ratio is 1; with the continuity correction of ½.</param>
    /// <param name="Homogeneity">Null when fewer than two strata can tell.</param>
    public sealed record Common(Estimate.Known OddsRatio, ChiSquareTest Test, ChiSquareTest? Homogeneity)
        : MantelHaenszel;

    /// <summary>The strata have different odds ratios. The pooled one is no answer alone: show the strata, and it only
    /// beside them.</summary>
    public sealed record Heterogeneous(Estimate.Known OddsRatio, ChiSquareTest Test, ChiSquareTest Homogeneity)
        : MantelHaenszel;

    /// <summary>No stratum compares: in each a group is empty, or all cases agree, or the counts are too one-sided.
    /// </summary>
    public sealed record NotEstimable(Obstacle Because) : MantelHaenszel;

    /// <summary>The common odds ratio. Strata in which one group is empty, or in which all cases have the property or
    /// none has, say nothing and are passed over.</summary>
    /// <param name="strata">In any order.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static MantelHaenszel Of(IReadOnlyCollection<StratumPair> strata, double z = NormalQuantile.TwoSided95)
    {
        ArgumentNullException.ThrowIfNull(strata);
        Arguments.RefuseUnlessPositive(z);
        var cells = new List<Cells>();
        foreach (var (one, other) in strata)
        {
            one.RefuseUnlessShare(nameof(strata));
            other.RefuseUnlessShare(nameof(strata));
            var stratum = new Cells(one.Numerator, one.Rest, other.Numerator, other.Rest);
            if (stratum.Row1 > 0 && stratum.Row2 > 0 && stratum.Column1 > 0 && stratum.Column2 > 0)
            {
                cells.Add(stratum);
            }
        }

        if (cells.Count == 0)
        {
            return new NotEstimable(Obstacle.EmptyStratum);
        }

        var with = cells.Sum(s => s.A * s.D / s.N);
        var against = cells.Sum(s => s.B * s.C / s.N);
        if (with == 0 || against == 0)
        {
            return new NotEstimable(Obstacle.ZeroCell);
        }

        var (concordant, mixed, discordant) = (0.0, 0.0, 0.0);
        foreach (var s in cells)
        {
            var (p, q, ad, bc) = ((s.A + s.D) / s.N, (s.B + s.C) / s.N, s.A * s.D / s.N, s.B * s.C / s.N);
            concordant += p * ad;
            mixed += (p * bc) + (q * ad);
            discordant += q * bc;
        }

        var variance = (concordant / (2 * with * with)) + (mixed / (2 * with * against))
            + (discordant / (2 * against * against));
        var odds = TwoShares.OnLogScale(with / against, Math.Sqrt(variance), z);
        var test = Association(cells);
        var homogeneity = Agreement(cells, with / against);
        return homogeneity is { } h && h.P < HeterogeneousBelow
            ? new Heterogeneous(odds, test, h)
            : new Common(odds, test, homogeneity);
    }

    public T Match<T>(
        Func<Common, T> common, Func<Heterogeneous, T> heterogeneous, Func<NotEstimable, T> notEstimable)
    {
        ArgumentNullException.ThrowIfNull(common);
        ArgumentNullException.ThrowIfNull(heterogeneous);
        ArgumentNullException.ThrowIfNull(notEstimable);
        return this switch
        {
            Common result => common(result),
            Heterogeneous result => heterogeneous(result),
            NotEstimable result => notEstimable(result),
            _ => throw new InvalidOperationException("A common odds ratio is found, doubtful, or not estimable."),
        };
    }

    /// <summary>(|∑ a − ∑ E(a)| − ½)² / ∑ V(a), never below 0.</summary>
    private static ChiSquareTest Association(List<Cells> cells)
    {
        var excess = Math.Abs(cells.Sum(s => s.A - (s.Row1 * s.Column1 / s.N)));
        var variance = cells.Sum(s => s.Row1 / s.N * (s.Row2 / s.N) * s.Column1 * s.Column2 / (s.N - 1));
        return ChiSquareTest.Of(Math.Pow(Math.Max(excess - 0.5, 0), 2) / variance, 1);
    }

    private static ChiSquareTest? Agreement(List<Cells> cells, double odds)
    {
        if (cells.Count < 2)
        {
            return null;
        }

        var sum = 0.0;
        foreach (var s in cells)
        {
            var a = Fitted(s, odds);
            var squared = Math.Pow(s.A - a, 2);
            sum += squared == 0
                ? 0
                : squared * ((1 / a) + (1 / (s.Row1 - a)) + (1 / (s.Column1 - a)) + (1 / (s.Row2 - s.Column1 + a)));
        }

        return ChiSquareTest.Of(sum, cells.Count - 1);
    }

    /// <summary>The first cell that has this odds ratio in the margins of the stratum: the root of
    /// a(d) = odds · b · c that leaves no cell negative, in the form in which nothing cancels.</summary>
    private static double Fitted(Cells s, double odds)
    {
        var (least, most) = (Math.Max(0, s.Row1 - s.Column2), Math.Min(s.Row1, s.Column1));
        var linear = (odds * (s.Row1 + s.Column1)) + (s.Row2 - s.Column1);
        var product = odds * s.Row1 * s.Column1;
        var root = Math.Sqrt(Math.Max((linear * linear) - (4 * (odds - 1) * product), 0));
        return Math.Clamp(2 * product / (linear + root), least, most);
    }

    private readonly record struct Cells(double A, double B, double C, double D)
    {
        public double Row1 => A + B;

        public double Row2 => C + D;

        public double Column1 => A + C;

        public double Column2 => B + D;

        public double N => A + B + C + D;
    }
}

/// <summary>A chi-square statistic and how often chance alone would exceed it.</summary>
/// <param name="ChiSquare">Not negative.</param>
/// <param name="Degrees">Degrees of freedom.</param>
/// <param name="P">From 0 to 1.</param>
public readonly record struct ChiSquareTest(double ChiSquare, int Degrees, double P)
{
    internal static ChiSquareTest Of(double chiSquare, int degrees) =>
        new(chiSquare, degrees, Distributions.ChiSquareUpperTail(chiSquare, degrees));
}
