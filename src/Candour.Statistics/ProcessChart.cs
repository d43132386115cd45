namespace Candour.Statistics;

/// <summary>One period of an XmR chart.</summary>
/// <param name="Value">Finite; null where the period has none, which is a gap.</param>
/// <param name="GhostedBecause">Why the point is set aside (a changed counting rule, say); null when it is not. A ghosted
/// point is drawn hollow, and counts neither for limits nor for runs.</param>
public readonly record struct ChartValue(double? Value, string? GhostedBecause = null);

/// <summary>One period of a chart of shares or rates.</summary>
/// <param name="Count">Not negative.</param>
/// <param name="Base">Cases or population, not negative; 0 is a gap.</param>
/// <param name="GhostedBecause">Why the point is set aside; null when it is not.</param>
public readonly record struct ChartCount(double Count, double Base, string? GhostedBecause = null);

/// <summary>The choices behind a chart; they are stored and shown with it.</summary>
/// <param name="Screened">Whether outlying moving ranges are left out, once; see <see cref="XmrChart"/>.</param>
/// <param name="Baseline">How many points at the start of each phase its limits come from; at least 12. Null for all.
/// </param>
/// <param name="RebasedAt">Positions of the points at which limits and runs start afresh, in order, none the first.
/// </param>
/// <param name="RangeFactor">Of an XmR chart, how many mean ranges the limits lie from the middle. Other programs use 3/1.128, which
/// differs in the fourth digit.</param>
public sealed record ChartOptions(
    bool Screened = true, int? Baseline = null, IReadOnlyList<int>? RebasedAt = null, double RangeFactor = XmrChart.LimitFactor)
{
    public static ChartOptions Default { get; } = new();
}

/// <summary>How far the limits of a phase can be trusted.</summary>
public enum LimitState
{
    /// <summary>Fewer than 5 points, or no two neighbours to take a range from: no limits.</summary>
    None,

    /// <summary>Fewer than 12 points: trial limits, to be shown as such. With fewer than 7 no runs are looked for.
    /// </summary>
    Trial,

    /// <summary>At least 12 points.</summary>
    Full,
}

/// <summary>The lines of a chart at one point.</summary>
/// <param name="Centre">The middle line.</param>
/// <param name="Reach">From the middle to a limit; not negative.</param>
/// <param name="Least">No limit is drawn below it: 0 for shares and rates.</param>
/// <param name="Most">No limit is drawn above it: 1 for shares.</param>
public readonly record struct ChartLimits(
    double Centre, double Reach, double Least = double.NegativeInfinity, double Most = double.PositiveInfinity)
{
    public double Lower => Math.Max(Centre - Reach, Least);

    public double Upper => Math.Min(Centre + Reach, Most);

    /// <summary>Two thirds of the way to the lower limit.</summary>
    public double NearLower => Math.Max(Centre - (2 * Reach / 3), Least);

    /// <summary>Two thirds of the way to the upper limit.</summary>
    public double NearUpper => Math.Min(Centre + (2 * Reach / 3), Most);
}

/// <summary>A stretch of a chart with limits of its own.</summary>
/// <param name="First">Position of its first point.</param>
/// <param name="Points">Points in it that are neither gaps nor ghosted.</param>
/// <param name="State">How far its limits can be trusted, by the points that they come from.</param>
public sealed record ChartPhase(int First, int Points, LimitState State);

/// <summary>One point of a chart.</summary>
/// <param name="Value">Null for a gap.</param>
/// <param name="GhostedBecause">Null unless the point is set aside.</param>
/// <param name="Limits">Null where the phase has none, or the point is a gap in a chart whose limits depend on the size
/// of the point.</param>
/// <param name="Cause">The first rule that makes it stand out.</param>
public sealed record PlottedPoint(double? Value, string? GhostedBecause, ChartLimits? Limits, SpecialCause Cause)
{
    /// <summary>Whether it counts for limits and runs.</summary>
    public bool Counts => Value is not null && GhostedBecause is null;
}

/// <summary>A control chart: points, their limits, and which of them stand out.</summary>
/// <param name="Points">In order of time, one for each period given.</param>
/// <param name="Phases">In order; one unless the chart was rebased.</param>
public sealed record ProcessChart(IReadOnlyList<PlottedPoint> Points, IReadOnlyList<ChartPhase> Phases)
{
    /// <summary>Fewer points have no limits.</summary>
    public const int FewestForLimits = 5;

    /// <summary>Fewer points have no runs.</summary>
    public const int FewestForRuns = 7;

    /// <summary>Fewer points have trial limits; and the shortest baseline.</summary>
    public const int FewestForFullLimits = 12;

    /// <summary>The class of the latest point that counts: what the process does, whatever anybody wants it to do.
    /// </summary>
    /// <param name="improvement">Which way is better.</param>
    public Variation Variation(ImprovementDirection improvement)
    {
        var latest = Points.LastOrDefault(point => point.Counts);
        if (latest?.Limits is not { } limits)
        {
            return Statistics.Variation.NotJudged;
        }

        if (latest.Cause == SpecialCause.None)
        {
            return Statistics.Variation.CommonCause;
        }

        var high = latest.Value > limits.Centre || (latest.Value == limits.Centre && latest.Cause == SpecialCause.Rising);
        return improvement switch
        {
            ImprovementDirection.Neutral => high ? Statistics.Variation.High : Statistics.Variation.Low,
            ImprovementDirection.Increase => high ? Statistics.Variation.Improvement : Statistics.Variation.Concern,
            _ => high ? Statistics.Variation.Concern : Statistics.Variation.Improvement,
        };
    }

    /// <summary>Whether the process, left as it is, will meet a target: a second answer beside
    /// <see cref="Variation(ImprovementDirection)"/>, by the limits of the latest point that counts.</summary>
    /// <param name="target">Null when there is none.</param>
    /// <param name="improvement">Which way is better.</param>
    public Assurance Assurance(double? target, ImprovementDirection improvement)
    {
        if (Points.LastOrDefault(point => point.Counts)?.Limits is not { } limits)
        {
            return Statistics.Assurance.NotJudged;
        }

        return AssuranceOf(limits.Lower, limits.Upper, target, improvement);
    }

    /// <summary>By the two limits alone. A target on a limit may be hit or missed.</summary>
    public static Assurance AssuranceOf(
        double lower, double upper, double? target, ImprovementDirection improvement)
    {
        if (target is not { } wanted || improvement == ImprovementDirection.Neutral)
        {
            return Statistics.Assurance.NoTarget;
        }

        Arguments.RefuseUnlessFinite(wanted, nameof(target));
        var increase = improvement == ImprovementDirection.Increase;
        return wanted > upper ? (increase ? Statistics.Assurance.Fails : Statistics.Assurance.Passes)
            : wanted < lower ? (increase ? Statistics.Assurance.Passes : Statistics.Assurance.Fails)
            : Statistics.Assurance.HitAndMiss;
    }

    /// <summary>Cuts the points into phases, asks for the limits of each, and judges the points by them.</summary>
    /// <param name="values">Null for gaps.</param>
    /// <param name="ghosted">Reasons.</param>
    /// <param name="options">The choices.</param>
    /// <param name="limitsOf">Limits by position, from the positions that they come from; null when there are none.
    /// </param>
    internal static ProcessChart Of(
        IReadOnlyList<double?> values, IReadOnlyList<string?> ghosted, ChartOptions options,
        Func<IReadOnlyList<int>, Func<int, ChartLimits?>?> limitsOf)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Baseline < FewestForFullLimits)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), options.Baseline, $"A baseline has at least {FewestForFullLimits} points.");
        }

        if (ghosted.Any(reason => reason is not null && string.IsNullOrWhiteSpace(reason)))
        {
            throw new ArgumentOutOfRangeException(nameof(ghosted), "A point is ghosted for a reason.");
        }

        var points = new PlottedPoint[values.Count];
        var phases = new List<ChartPhase>();
        foreach (var (first, end) in Stretches(values.Count, options.RebasedAt ?? []))
        {
            var counting = Enumerable.Range(first, end - first)
                .Where(i => values[i] is not null && ghosted[i] is null).ToList();
            var basis = counting.Take(options.Baseline ?? int.MaxValue).ToList();
            var limits = basis.Count < FewestForLimits ? null : limitsOf(basis);
            phases.Add(new ChartPhase(first, counting.Count, limits is null ? LimitState.None
                : basis.Count < FewestForFullLimits ? LimitState.Trial : LimitState.Full));

            var judged = Enumerable.Range(first, end - first).Select(i =>
                (Value: ghosted[i] is null ? values[i] : null, Limits: limits?.Invoke(i))).ToList();
            var causes = SpecialCauses.Of(judged, runs: counting.Count >= FewestForRuns);
            for (var i = first; i < end; i++)
            {
                points[i] = new PlottedPoint(values[i], ghosted[i], judged[i - first].Limits, causes[i - first]);
            }
        }

        return new ProcessChart(points, phases);
    }

    private static IEnumerable<(int First, int End)> Stretches(int count, IReadOnlyList<int> rebasedAt)
    {
        var before = 0;
        foreach (var at in rebasedAt)
        {
            if (at <= before || at >= count)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(rebasedAt), at, "A chart is rebased at its points, in order, after the first.");
            }

            before = at;
        }

        var starts = rebasedAt.Prepend(0).ToList();
        return starts.Select((start, i) => (start, i + 1 < starts.Count ? starts[i + 1] : count));
    }
}

/// <summary>Which way a measure gets better.</summary>
public enum ImprovementDirection
{
    Neutral,
    Increase,
    Decrease,
}

/// <summary>What the latest point says about the process.</summary>
public enum Variation
{
    /// <summary>There are no limits to judge by.</summary>
    NotJudged,

    /// <summary>It does what it did before.</summary>
    CommonCause,

    /// <summary>It stands out on the better side of the middle.</summary>
    Improvement,

    /// <summary>It stands out on the worse side of the middle.</summary>
    Concern,

    /// <summary>It stands out above the middle, and neither way is better.</summary>
    High,

    /// <summary>It stands out below the middle, and neither way is better.</summary>
    Low,
}

/// <summary>Whether a process, left as it is, will meet its target.</summary>
public enum Assurance
{
    /// <summary>There are no limits to judge by.</summary>
    NotJudged,

    /// <summary>There is no target, or neither way is better.</summary>
    NoTarget,

    /// <summary>The target is beyond the limits on the better side: it will be missed.</summary>
    Fails,

    /// <summary>The target is beyond the limits on the worse side: it will be met.</summary>
    Passes,

    /// <summary>The target is within the limits: chance decides.</summary>
    HitAndMiss,
}
