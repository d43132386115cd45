using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Areas;
using Candour.Readings.Figures;
using Candour.Statistics;

namespace Candour.Readings.Signals;

/// <summary>The control chart of a measure: which chart, by what the measure is made of; which way is better, by its own
/// direction.</summary>
public static class MeasureSignal
{
    /// <summary>Why no point is judged where some are withheld: those are the small ones, so the others alone would mislead.</summary>
    public const string Withheld = "not judged: small numbers of this series are withheld, and the rest alone would mislead";

    /// <summary>Judges a measure's series; where points are withheld none is judged.</summary>
    /// <param name="room">Where the readings come from.</param>
    /// <param name="trend">Of one question period by period, gaps included; at least one.</param>
    /// <param name="beside">What must be read beside each, for the table; empty for nothing.</param>
    public static ControlReading Of(ReadingRoom room, IReadOnlyList<Reading> trend, Func<Reading, string> beside)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(trend);
        ArgumentNullException.ThrowIfNull(beside);
        var (measure, dataset) = (trend[0].Measure, trend[0].Question.Dataset);
        var apart = trend.Any(one => one.Figure is Figure.Suppressed) ? Withheld : "";
        Period[] periods = [.. trend.Select(one => one.Question.Period)];
        var breaks = DefinitionBreaks.Of(measure, dataset, room.Catalogue, periods);
        var events = KnownEvents.Of(measure, dataset, trend[0].Question.Hierarchy, trend[0].Question.Area, room.Catalogue, periods);
        return ControlReading.Of(
            [
                .. trend.Select((one, i) => Point(
                    one, apart, string.Join("; ", new[] { breaks[i], Of(events[i], breaking: true) }.Where(text => text.Length > 0)), beside(one), Of(events[i], breaking: false))),
            ],
            trend[0].Kind, Counts(measure, trend), Improvement(measure.Direction));
    }

    /// <summary>
    /// Whether the latest points of a measure may be judged at all: shares and counts of cases of the same age. Where cohorts have had
    /// unequal time, or a stock is counted on the day of an extract, the last points differ by themselves.
    /// </summary>
    public static bool IsOfEqualAge(Measure measure, Dataset dataset, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(dataset);
        return measure.Datasets.Contains(dataset.Id) && dataset.BasisNamed(measure.Basis)!.OverTime == OverTime.Sum
            && Settling.MonthsOf(measure, dataset, catalogue, []) == 0
            && (MeasureAreas.IsShareOfCounts(measure) || measure.Formula is Formula.Count { Amount.Length: 0 });
    }

    /// <summary>A changed definition breaks a series; what else is known stands beside it.</summary>
    private static string Of(IReadOnlyList<Annotation> events, bool breaking) => string.Join(
        "; ", events.Where(one => one.Kind == AnnotationKind.Definition == breaking).Select(one => breaking ? one.Title : KnownEvents.Words(one)));

    /// <summary>Which way is better; a measure that is context only, or has a band, has no better way.</summary>
    public static ImprovementDirection Improvement(Direction direction)
    {
        ArgumentNullException.ThrowIfNull(direction);
        return direction.Better switch
        {
            Better.Higher => ImprovementDirection.Increase,
            Better.Lower => ImprovementDirection.Decrease,
            _ => ImprovementDirection.Neutral,
        };
    }

    /// <summary>A rate over an exposure has an interval only when events were counted; a weighted share is no count.</summary>
    private static CountsOf Counts(Measure measure, IReadOnlyList<Reading> trend) => measure.Formula switch
    {
        Formula.Share or Formula.Survey or Formula.Grade when !measure.IsSample => new CountsOf.Shares(),
        Formula.Per per when trend.Any(one => one.Figure is Figure.Known { Lower: var lower, Upper: var upper } && lower < upper) =>
            new CountsOf.Events(per.Each),
        _ => new CountsOf.Nothing(),
    };

    private static ControlPoint Point(Reading reading, string apart, string before, string beside, string known)
    {
        var counted = reading.Gaps.Count == 0 || reading.Figure is Figure.Known;
        return new ControlPoint(
            reading.Question.Period.ToString(), reading.Question.Period.InWords(), reading.Figure,
            counted ? reading.Numerator : 0, counted ? reading.Denominator : 0, reading.Immature, apart, before, beside, known);
    }
}
