namespace Candour.Statistics;

/// <summary>
/// The mean days until the event within a horizon, counting a case that takes longer as the horizon: the area under the
/// survival curve up to it (Irwin 1949; Royston and Parmar, BMC Medical Research Methodology 13, 2013, 152):
/// <code>μ(τ) = ∫₀^τ S(t) dt,   variance ∑ (∫ from tᵢ to τ of S)² d/(n(n − d))</code>
/// It exists where the median is not reached, and differences between areas are in days.
/// </summary>
public abstract record RestrictedMean
{
    private RestrictedMean()
    {
    }

    /// <summary>The mean.</summary>
    /// <param name="Days">From 0 to the horizon.</param>
    /// <param name="Interval">Of the mean, inside 0 to the horizon.</param>
    public sealed record Known(double Days, Interval Interval) : RestrictedMean;

    /// <summary>The horizon lies after the last day of observation, and cases were still open.</summary>
    /// <param name="LastDay">The longest horizon that the data allow.</param>
    public sealed record NotObserved(int LastDay) : RestrictedMean;

    /// <summary>The mean of <paramref name="durations"/> within <paramref name="horizon"/> days.</summary>
    /// <param name="durations">At least one case.</param>
    /// <param name="horizon">Days; above 0. Choose it before looking, and the same for all areas compared.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static RestrictedMean Of(DayHistogram durations, int horizon, double z = NormalQuantile.TwoSided95)
    {
        var curve = KaplanMeier.Of(durations, z);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        if (horizon > curve.LastDay && !(curve.Steps.Count > 0 && curve.Steps[^1].Survival == 0))
        {
            return new NotObserved(curve.LastDay);
        }

        var steps = curve.Steps.Where(step => step.Day < horizon).ToList();
        if (steps.Count == 0)
        {
            // No case ended before the horizon, so the curve has no variance; some of as many again might.
            var observed = durations.Days.Where(day => day.Day >= horizon).Sum(day => day.Events + day.Censored);
            return new Known(horizon, new Interval(horizon * Wilson.Interval(observed, observed, z).Lower, horizon));
        }

        var (area, variance, until) = (0.0, 0.0, (double)horizon);
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            area += steps[i].Survival * (until - steps[i].Day);
            until = steps[i].Day;
            double n = steps[i].AtRisk;
            variance += steps[i].AtRisk == steps[i].Events
                ? 0 : area * area * (steps[i].Events / n / (n - steps[i].Events));
        }

        area += until;
        var reach = z * Math.Sqrt(variance);
        return new Known(area, new Interval(Math.Max(area - reach, 0), Math.Min(area + reach, horizon)));
    }

    public T Match<T>(Func<Known, T> known, Func<NotObserved, T> notObserved)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(notObserved);
        return this switch
        {
            Known mean => known(mean),
            NotObserved mean => notObserved(mean),
            _ => throw new InvalidOperationException("A mean is known or not observed."),
        };
    }
}
