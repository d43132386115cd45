namespace Candour.Statistics;

/// <summary>How the spread of the last step is judged when only one origin has made it.</summary>
public enum LastSpread
{
    /// <summary>The spreads of the earlier steps, on a straight line on the log scale, are carried on.</summary>
    LogLinear,

    /// <summary>Mack's: the least of the last spread's square over the one before, and of both.</summary>
    Mack,
}

/// <summary>What is known of one origin (a month in which crimes were recorded), and what it will come to.</summary>
public abstract record LadderOrigin
{
    private LadderOrigin()
    {
    }

    /// <summary>All steps are made.</summary>
    public sealed record Complete(double Count) : LadderOrigin;

    /// <summary>More is to come.</summary>
    /// <param name="SoFar">The count at its last known step.</param>
    /// <param name="Expected">The count at the end.</param>
    /// <param name="StandardError">Of the expected count: what chance will do, and what the factors do not
    /// know.</param>
    /// <param name="Interval">Log-normal, as Mack proposes; it may begin below what is known, because counts can fall
    /// when crimes are cancelled.</param>
    public sealed record Developing(double SoFar, double Expected, double StandardError, Interval Interval)
        : LadderOrigin
    {
        /// <summary>The share of the expected count that is known; above 1 when counts usually fall.</summary>
        public double Developed => SoFar / Expected;

        /// <summary>Whether so little is known that the point is drawn hatched and kept out of the rules of charts: it
        /// would look like a fall.</summary>
        public bool Immature => Developed < ChainLadder.MatureShare;
    }

    /// <summary>So few are known that nothing is foretold.</summary>
    public sealed record TooFew(double SoFar, double Needed) : LadderOrigin;

    public T Match<T>(Func<Complete, T> complete, Func<Developing, T> developing, Func<TooFew, T> tooFew)
    {
        ArgumentNullException.ThrowIfNull(complete);
        ArgumentNullException.ThrowIfNull(developing);
        ArgumentNullException.ThrowIfNull(tooFew);
        return this switch
        {
            Complete origin => complete(origin),
            Developing origin => developing(origin),
            TooFew origin => tooFew(origin),
            _ => throw new InvalidOperationException("An origin is complete, developing, or too small."),
        };
    }
}

/// <summary>
/// What the latest months will come to when late reports and late outcomes have arrived: the chain ladder, with the
/// error of Mack ("Distribution-free calculation of the standard error of chain ladder reserve estimates", ASTIN
/// Bulletin 23, 1993, 213-225). C(i, k) is the count of origin i after step k; sums run over the origins that have made
/// the next step.
/// <code>
/// f(k) = ∑ C(i, k + 1)/∑ C(i, k),   σ²(k) = ∑ C(i, k)(C(i, k + 1)/C(i, k) − f(k))²/(m − 1)
/// error² of a step on: f² error² + Ĉ σ² + Ĉ² σ²/∑ C(i, k)
/// </code>
/// It holds only while reports come as late as they used to; a change of process is not foreseen.
/// </summary>
public abstract record ChainLadder
{
    /// <summary>Origins with fewer events so far are not foretold.</summary>
    public const double FewestEvents = 30;

    /// <summary>An origin is mature when this share of its expected count is known.</summary>
    public const double MatureShare = 0.95;

    /// <summary>Fewer origins have no spread to judge by.</summary>
    public const int FewestOrigins = 4;

    private ChainLadder()
    {
    }

    /// <summary>Counts have been developed.</summary>
    /// <param name="Factors">By what a count grows, step by step.</param>
    /// <param name="Spreads">σ of each step.</param>
    /// <param name="Origins">In the order given.</param>
    /// <param name="Outstanding">What is to come of all origins together.</param>
    /// <param name="StandardError">Of that; origins share the factors, so it is more than theirs together by chance.
    /// </param>
    public sealed record Known(
        IReadOnlyList<double> Factors, IReadOnlyList<double> Spreads, IReadOnlyList<LadderOrigin> Origins,
        double Outstanding, double StandardError) : ChainLadder;

    /// <summary>There are too few origins.</summary>
    public sealed record TooFewOrigins(int Origins, int Needed) : ChainLadder;

    /// <summary>No origin has events at a step, so what they grow to cannot be told.</summary>
    /// <param name="Step">From 0.</param>
    public sealed record NothingReported(int Step) : ChainLadder;

    /// <summary>The development of <paramref name="triangle"/>.</summary>
    /// <param name="triangle">For each origin, oldest first, its count after every step known so far; not negative. No
    /// origin has more steps than an older one, the last has at least one, and the first has all.</param>
    /// <param name="last">How the spread of a step that only one origin has made is judged.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <exception cref="ArgumentException">An origin has more steps than an older one, or none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static ChainLadder Of(
        IReadOnlyList<IReadOnlyList<double>> triangle, LastSpread last = LastSpread.LogLinear,
        double z = NormalQuantile.TwoSided95)
    {
        ArgumentNullException.ThrowIfNull(triangle);
        Arguments.RefuseUnlessPositive(z);
        for (var i = 0; i < triangle.Count; i++)
        {
            if (triangle[i].Count == 0 || (i > 0 && triangle[i].Count > triangle[i - 1].Count))
            {
                throw new ArgumentException(
                    "Every origin has made a step, and none more than an older one.", nameof(triangle));
            }

            foreach (var count in triangle[i])
            {
                Arguments.RefuseUnlessNotNegative(count, nameof(triangle));
            }
        }

        if (triangle.Count < FewestOrigins)
        {
            return new TooFewOrigins(triangle.Count, FewestOrigins);
        }

        var steps = triangle[0].Count - 1;
        var (factors, spreads, bases) = (new double[steps], new double[steps], new double[steps]);
        for (var k = 0; k < steps; k++)
        {
            var made = triangle.Where(origin => origin.Count > k + 1).ToList();
            bases[k] = made.Sum(origin => origin[k]);
            if (bases[k] == 0)
            {
                return new NothingReported(k);
            }

            factors[k] = made.Sum(origin => origin[k + 1]) / bases[k];

            // An origin without events has no ratio; it grows the sums, and nothing more can be said of it.
            var ratios = made.Where(origin => origin[k] > 0).ToList();
            spreads[k] = ratios.Count < 2 ? double.NaN : Math.Sqrt(ratios.Sum(
                origin => origin[k] * Math.Pow((origin[k + 1] / origin[k]) - factors[k], 2)) / (ratios.Count - 1));
            if (double.IsNaN(spreads[k]))
            {
                spreads[k] = CarriedOn(spreads.AsSpan(0, k), last);
            }
        }

        return Developed(triangle, factors, spreads, bases, z);
    }

    public T Match<T>(
        Func<Known, T> known, Func<TooFewOrigins, T> tooFewOrigins, Func<NothingReported, T> nothingReported)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(tooFewOrigins);
        ArgumentNullException.ThrowIfNull(nothingReported);
        return this switch
        {
            Known ladder => known(ladder),
            TooFewOrigins few => tooFewOrigins(few),
            NothingReported nothing => nothingReported(nothing),
            _ => throw new InvalidOperationException("A ladder is known, of too few, or of nothing."),
        };
    }

    private static Known Developed(
        IReadOnlyList<IReadOnlyList<double>> triangle, double[] factors, double[] spreads, double[] bases, double z)
    {
        var steps = factors.Length;
        var origins = new List<LadderOrigin>();

        // The error that all origins share: their counts at a step together, and its square carried on.
        var (outstanding, own, shared) = (0.0, 0.0, 0.0);
        var together = new double[steps + 1];
        foreach (var origin in triangle)
        {
            var (count, chance, factor) = (origin[^1], 0.0, 0.0);
            for (var k = origin.Count - 1; k < steps; k++)
            {
                together[k] += count;
                chance = (factors[k] * factors[k] * chance) + (count * spreads[k] * spreads[k]);
                factor = (factors[k] * factors[k] * factor) + (count * count * spreads[k] * spreads[k] / bases[k]);
                count *= factors[k];
            }

            outstanding += count - origin[^1];
            own += chance;
            origins.Add(OriginOf(origin, steps, count, Math.Sqrt(chance + factor), z));
        }

        for (var k = 0; k < steps; k++)
        {
            shared = (factors[k] * factors[k] * shared)
                + (together[k] * together[k] * spreads[k] * spreads[k] / bases[k]);
        }

        return new Known(factors, spreads, origins, outstanding, Math.Sqrt(own + shared));
    }

    private static LadderOrigin OriginOf(
        IReadOnlyList<double> origin, int steps, double expected, double error, double z)
    {
        if (origin.Count == steps + 1)
        {
            return new LadderOrigin.Complete(origin[^1]);
        }

        if (origin[^1] < FewestEvents || expected == 0)
        {
            return new LadderOrigin.TooFew(origin[^1], FewestEvents);
        }

        var spread = Math.Sqrt(double.LogP1(error / expected * (error / expected)));
        var middle = expected * Math.Exp(-spread * spread / 2);
        return new LadderOrigin.Developing(origin[^1], expected, error, new Interval(
            middle * Math.Exp(-z * spread), middle * Math.Exp(z * spread)));
    }

    /// <summary>The spread of a step that only one origin with events has made.</summary>
    private static double CarriedOn(ReadOnlySpan<double> spreads, LastSpread last)
    {
        var known = new List<(double Step, double Log)>();
        for (var k = 0; k < spreads.Length; k++)
        {
            if (spreads[k] > 0)
            {
                known.Add((k, Math.Log(spreads[k])));
            }
        }

        // Fewer than two spreads above 0 make no line; what there is at most is carried on.
        if (known.Count < 2)
        {
            return known.Count == 0 ? 0 : Math.Exp(known[0].Log);
        }

        if (last == LastSpread.Mack)
        {
            var (before, latest) = (spreads[^2] * spreads[^2], spreads[^1] * spreads[^1]);
            return before == 0 ? 0 : Math.Sqrt(Math.Min(latest * latest / before, Math.Min(before, latest)));
        }

        var (x, y) = (known.Average(point => point.Step), known.Average(point => point.Log));
        var slope = known.Sum(point => (point.Step - x) * (point.Log - y))
            / known.Sum(point => (point.Step - x) * (point.Step - x));
        return Math.Exp(y + (slope * (spreads.Length - x)));
    }
}
