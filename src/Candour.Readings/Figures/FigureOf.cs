using Candour.Databank.Cells;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Statistics;

namespace Candour.Readings.Figures;

/// <summary>What a state answers: the number with its 95 % interval, or the honest absence. Pure.</summary>
public static class FigureOf
{
    public static Figure Measure(Measure measure, CellSum sum)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(sum);
        if (NotStated(sum) is { } absence)
        {
            return absence;
        }

        return measure.Type switch
        {
            MeasureType.Count => Count(sum.State.Numerator),
            MeasureType.Share => Share(sum.State.Numerator, sum.State.Denominator, measure.Unit),
            _ => Days(sum.State, measure.Days!.Quantile),
        };
    }

    /// <summary>A share built from two counts; absent as soon as one of them is.</summary>
    public static Figure ShareOf(CellSum part, CellSum whole, CountingUnit unit)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(whole);
        return NotStated(whole) ?? NotStated(part) ?? Share(part.State.Numerator, whole.State.Numerator, unit);
    }

    /// <summary>A count is complete: what was recorded was counted. It has no sampling error, so its interval is itself.</summary>
    private static Figure.Known Count(long count) => new(count, count, count);

    private static Figure Share(long numerator, long denominator, CountingUnit unit)
    {
        if (denominator == 0 && numerator == 0)
        {
            return new Figure.NotApplicable($"There are no {unit.Plural()} here to take a share of.");
        }

        if (numerator < 0 || numerator > denominator)
        {
            return new Figure.NotApplicable(
                $"Corrections exceed outcomes: {NumberText.Count(numerator)} of {NumberText.Count(denominator)} is not a share.");
        }

        var interval = Wilson.Interval(numerator, denominator);
        return new Figure.Known((double)numerator / denominator, interval.Lower, interval.Upper);
    }

    private static Figure Days(CellState state, double quantile)
    {
        if (state.Denominator == 0)
        {
            return new Figure.NotApplicable("There are no cases here to wait for.");
        }

        var durations = DayHistogram.Of(
            state.Days.Select(day => new Statistics.DayCount(day.Day, day.Events, day.Censored)));
        return KaplanMeier.Of(durations).Quantile(quantile).Match<Figure>(
            reached => new Figure.Known(reached.Days, reached.Interval.Lower, reached.Interval.Upper),
            notReached => new Figure.NotReached(
                $"So many cases are still open that the level was not reached: {NumberText.Of(notReached.ShareWithEvent, FigureKind.Share)} "
                + $"have been decided so far, and the level is {NumberText.Of(quantile, FigureKind.Share)}."));
    }

    private static Figure.NotRecorded? NotStated(CellSum sum) =>
        sum.Covered == 0 ? new Figure.NotRecorded("No data were submitted for this area and period.")
        : sum.State is { Rows: 0, Absent: > 0 } ? new Figure.NotRecorded("The source does not state this count; absent is not zero.")
        : null;
}
