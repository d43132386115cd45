namespace Candour.Statistics;

/// <summary>
/// The survival curve of durations of which some are still running (Kaplan and Meier, "Nonparametric estimation from
/// incomplete observations", Journal of the American Statistical Association 53, 1958, 457-481):
/// <code>S(t) = ∏ (1 − d/n) over the event days up to t</code>
/// with d events among the n cases at risk. On one day events come before censorings. The variance is Greenwood's,
/// <code>V(t) = ∑ d/(n(n − d))</code>
/// and the band is log-log, which stays inside [0, 1] (Kalbfleisch and Prentice, The Statistical Analysis of Failure
/// Time Data, 1980): <code>S^θ to S^(1/θ), θ = exp(z √V / |ln S|)</code>
/// <para>
/// Where S is 0 neither formula exists. There the upper side of the band is the smaller of the side before, which
/// holds because S only falls, and of the Wilson limit of 0 survivors among those at risk.
/// </para>
/// <para>
/// Only for events that every case reaches in the end, such as a decision of any kind. A charge competes with other
/// endings; 1 − S would overstate it.
/// </para>
/// </summary>
public sealed class KaplanMeier
{
    // Two levels closer than this are the same level: 1 - p and a product of many shares differ in their last digits.
    private const double Tolerance = 1e-11;

    private readonly Func<int, long> observedOn;
    private readonly double z;

    private KaplanMeier(int lastDay, Func<int, long> observedOn, double z, IReadOnlyList<SurvivalStep> steps) =>
        (LastDay, this.observedOn, this.z, Steps) = (lastDay, observedOn, z, steps);

    /// <summary>The curve falls on these days and is level between them; before the first it is 1. Empty when no case
    /// had the event.</summary>
    public IReadOnlyList<SurvivalStep> Steps { get; }

    /// <summary>The last day of observation: beyond it the curve says nothing, unless it has come down to 0.</summary>
    public int LastDay { get; }

    /// <summary>The curve of <paramref name="durations"/>.</summary>
    /// <param name="durations">At least one case: without cases there is no curve, and the caller decides what to
    /// say.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <param name="band">Figures use the log-log band; the others are for recalculating what other programs print.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no case, or <paramref name="z"/> is out of range.
    /// </exception>
    public static KaplanMeier Of(
        DayHistogram durations, double z = NormalQuantile.TwoSided95, SurvivalBand band = SurvivalBand.LogLog)
    {
        ArgumentNullException.ThrowIfNull(durations);
        ArgumentOutOfRangeException.ThrowIfZero(durations.Cases, nameof(durations));
        if (!(z > 0) || double.IsInfinity(z))
        {
            throw new ArgumentOutOfRangeException(nameof(z), z, "z must be positive and finite.");
        }

        var atRisk = durations.Cases;
        var days = new List<(int Day, long AtRisk, long Events)>();
        foreach (var (day, events, censored) in durations.Days)
        {
            days.Add((day, atRisk, events));
            atRisk -= events + censored;
        }

        return Of(
            days, durations.Days[^1].Day, z, band,
            day => durations.Days.Where(d => d.Day >= day).Sum(d => d.Events + d.Censored));
    }

    /// <summary>The curve of days with their cases at risk.</summary>
    /// <param name="days">In order.</param>
    /// <param name="lastDay">The last day of observation.</param>
    /// <param name="z">Above 0.</param>
    /// <param name="scale">Of the band.</param>
    /// <param name="observedOn">How many cases were under observation on a day.</param>
    internal static KaplanMeier Of(
        IEnumerable<(int Day, long AtRisk, long Events)> days, int lastDay, double z, SurvivalBand scale, Func<int, long> observedOn)
    {
        var steps = new List<SurvivalStep>();
        var survival = 1.0;
        var variance = 0.0;
        var upper = 1.0;
        foreach (var (day, atRisk, events) in days)
        {
            if (events > 0)
            {
                double n = atRisk;
                var left = n - events;
                survival *= left / n;
                variance += events / n / left;
                var band = events == atRisk
                    ? new Interval(0, Math.Min(upper, Wilson.Interval(0, atRisk, z).Upper))
                    : Band(scale, survival, variance, z);
                steps.Add(new SurvivalStep(day, atRisk, events, survival, band));
                upper = band.Upper;
            }
        }

        return new KaplanMeier(lastDay, observedOn, z, steps);
    }

    /// <summary>After how many days the share <paramref name="p"/> of the cases has had the event; 0.5 for the median.
    /// Where the curve lies exactly on the level, the middle of that stretch (as R's survival package; others take its
    /// left end).</summary>
    /// <param name="p">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is outside its range.</exception>
    public SurvivalQuantile Quantile(double p)
    {
        if (!(p > 0 && p < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "A quantile lies strictly between 0 and 1.");
        }

        var days = DaysTo(1 - p, step => step.Survival);
        var lower = DaysTo(1 - p, step => step.Band.Lower);
        var upper = DaysTo(1 - p, step => step.Band.Upper);
        return double.IsInfinity(days)
            ? new SurvivalQuantile.NotReached(Steps.Count == 0 ? 0 : 1 - Steps[^1].Survival, lower)
            : new SurvivalQuantile.Reached(days, new Interval(lower, upper));
    }

    /// <summary>The share with the event by the end of <paramref name="day"/>: 1 − S, with its interval. Before the
    /// first event S is 1 and has no band; the interval is then Wilson's for none of those observed so long.</summary>
    /// <param name="day">Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is negative.</exception>
    public ShareDecided ShareDecidedBy(int day)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(day);
        var ended = Steps.Count > 0 && Steps[^1].Survival == 0;
        if (day > LastDay && !ended)
        {
            return new ShareDecided.NotObserved(LastDay);
        }

        var index = -1;
        while (index + 1 < Steps.Count && Steps[index + 1].Day <= day)
        {
            index++;
        }

        if (index < 0)
        {
            return new ShareDecided.Known(0, Wilson.Interval(0, observedOn(day), z));
        }

        var step = Steps[index];
        return new ShareDecided.Known(1 - step.Survival, new Interval(1 - step.Band.Upper, 1 - step.Band.Lower));
    }

    private static Interval Band(SurvivalBand scale, double survival, double variance, double z)
    {
        var reach = z * Math.Sqrt(variance);
        if (scale == SurvivalBand.Plain)
        {
            return new Interval(Math.Max(survival * (1 - reach), 0), Math.Min(survival * (1 + reach), 1));
        }

        if (scale == SurvivalBand.Log)
        {
            return new Interval(survival * Math.Exp(-reach), Math.Min(survival * Math.Exp(reach), 1));
        }

        var theta = Math.Exp(reach / -Math.Log(survival));
        return new Interval(Math.Pow(survival, theta), Math.Pow(survival, 1 / theta));
    }

    /// <summary>The first day on which a side of the curve is at or below the level, or the middle of the stretch on
    /// which it equals the level; positive infinity when it stays above.</summary>
    private double DaysTo(double level, Func<SurvivalStep, double> side)
    {
        int? reached = null;
        foreach (var step in Steps)
        {
            if (side(step) < level - Tolerance)
            {
                return ((reached ?? step.Day) + (double)step.Day) / 2;
            }

            if (side(step) <= level + Tolerance)
            {
                reached ??= step.Day;
            }
        }

        return reached is { } from ? (from + (double)LastDay) / 2 : double.PositiveInfinity;
    }
}

/// <summary>On which scale the band of a survival curve is taken.</summary>
public enum SurvivalBand
{
    /// <summary><code>S^θ to S^(1/θ), θ = exp(z √V / |ln S|)</code> Inside [0, 1] by itself.</summary>
    LogLog,

    /// <summary><code>S exp(∓z √V)</code> cut off at 1.</summary>
    Log,

    /// <summary><code>S (1 ∓ z √V)</code> cut off at 0 and 1.</summary>
    Plain,
}
