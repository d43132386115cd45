namespace Candour.Statistics;

/// <summary>Events against those that were expected; or one count against another.</summary>
/// <param name="Observed">Not negative.</param>
/// <param name="Expected">Not negative; 0 where nothing was.</param>
public readonly record struct CountRatio(double Observed, double Expected);

/// <summary>On which scale ratios of areas stray equally.</summary>
public enum RatioScale
{
    /// <summary>Observed against expected events, <code>y = √(O/E), s = 1/(2√E)</code> around 1, as the Care Quality Commission
    /// does; the outer tenths are drawn in.</summary>
    SquareRoot,

    /// <summary>Observed against expected events, <code>y = ln(O/E), s = 1/√E</code> around 0, as the Summary Hospital-level Mortality
    /// Indicator does; the outer tenths are left out.</summary>
    Logarithm,

    /// <summary>One count against another, <code>y = ln((x + ½)/(n + ½)), s² = x/(x + ½)² + n/(n + ½)²</code> around all areas together;
    /// the outer tenths are drawn in.</summary>
    Counts,
}

/// <summary>
/// How much more the areas' ratios differ than chance would make them, and the funnel that allows for it: as
/// <see cref="Overdispersion"/> does for shares, on the scale of the ratio (Spiegelhalter 2005; NHS Digital, SHMI
/// specification).
/// </summary>
public abstract record RatioOverdispersion
{
    private RatioOverdispersion()
    {
    }

    /// <summary>Dispersion was estimated.</summary>
    /// <param name="Scale">On which scale.</param>
    /// <param name="Target">The ratio in the middle: 1, or that of all areas together.</param>
    /// <param name="Phi">Dispersion; above 1 the areas differ by more than chance.</param>
    /// <param name="TauSquared">The variance between areas on the scale; 0 when chance is enough.</param>
    /// <param name="Areas">Areas that φ was taken from.</param>
    public sealed record Known(RatioScale Scale, double Target, double Phi, double TauSquared, int Areas) : RatioOverdispersion
    {
        /// <summary>The limits of a ratio with so many expected events, with the variance between areas in them.</summary>
        /// <param name="expected">Above 0.</param>
        /// <param name="z"><see cref="NormalQuantile.TwoSided95"/> or <see cref="NormalQuantile.TwoSided998"/>.</param>
        /// <returns>Ratios; the lower end is 0 where so few events cannot stray so far.</returns>
        /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
        public Interval Limits(double expected, double z)
        {
            Arguments.RefuseUnlessPositive(expected);
            Arguments.RefuseUnlessPositive(z);
            var error = Scale == RatioScale.Counts ? Counts(Target * expected, expected).Error : ErrorOf(Scale, expected);
            var reach = z * Math.Sqrt((error * error) + TauSquared);
            if (Scale == RatioScale.SquareRoot)
            {
                return new Interval(Math.Pow(Math.Max(1 - reach, 0), 2), Math.Pow(1 + reach, 2));
            }

            return new Interval(Target * Math.Exp(-reach), Target * Math.Exp(reach));
        }

        /// <summary>Where an area lies between these limits.</summary>
        public FunnelPlace PlaceOf(CountRatio area)
        {
            Refuse(area);
            if (area.Expected == 0)
            {
                return FunnelPlace.NotPlaced;
            }

            var ratio = area.Observed / area.Expected;
            var (usual, wide) = (Limits(area.Expected, NormalQuantile.TwoSided95), Limits(area.Expected, NormalQuantile.TwoSided998));
            return Funnel.PlaceBetween(ratio, usual, wide);
        }
    }

    /// <summary>Too few areas can be compared.</summary>
    public sealed record TooFewAreas(int Areas, int Needed) : RatioOverdispersion;

    /// <summary>The dispersion of the areas' ratios.</summary>
    /// <param name="areas">In any order. Those with nothing expected are passed over; on the logarithmic scale those with nothing
    /// observed, too, because the logarithm of 0 does not exist.</param>
    /// <param name="scale">On which they stray equally.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static RatioOverdispersion Of(IReadOnlyCollection<CountRatio> areas, RatioScale scale)
    {
        ArgumentNullException.ThrowIfNull(areas);
        foreach (var area in areas)
        {
            Refuse(area);
        }

        var counted = areas.Where(area => area.Expected > 0 && (scale != RatioScale.Logarithm || area.Observed > 0)).ToList();
        var target = scale == RatioScale.Counts ? counted.Sum(area => area.Observed) / counted.Sum(area => area.Expected) : 1;
        if (counted.Count < Overdispersion.FewestAreas || target == 0)
        {
            return new TooFewAreas(target > 0 ? counted.Count : 0, Overdispersion.FewestAreas);
        }

        var scores = counted.ConvertAll(area => Score(area, scale, target));
        var kept = scale == RatioScale.Logarithm ? WithoutOuterTenths(scores) : DrawnIn(scores);
        var (phi, tau) = Between(kept);
        return new Known(scale, target, phi, tau, kept.Count);
    }

    public T Match<T>(Func<Known, T> known, Func<TooFewAreas, T> tooFewAreas)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(tooFewAreas);
        return this switch
        {
            Known dispersion => known(dispersion),
            TooFewAreas few => tooFewAreas(few),
            _ => throw new InvalidOperationException("Dispersion is known, or of too few areas."),
        };
    }

    private static (double Z, double Error) Score(CountRatio area, RatioScale scale, double target)
    {
        var error = ErrorOf(scale, area.Expected);
        if (scale == RatioScale.Counts)
        {
            var (middle, own) = Counts(area.Observed, area.Expected);
            return ((middle - Math.Log(target)) / own, own);
        }

        return scale == RatioScale.SquareRoot
            ? ((Math.Sqrt(area.Observed / area.Expected) - 1) / error, error)
            : (Math.Log(area.Observed / area.Expected) / error, error);
    }

    private static double ErrorOf(RatioScale scale, double expected) =>
        scale == RatioScale.SquareRoot ? 1 / (2 * Math.Sqrt(expected)) : 1 / Math.Sqrt(expected);

    private static (double Middle, double Error) Counts(double x, double n) => (
        Math.Log((x + 0.5) / (n + 0.5)),
        Math.Sqrt((x / Math.Pow(x + 0.5, 2)) + (n / Math.Pow(n + 0.5, 2))));

    private static List<(double Z, double Error)> DrawnIn(List<(double Z, double Error)> scores)
    {
        var z = scores.ConvertAll(score => score.Z);
        var (low, high) = (Quantile.Of(z, 0.1)!.Value, Quantile.Of(z, 0.9)!.Value);
        return scores.ConvertAll(score => (Math.Clamp(score.Z, low, high), score.Error));
    }

    /// <summary>Without the areas in the first and in the last of ten groups by rank; areas with one score share its mean
    /// rank.</summary>
    private static List<(double Z, double Error)> WithoutOuterTenths(List<(double Z, double Error)> scores) =>
    [
        .. scores.Where(score =>
        {
            var rank = scores.Count(other => other.Z < score.Z) + ((scores.Count(other => other.Z == score.Z) + 1) / 2.0);
            return Math.Floor(rank * 10 / (scores.Count + 1)) is > 0 and < 9;
        }),
    ];

    private static (double Phi, double TauSquared) Between(List<(double Z, double Error)> kept)
    {
        double k = kept.Count;
        var phi = kept.Sum(score => score.Z * score.Z) / k;
        var whole = kept.Sum(score => 1 / (score.Error * score.Error));
        var spread = whole - (kept.Sum(score => Math.Pow(score.Error, -4)) / whole);
        return (phi, Math.Max(((k * phi) - (k - 1)) / spread, 0));
    }

    private static void Refuse(CountRatio area)
    {
        Arguments.RefuseUnlessNotNegative(area.Observed, nameof(area));
        Arguments.RefuseUnlessNotNegative(area.Expected, nameof(area));
    }
}
