namespace Candour.Statistics;

/// <summary>A share to be placed in a funnel; it may be weighted.</summary>
/// <param name="Numerator">From 0 to <paramref name="Denominator"/>.</param>
/// <param name="Denominator">Not negative.</param>
public readonly record struct WeightedShare(double Numerator, double Denominator);

/// <summary>
/// How much more the areas' shares differ than chance would make them, and the funnel that allows for it (Spiegelhalter,
/// "Handling over-dispersion of performance indicators", Quality and Safety in Health Care 14, 2005, 347-351). On the
/// scale on which every area of one size strays equally,
/// <code>y = asin √p,   s = 1/(2√n),   target t = asin √(∑ x/∑ n),   z = (y − t)/s</code>
/// with the outer tenth of the z at each end drawn in to the tenth and ninetieth percentile (type 7),
/// <code>φ = ∑ z²/k,   τ² = max(0, (kφ − (k − 1))/(∑ w − ∑ w²/∑ w)),   w = 1/s²</code>
/// The limits are sin²(t ∓ z √(s² + τ²)). Always print φ. By chance alone it is about
/// 0.68, because the outer tenths are drawn in, so up to 1 nothing is added to the limits.
/// </summary>
public abstract record Overdispersion
{
    /// <summary>Below this many areas with cases a tenth at each end is less than one area.</summary>
    public const int FewestAreas = 10;

    private Overdispersion()
    {
    }

    /// <summary>Dispersion was estimated.</summary>
    /// <param name="Target">The share of all areas together.</param>
    /// <param name="Phi">Dispersion; above 1 the areas differ by more than chance.</param>
    /// <param name="TauSquared">The variance between areas on the scale of asin √p; 0 when chance is enough.</param>
    /// <param name="Drawn">The z to which the outer ones were drawn in.</param>
    /// <param name="Areas">Areas with cases.</param>
    public sealed record Known(double Target, double Phi, double TauSquared, Interval Drawn, int Areas)
        : Overdispersion
    {
        /// <summary>The limits of a share of so many cases, with the variance between areas in them.</summary>
        /// <param name="cases">Above 0.</param>
        /// <param name="z"><see cref="NormalQuantile.TwoSided95"/> or <see cref="NormalQuantile.TwoSided998"/>.
        /// </param>
        /// <returns>Shares. Where so few cases cannot stray so far, exactly 0 or 1: nothing is outside there.</returns>
        /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
        public Interval Limits(double cases, double z)
        {
            Arguments.RefuseUnlessPositive(cases);
            Arguments.RefuseUnlessPositive(z);
            var middle = Math.Asin(Math.Sqrt(Target));
            var reach = z * Math.Sqrt((1 / (4 * cases)) + TauSquared);
            return new Interval(
                middle <= reach ? 0 : Math.Pow(Math.Sin(middle - reach), 2),
                middle + reach >= Math.PI / 2 ? 1 : Math.Pow(Math.Sin(middle + reach), 2));
        }

        /// <summary>Where an area lies between these limits.</summary>
        public FunnelPlace PlaceOf(WeightedShare area)
        {
            Refuse(area);
            if (area.Denominator == 0)
            {
                return FunnelPlace.NotPlaced;
            }

            var share = area.Numerator / area.Denominator;
            var (usual, wide) = (Limits(area.Denominator, NormalQuantile.TwoSided95),
                Limits(area.Denominator, NormalQuantile.TwoSided998));
            return Funnel.PlaceBetween(share, usual, wide);
        }
    }

    /// <summary>Too few areas have cases.</summary>
    public sealed record TooFewAreas(int Areas, int Needed) : Overdispersion;

    /// <summary>The dispersion of the areas' shares.</summary>
    /// <param name="areas">In any order; those without cases are passed over.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Overdispersion Of(IReadOnlyCollection<WeightedShare> areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        foreach (var area in areas)
        {
            Refuse(area);
        }

        var counted = areas.Where(area => area.Denominator > 0).ToList();
        if (counted.Count < FewestAreas)
        {
            return new TooFewAreas(counted.Count, FewestAreas);
        }

        var cases = counted.Sum(area => area.Denominator);
        var target = Math.Clamp(counted.Sum(area => area.Numerator) / cases, 0, 1);
        var middle = Math.Asin(Math.Sqrt(target));
        var z = counted.ConvertAll(area => 2 * Math.Sqrt(area.Denominator)
            * (Math.Asin(Math.Sqrt(area.Numerator / area.Denominator)) - middle));
        var drawn = new Interval(Quantile.Of(z, 0.1)!.Value, Quantile.Of(z, 0.9)!.Value);
        double k = counted.Count;
        var phi = z.Sum(value => Math.Pow(Math.Clamp(value, drawn.Lower, drawn.Upper), 2)) / k;

        // ∑ w − ∑ w²/∑ w with w = 4n; above 0, because no area has all the cases.
        var spread = 4 * counted.Sum(area => area.Denominator * ((cases - area.Denominator) / cases));
        return new Known(target, phi, Math.Max(((k * phi) - (k - 1)) / spread, 0), drawn, counted.Count);
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

    private static void Refuse(WeightedShare area)
    {
        Arguments.RefuseUnlessNotNegative(area.Denominator, nameof(area));
        Arguments.RefuseUnlessNotNegative(area.Numerator, nameof(area));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(area.Numerator, area.Denominator, nameof(area));
    }
}
