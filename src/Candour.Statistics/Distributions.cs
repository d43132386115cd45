namespace Candour.Statistics;

/// <summary>
/// Tails and quantiles of the normal, chi-square, Student and binomial distributions.
/// <para>
/// The densities are Loader's saddle-point form ("Fast and accurate computation of binomial probabilities", 2000),
/// <code>x^a e^−x / Γ(a + 1) = exp(−δ(a) − D(a, x)) / √(2πa)</code>
/// with Stirling's error δ and the deviance D = a ln(a/x) + x − a; they lose no digits when a is a thousand million. The
/// tails are the usual series and continued fraction of the incomplete gamma and beta functions (Abramowitz and Stegun,
/// Handbook of Mathematical Functions, 1964, 6.5.29, 6.5.31, 26.5.8); quantiles are found by Newton's steps inside a
/// bracket. The relative error is below 1e-10; of tails with more than a million degrees of freedom, below 1e-9.
/// </para>
/// </summary>
public static class Distributions
{
    private const double Tiny = 1e-300;
    private const double Epsilon = 1e-16;
    private const double Close = 1e-14;
    private const int MostSteps = 200;

    /// <summary>P(Z &gt; z) of the standard normal distribution.</summary>
    /// <param name="z">Any number.</param>
    public static double NormalUpperTail(double z)
    {
        RefuseNaN(z);
        var tail = 0.5 * GammaTails(0.5, z * z / 2).Upper;
        return z >= 0 ? tail : 1 - tail;
    }

    /// <summary>P(|Z| &gt; |z|): the two-sided p-value of a z.</summary>
    public static double NormalTwoSided(double z)
    {
        RefuseNaN(z);
        return GammaTails(0.5, z * z / 2).Upper;
    }

    /// <summary>P(X &gt; x) of the chi-square distribution: the p-value of a chi-square statistic.</summary>
    /// <param name="x">Not negative.</param>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    public static double ChiSquareUpperTail(double x, double degrees)
    {
        RefuseNaN(x);
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        RefuseUnlessPositive(degrees);
        return double.IsInfinity(x) ? 0 : GammaTails(degrees / 2, x / 2).Upper;
    }

    /// <summary>The x with P(X ≤ x) = <paramref name="p"/> of the chi-square distribution.</summary>
    /// <param name="p">Strictly between 0 and 1. Near 1 the upper tail 1 − p has only the digits that p leaves it; ask
    /// <see cref="ChiSquareUpperQuantile"/> for it instead.</param>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    public static double ChiSquareQuantile(double p, double degrees) =>
        2 * GammaQuantile(degrees, p, lower: true);

    /// <summary>The x with P(X &gt; x) = <paramref name="tail"/> of the chi-square distribution.</summary>
    /// <param name="tail">Strictly between 0 and 1.</param>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    public static double ChiSquareUpperQuantile(double tail, double degrees) =>
        2 * GammaQuantile(degrees, tail, lower: false);

    /// <summary>P(|T| &gt; |t|) of Student's distribution.</summary>
    /// <param name="t">Any number.</param>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    public static double StudentTwoSided(double t, double degrees)
    {
        RefuseNaN(t);
        RefuseUnlessPositive(degrees);
        var square = t * t;
        return double.IsInfinity(square)
            ? 0
            : BetaTail(square / (degrees + square), degrees / (degrees + square), degrees);
    }

    /// <summary>The t &gt; 0 with P(T &gt; t) = <paramref name="tail"/> of Student's distribution.</summary>
    /// <param name="tail">Above 0 and below ½.</param>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    public static double StudentUpperQuantile(double tail, double degrees)
    {
        if (!(tail > 0 && tail < 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(tail), tail, "A tail lies strictly between 0 and ½.");
        }

        RefuseUnlessPositive(degrees);
        var (low, high) = (0.0, 2.0);
        while (StudentTwoSided(high, degrees) > 2 * tail)
        {
            (low, high) = (high, high * 2);
        }

        // The density only guides the step; the bracket makes sure that it arrives.
        var t = (low + high) / 2;
        for (var i = 0; i < MostSteps; i++)
        {
            var above = StudentTwoSided(t, degrees) - (2 * tail);
            (low, high) = above > 0 ? (t, high) : (low, t);
            var a = degrees / 2;
            var density = Math.Exp(LogGammaRatio(a)) / Math.Sqrt(degrees * Math.PI)
                * Math.Exp(-(a + 0.5) * Log1(t * t / degrees));
            var next = t + (above / (2 * density));
            next = next > low && next < high ? next : (low + high) / 2;
            if (Math.Abs(next - t) <= Close * t)
            {
                return next;
            }

            t = next;
        }

        return t;
    }

    /// <summary>The x with P(X ≤ x) = <paramref name="p"/> of the beta distribution, found by halving.</summary>
    /// <param name="p">Strictly between 0 and 1.</param>
    /// <param name="a">Above 0.</param>
    /// <param name="b">Above 0.</param>
    internal static double BetaQuantile(double p, double a, double b)
    {
        RefuseUnlessInside(p);
        RefuseUnlessPositive(a);
        RefuseUnlessPositive(b);
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < MostSteps && high - low > Epsilon * low; i++)
        {
            var x = (low + high) / 2;
            var below = x * (a + b) <= a ? Regularised(a, b, x, 1 - x) : 1 - Regularised(b, a, 1 - x, x);
            (low, high) = below < p ? (x, high) : (low, x);
        }

        return (low + high) / 2;
    }

    /// <summary>The smallest k with P(K ≤ k) ≥ <paramref name="p"/> of the binomial distribution with chance ½.</summary>
    /// <param name="p">Strictly between 0 and 1.</param>
    /// <param name="n">Trials, not negative.</param>
    public static long FairBinomialQuantile(double p, long n)
    {
        RefuseUnlessInside(p);
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        var sum = 0.0;
        for (long k = 0; k < n; k++)
        {
            sum += k == 0 ? Math.Exp(-n * Math.Log(2)) : BinomialDensity(k, n - k, 0.5, 0.5);
            if (sum >= p)
            {
                return k;
            }
        }

        return n;
    }

    /// <summary>ln(1 + x) without losing the digits of a small x.</summary>
    internal static double Log1(double x)
    {
        var whole = 1 + x;
        return whole == 1 ? x : Math.Log(whole) * x / (whole - 1);
    }

    /// <summary>P(a, x) and Q(a, x), the two regularised incomplete gamma functions.</summary>
    private static (double Lower, double Upper) GammaTails(double a, double x)
    {
        if (x <= 0)
        {
            return (0, 1);
        }

        if (double.IsInfinity(x))
        {
            return (1, 0);
        }

        var density = PoissonDensity(a, x);
        if (x < a + 1)
        {
            var (term, sum) = (1.0, 1.0);
            for (var k = a + 1; term > Epsilon * sum; k++)
            {
                term *= x / k;
                sum += term;
            }

            var lower = Math.Min(density * sum, 1);
            return (lower, 1 - lower);
        }

        // Lentz's evaluation of the continued fraction.
        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / b;
        var fraction = d;
        for (var i = 1.0; ; i++)
        {
            var factor = -i * (i - a);
            b += 2;
            d = 1 / NotZero((factor * d) + b);
            c = NotZero(b + (factor / c));
            fraction *= d * c;
            if (Math.Abs((d * c) - 1) <= 2 * Epsilon)
            {
                break;
            }
        }

        var upper = Math.Min(density * a * fraction, 1);
        return (1 - upper, upper);
    }

    /// <summary>The x at which one tail of the gamma distribution with shape degrees/2 is p.</summary>
    private static double GammaQuantile(double degrees, double p, bool lower)
    {
        RefuseUnlessInside(p);
        RefuseUnlessPositive(degrees);
        var a = degrees / 2;
        var (low, high) = (0.0, a + 1);
        while (TailAt(high) is var tail && (lower ? tail < p : tail > p))
        {
            (low, high) = (high, high * 2);
        }

        var x = low == 0 ? Math.Min(a, high / 2) : (low + high) / 2;
        for (var i = 0; i < MostSteps; i++)
        {
            var over = lower ? TailAt(x) - p : p - TailAt(x);
            (low, high) = over > 0 ? (low, x) : (x, high);
            var next = x - (over * x / (PoissonDensity(a, x) * a));
            next = next > low && next < high ? next : (low + high) / 2;
            if (Math.Abs(next - x) <= Close * x)
            {
                return next;
            }

            x = next;
        }

        return x;

        double TailAt(double at)
        {
            var (below, above) = GammaTails(a, at);
            return lower ? below : above;
        }
    }

    /// <summary>The share of the beta distribution with ½ and degrees/2 above x, with y = 1 − x given in full.</summary>
    private static double BetaTail(double x, double y, double degrees)
    {
        var b = degrees / 2;
        if (x <= 0)
        {
            return 1;
        }

        if (y <= 0)
        {
            return 0;
        }

        // I_y(b, ½) directly where its fraction converges, else 1 − I_x(½, b); there the tail is large.
        return (b + 0.5) * x >= 0.5 ? Regularised(b, 0.5, y, x) : 1 - Regularised(0.5, b, x, y);
    }

    /// <summary>I_x(a, b) for x up to the mean a/(a + b), by the even part of the continued fraction (DiDonato and
    /// Morris, "Algorithm 708", ACM Transactions on Mathematical Software 18, 1992, 360-373), in which nothing
    /// cancels when a is large.</summary>
    private static double Regularised(double a, double b, double x, double y)
    {
        var lambda = a > b ? ((a + b) * y) - b : a - ((a + b) * x);
        var c = 1 + lambda;
        var c1 = 1 + (1 / a);
        var (p, s) = (1.0, a + 1);
        var (before, now) = (0.0, 1.0);
        var (under, below) = (1.0, c / c1);
        var fraction = c1 / c;
        for (var n = 1.0; ; n++)
        {
            var t = n / a;
            var w = n * (b - n) * x;
            var e = a / s;
            var alpha = p * (p + (b / a)) * e * e * (w * x);
            var beta = n + (w / s) + ((t + 1) / (c1 + t + t) * (c + (n * (y + 1))));
            p = t + 1;
            s += 2;
            (before, now) = (now, (alpha * before) + (beta * now));
            (under, below) = (below, (alpha * under) + (beta * below));
            var next = now / below;
            var done = Math.Abs(next - fraction) <= Epsilon * 2 * next;
            (before, under, now, below, fraction) = (before / below, under / below, next, 1, next);
            if (done)
            {
                break;
            }
        }

        return Math.Clamp(BinomialDensity(a, b, x, y) * a * b / (a + b) * fraction, 0, 1);
    }

    /// <summary>x^a e^−x / Γ(a + 1).</summary>
    private static double PoissonDensity(double a, double x) =>
        Math.Exp(-StirlingError(a) - Deviance(a, x)) / Math.Sqrt(2 * Math.PI * a);

    /// <summary>Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) x^a y^b, with y = 1 − x given in full.</summary>
    private static double BinomialDensity(double a, double b, double x, double y)
    {
        var n = a + b;
        return Math.Exp(StirlingError(n) - StirlingError(a) - StirlingError(b) - Deviance(a, n * x) - Deviance(b, n * y))
            * Math.Sqrt(n / (2 * Math.PI * a * b));
    }

    /// <summary>ln Γ(a + ½) − ln Γ(a), which does not cancel when a is large.</summary>
    private static double LogGammaRatio(double a) =>
        StirlingError(a + 0.5) - StirlingError(a) + (a * Log1(0.5 / a)) - 0.5 + (0.5 * Math.Log(a));

    /// <summary>δ(n) = ln Γ(n + 1) − (n + ½) ln n + n − ½ ln 2π.</summary>
    private static double StirlingError(double n)
    {
        var carried = 0.0;
        for (; n < 16; n++)
        {
            carried += ((n + 0.5) * Log1(1 / n)) - 1;
        }

        var square = 1 / (n * n);
        return carried + ((1.0 / 12
            - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square * ((1.0 / 1680) - (square / 1188)))))))) / n);
    }

    /// <summary>a ln(a/x) + x − a, by its series where the two nearly agree.</summary>
    private static double Deviance(double a, double x)
    {
        var gap = a - x;
        if (Math.Abs(gap) >= 0.1 * (a + x))
        {
            return (a * Math.Log(a / x)) + x - a;
        }

        var v = gap / (a + x);
        var sum = gap * v;
        var term = 2 * a * v;
        for (var j = 3; ; j += 2)
        {
            term *= v * v;
            var next = sum + (term / j);
            if (next == sum)
            {
                return next;
            }

            sum = next;
        }
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    private static void RefuseNaN(double value)
    {
        if (double.IsNaN(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A number is needed.");
        }
    }

    private static void RefuseUnlessPositive(double degrees)
    {
        if (!(degrees > 0) || double.IsInfinity(degrees))
        {
            throw new ArgumentOutOfRangeException(nameof(degrees), degrees, "Degrees of freedom are above 0.");
        }
    }

    private static void RefuseUnlessInside(double p)
    {
        if (!(p > 0 && p < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies strictly between 0 and 1.");
        }
    }
}
