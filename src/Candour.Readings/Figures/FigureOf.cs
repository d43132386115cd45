using Candour.Databank.Cells;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Statistics;

namespace Candour.Readings.Figures;

/// <summary>What a state answers: the number with its 95 % interval, or the honest absence. Pure.</summary>
public static class FigureOf
{
    /// <summary>The figure of a measure made of rows, with what it was counted from in the measure's own units.</summary>
    public static Answer Answer(Measure measure, Dataset dataset, CellSum sum)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(sum);
        var numerator = measure.Formula is Formula.Count count ? Counted(count, measure, dataset, sum) : sum.State.Numerator;
        return new Answer(NotStated(sum) ?? Known(measure, sum, numerator), sum, numerator, sum.State.Denominator);
    }

    private static Figure Known(Measure measure, CellSum sum, decimal numerator) => measure.Formula switch
    {
        Formula.Count => Count((double)numerator),
        Formula.Days days => Days(sum.State, days),
        _ => Share(sum.State.Numerator, sum.State.Denominator, measure.Unit),
    };

    /// <summary>A sum of amounts is kept in its smallest decimal; a stock over several months is their mean.</summary>
    private static decimal Counted(Formula.Count count, Measure measure, Dataset dataset, CellSum sum)
    {
        var decimals = count.Amount.Length > 0 ? dataset.FieldNamed(count.Amount)!.Decimals : 0;
        var counted = FixedNumber.Of(sum.State.Numerator, decimals);
        return dataset.BasisNamed(measure.Basis)!.OverTime == OverTime.Mean && sum.Periods > 1 ? counted / sum.Periods : counted;
    }

    /// <summary>A share built from two counts; absent as soon as one of them is.</summary>
    public static Figure ShareOf(CellSum part, CellSum whole, CountingUnit unit)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(whole);
        return NotStated(whole) ?? NotStated(part) ?? Share(part.State.Numerator, whole.State.Numerator, unit);
    }

    /// <summary>A count is complete: what was recorded was counted. It has no sampling error, so its interval is itself.</summary>
    private static Figure.Known Count(double count) => new(count, count, count);

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

    private static Figure Days(CellState state, Formula.Days formula)
    {
        if (state.Denominator == 0)
        {
            return new Figure.NotApplicable("There are no cases here to wait for.");
        }

        var durations = DayHistogram.Of(
            state.Days.Select(day => new Statistics.DayCount(day.Day, day.Events, day.Censored)));
        return KaplanMeier.Of(durations).Quantile(formula.Quantile).Match<Figure>(
            reached => new Figure.Known(reached.Days, reached.Interval.Lower, reached.Interval.Upper),
            notReached => new Figure.NotReached(
                $"So many cases are still open that the level was not reached: {NumberText.Of(notReached.ShareWithEvent, FigureKind.Share)} "
                + $"have been decided so far, and the level is {NumberText.Of(formula.Quantile, FigureKind.Share)}."));
    }

    private static Figure.NotRecorded? NotStated(CellSum sum) =>
        sum.Covered == 0 ? new Figure.NotRecorded("No data were submitted for this area and period.")
        : sum.State is { Rows: 0, Absent: > 0 } ? new Figure.NotRecorded("The source does not state this count; absent is not zero.")
        : null;
}
