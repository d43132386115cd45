namespace Candour.Statistics;

/// <summary>Why a point stands out; of several reasons the first.</summary>
public enum SpecialCause
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>Outside the limits.</summary>
    Outside,

    /// <summary>One of seven points in a row, each above the one before.</summary>
    Rising,

    /// <summary>One of seven points in a row, each below the one before.</summary>
    Falling,

    /// <summary>One of two, in three in a row on one side of the middle, more than two thirds of the way to the limit.
    /// </summary>
    TwoOfThree,

    /// <summary>One of seven points in a row on one side of the middle.</summary>
    Shift,
}

/// <summary>
/// The four rules of NHS charts ("Making Data Count"). All inequalities are strict: a point on a limit is inside, a tie ends
/// a trend, a point on the middle line ends a shift. A gap or a ghosted point ends a trend, a shift and a stretch of
/// three: what happened in it is not known.
/// </summary>
public static class SpecialCauses
{
    private const int Run = 7;

    /// <summary>Where seven points in a row end, each above (1) or below (−1) the one before; else 0.</summary>
    public static IReadOnlyList<int> TrendEnds(IReadOnlyList<double?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var ends = new int[values.Count];
        var (steps, before) = (0, 0);
        for (var i = 1; i < ends.Length; i++)
        {
            var step = values[i] is { } value && values[i - 1] is { } last ? value.CompareTo(last) : 0;
            steps = step == 0 ? 0 : step == before ? steps + 1 : 1;
            before = step;
            ends[i] = steps >= Run - 1 ? step : 0;
        }

        return ends;
    }

    /// <summary>Where seven points in a row on one side end: 1 or −1 as the side; else 0.</summary>
    /// <param name="sides">1 above the middle, −1 below, 0 on it or unknown.</param>
    public static IReadOnlyList<int> ShiftEnds(IReadOnlyList<int> sides)
    {
        ArgumentNullException.ThrowIfNull(sides);
        var ends = new int[sides.Count];
        var (length, before) = (0, 0);
        for (var i = 0; i < ends.Length; i++)
        {
            length = sides[i] == 0 ? 0 : sides[i] == before ? length + 1 : 1;
            before = sides[i];
            ends[i] = length >= Run ? sides[i] : 0;
        }

        return ends;
    }

    /// <summary>Which points lie in three in a row on one side of which at least two are far out.</summary>
    /// <param name="far">Whether a point is more than two thirds of the way to its limit, or beyond it.</param>
    /// <param name="sides">1 above the middle, −1 below, 0 on it or unknown.</param>
    public static IReadOnlyList<bool> InTwoOfThree(IReadOnlyList<bool> far, IReadOnlyList<int> sides)
    {
        ArgumentNullException.ThrowIfNull(far);
        ArgumentNullException.ThrowIfNull(sides);
        ArgumentOutOfRangeException.ThrowIfNotEqual(far.Count, sides.Count);
        var flags = new bool[far.Count];
        for (var i = 2; i < flags.Length; i++)
        {
            var oneSide = sides[i] != 0 && sides[i] == sides[i - 1] && sides[i] == sides[i - 2];
            if (oneSide && new[] { far[i], far[i - 1], far[i - 2] }.Count(one => one) >= 2)
            {
                flags[i] = flags[i - 1] = flags[i - 2] = true;
            }
        }

        return flags;
    }

    /// <summary>For each point the first rule that it meets.</summary>
    /// <param name="points">Without a value where there is a gap or the point is ghosted; without limits where there are
    /// none. Neither stands out.</param>
    /// <param name="runs">Whether the rules about several points are applied, too.</param>
    public static IReadOnlyList<SpecialCause> Of(
        IReadOnlyList<(double? Value, ChartLimits? Limits)> points, bool runs)
    {
        ArgumentNullException.ThrowIfNull(points);
        var causes = new SpecialCause[points.Count];
        var sides = points.Select(point =>
            point is { Value: { } value, Limits: { } limits } ? value.CompareTo(limits.Centre) : 0).ToList();
        var far = points.Select(point => point is { Value: { } value, Limits: { } limits }
            && (value > limits.NearUpper || value < limits.NearLower)).ToList();
        var (trends, shifts) = (TrendEnds([.. points.Select(point => point.Limits is null ? null : point.Value)]),
            ShiftEnds(sides));
        var close = InTwoOfThree(far, sides);
        for (var i = 0; i < causes.Length; i++)
        {
            if (points[i] is not { Value: { } value, Limits: { } limits })
            {
                continue;
            }

            causes[i] = value > limits.Upper || value < limits.Lower ? SpecialCause.Outside
                : !runs ? SpecialCause.None
                : EndsAhead(trends, i, 1) ? SpecialCause.Rising
                : EndsAhead(trends, i, -1) ? SpecialCause.Falling
                : close[i] && far[i] ? SpecialCause.TwoOfThree
                : EndsAhead(shifts, i, 1) || EndsAhead(shifts, i, -1) ? SpecialCause.Shift
                : SpecialCause.None;
        }

        return causes;
    }

    /// <summary>Whether a point belongs to a run of this direction: one that ends at it or within the next six.</summary>
    private static bool EndsAhead(IReadOnlyList<int> ends, int point, int direction)
    {
        for (var i = point; i < Math.Min(point + Run, ends.Count); i++)
        {
            if (ends[i] == direction)
            {
                return true;
            }
        }

        return false;
    }
}
