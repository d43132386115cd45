namespace Candour.Statistics;

/// <summary>Whether a series changed with an action.</summary>
public enum ChangeVerdict
{
    /// <summary>Chance is enough to explain what is seen: no change can be told, and none be excluded.</summary>
    CannotTell,

    /// <summary>Higher than without it, by more than chance.</summary>
    Higher,

    /// <summary>Lower than without it, by more than chance.</summary>
    Lower,
}

/// <summary>A change with its interval.</summary>
/// <param name="Value">In the unit of the series.</param>
/// <param name="Interval">Of the value.</param>
public readonly record struct SeriesChange(double Value, Interval Interval)
{
    /// <summary>What may be said of it.</summary>
    public ChangeVerdict Verdict => Interval.Lower > 0 ? ChangeVerdict.Higher
        : Interval.Upper < 0 ? ChangeVerdict.Lower
        : ChangeVerdict.CannotTell;
}

/// <summary>
/// Whether a series changed when something was done: a straight line before, another after,
/// <code>y(t) = a + b t + level · [t ≥ T] + slope · (t − T)[t ≥ T] + e(t),   e(t) = ρ e(t − 1) + noise</code>
/// (Wagner, Soumerai, Zhang and Ross-Degnan, "Segmented regression analysis of interrupted time series studies in
/// medication use research", Journal of Clinical Pharmacy and Therapeutics 27, 2002, 299-309). Neighbouring months are
/// alike, so they are worth fewer than they are; how alike (ρ) is hardly known from short series. The intervals
/// therefore average over every ρ from 0 to 0.98, each weighted by its restricted likelihood, with Student's
/// distribution on n − 4 for each (Zellner and Tiao, "Bayesian analysis of the regression model with autocorrelated
/// errors", Journal of the American Statistical Association 59, 1964, 763-778). A change at that moment need not be one
/// by that action: something else may have happened, or the points before may have been the reason for it.
/// </summary>
public abstract record InterruptedSeries
{
    /// <summary>So many points are needed before and after.</summary>
    public const int FewestPoints = 8;

    private const int Steps = 50;

    private InterruptedSeries()
    {
    }

    /// <summary>Two lines were laid.</summary>
    /// <param name="Level">By how much the line jumps at the first point after.</param>
    /// <param name="Slope">By how much steeper it is, a point.</param>
    /// <param name="AtEnd">How far the line after is from the line before, carried on to the last point.</param>
    /// <param name="Autocorrelation">ρ, averaged by its likelihood; from 0 to 0.98.</param>
    public sealed record Known(SeriesChange Level, SeriesChange Slope, SeriesChange AtEnd, double Autocorrelation)
        : InterruptedSeries;

    /// <summary>There are too few points on one side.</summary>
    public sealed record TooFew(int Before, int After, int Needed) : InterruptedSeries;

    /// <summary>All points lie on two lines, so they say nothing about chance.</summary>
    public sealed record NoSpread : InterruptedSeries;

    /// <summary>The change between <paramref name="before"/> and <paramref name="after"/>.</summary>
    /// <param name="before">Points without a gap, finite, in order of time.</param>
    /// <param name="after">The points that follow, from the first that the action could have moved.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise. Student's with the same
    /// tail is used.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static InterruptedSeries Of(
        IReadOnlyList<double> before, IReadOnlyList<double> after, double z = NormalQuantile.TwoSided95)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        Arguments.RefuseUnlessPositive(z);
        foreach (var value in before.Concat(after))
        {
            Arguments.RefuseUnlessFinite(value, nameof(before));
        }

        if (before.Count < FewestPoints || after.Count < FewestPoints)
        {
            return new TooFew(before.Count, after.Count, FewestPoints);
        }

        double[] y = [.. before, .. after];
        var largest = y.Max(Math.Abs);
        if (largest == 0)
        {
            return new NoSpread();
        }

        // In units of the largest value, so that squares neither overflow nor vanish.
        var fits = Enumerable.Range(0, Steps)
            .Select(step => new Fit([.. y.Select(value => value / largest)], before.Count, 0.02 * step)).ToList();
        if (fits[0].Squares < 1e-20)
        {
            return new NoSpread();
        }

        var top = fits.Max(fit => fit.LogLikelihood);
        var weights = fits.ConvertAll(fit => Math.Exp(fit.LogLikelihood - top));
        var sum = weights.Sum();
        weights = weights.ConvertAll(weight => weight / sum);
        double last = after.Count - 1;
        return new Known(
            Change([0, 0, 1, 0]), Change([0, 0, 0, 1]), Change([0, 0, 1, last]),
            fits.Zip(weights, (fit, weight) => weight * fit.Rho).Sum());

        SeriesChange Change(double[] contrast)
        {
            var parts = fits.Zip(weights, (fit, weight) =>
            {
                var (value, error) = fit.Of(contrast);
                return (Value: largest * value, Error: largest * error, Weight: weight);
            }).Where(part => part.Weight > 1e-9).ToList();
            var tail = Distributions.NormalUpperTail(z);
            return new SeriesChange(
                parts.Sum(part => part.Weight * part.Value),
                new Interval(
                    -End([.. parts.Select(part => part with { Value = -part.Value })], tail, y.Length - 4),
                    End(parts, tail, y.Length - 4)));
        }
    }

    public T Match<T>(Func<Known, T> known, Func<TooFew, T> tooFew, Func<NoSpread, T> noSpread)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(tooFew);
        ArgumentNullException.ThrowIfNull(noSpread);
        return this switch
        {
            Known change => known(change),
            TooFew few => tooFew(few),
            NoSpread none => noSpread(none),
            _ => throw new InvalidOperationException("A change is known, of too few, or of no spread."),
        };
    }

    /// <summary>Above which value the mixture of Student's distributions has <paramref name="tail"/>.</summary>
    private static double End(List<(double Value, double Error, double Weight)> parts, double tail, double degrees)
    {
        var student = Distributions.StudentUpperQuantile(tail, degrees);
        var (low, high) = (parts.Min(part => part.Value + (student * part.Error)),
            parts.Max(part => part.Value + (student * part.Error)));
        for (var i = 0; i < 45; i++)
        {
            var middle = (low + high) / 2;
            var above = parts.Sum(part => part.Weight * UpperTail((middle - part.Value) / part.Error, degrees));
            (low, high) = above > tail ? (middle, high) : (low, middle);
        }

        return high;
    }

    private static double UpperTail(double t, double degrees) => t >= 0
        ? Distributions.StudentTwoSided(t, degrees) / 2
        : 1 - (Distributions.StudentTwoSided(-t, degrees) / 2);

    /// <summary>The lines for one ρ, by generalised least squares.</summary>
    private sealed class Fit
    {
        private readonly double[] coefficients;
        private readonly double[,] inverse;
        private readonly double variance;

        public Fit(double[] y, int turn, double rho)
        {
            Rho = rho;
            var (n, root) = (y.Length, Math.Sqrt(1 - (rho * rho)));
            var normal = new double[4, 4];
            var right = new double[4];
            var rows = new double[n][];
            var values = new double[n];
            for (var t = 0; t < n; t++)
            {
                var (now, past) = (Row(t), t == 0 ? new double[4] : Row(t - 1));
                rows[t] = [.. now.Zip(past, (x, before) => t == 0 ? root * x : x - (rho * before))];
                values[t] = t == 0 ? root * y[0] : y[t] - (rho * y[t - 1]);
                for (var i = 0; i < 4; i++)
                {
                    right[i] += rows[t][i] * values[t];
                    for (var j = 0; j < 4; j++)
                    {
                        normal[i, j] += rows[t][i] * rows[t][j];
                    }
                }
            }

            (inverse, var logDeterminant) = Inverted(normal);
            coefficients =
                [.. Enumerable.Range(0, 4).Select(i => Enumerable.Range(0, 4).Sum(j => inverse[i, j] * right[j]))];
            Squares = rows.Zip(values, (row, value) =>
                Math.Pow(value - row.Zip(coefficients, (x, b) => x * b).Sum(), 2)).Sum();
            variance = Squares / (n - 4);
            LogLikelihood = Math.Log(root) - (logDeterminant / 2)
                - ((n - 4) / 2.0 * Math.Log(Math.Max(Squares, 1e-300)));

            // Time runs from −1 to 1 over the series, so that the sums are of one size.
            double[] Row(int t) =>
                [1, ((2.0 * t) - n + 1) / (n - 1), t >= turn ? 1 : 0, t >= turn ? t - turn : 0];
        }

        public double Rho { get; }

        public double Squares { get; }

        public double LogLikelihood { get; }

        public (double Value, double Error) Of(double[] contrast)
        {
            var value = contrast.Zip(coefficients, (c, b) => c * b).Sum();
            var spread = 0.0;
            for (var i = 0; i < 4; i++)
            {
                for (var j = 0; j < 4; j++)
                {
                    spread += contrast[i] * contrast[j] * inverse[i, j];
                }
            }

            return (value, Math.Sqrt(Math.Max(spread * variance, double.Epsilon)));
        }

        /// <summary>The inverse of a positive definite matrix, by Gauss and Jordan, with the log of its determinant.
        /// </summary>
        private static (double[,] Inverse, double LogDeterminant) Inverted(double[,] matrix)
        {
            var (a, inverse, log) = ((double[,])matrix.Clone(), new double[4, 4], 0.0);
            for (var i = 0; i < 4; i++)
            {
                inverse[i, i] = 1;
            }

            for (var i = 0; i < 4; i++)
            {
                var pivot = a[i, i];
                log += Math.Log(pivot);
                for (var j = 0; j < 4; j++)
                {
                    a[i, j] /= pivot;
                    inverse[i, j] /= pivot;
                }

                for (var k = 0; k < 4; k++)
                {
                    var factor = a[k, i];
                    for (var j = 0; j < 4 && k != i; j++)
                    {
                        a[k, j] -= factor * a[i, j];
                        inverse[k, j] -= factor * inverse[i, j];
                    }
                }
            }

            return (inverse, log);
        }
    }
}
