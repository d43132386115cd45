using Candour.Readings;
using Candour.Readings.Charts;
using Candour.Readings.Signals;
using Candour.Statistics;

namespace Candour.Packs;

/// <summary>The measures that do something in the period that chance alone would not explain.</summary>
internal static class PackSignals
{
    /// <summary>Outcomes first, then everything else; within each in the order of the definitions.</summary>
    public static IReadOnlyList<PackPoint> Of(PackSubject subject, IReadOnlyList<PackMeasure> measures) =>
    [
        .. measures.OrderBy(one => one.Measure.Kind != Definitions.MeasureKind.Outcome)
            .Where(one => StandOut(subject, one).Count > 0).Select(one => Exception(subject, one)),
    ];

    /// <summary>The points within the period that stand out, by their place in the series.</summary>
    private static IReadOnlyList<int> StandOut(PackSubject subject, PackMeasure one) => one.Signal is not { } signal ? []
        :
        [
            .. Enumerable.Range(0, one.Series.Count).Where(i => subject.Period.Overlaps(one.Series[i].Question.Period)
                && signal.Chart.Points[i] is { Counts: true, Cause: not SpecialCause.None }),
        ];

    /// <summary>What the points within the period do, in a sentence.</summary>
    public static string Seen(PackSubject subject, PackMeasure one) =>
        $"Within the period, {string.Join("; ", StandOut(subject, one).Select(i => $"{one.Signal!.Points[i].LongLabel} is {CauseText.Of(one.Signal.Chart.Points[i].Cause)}"))}.";

    private static PackPoint Exception(PackSubject subject, PackMeasure one)
    {
        var (signal, points) = (one.Signal!, StandOut(subject, one));
        return new PackPoint(
            $"signal:{one.Measure.Id}", ExceptionKind.Signal, one.Measure.Title,
            $"{Seen(subject, one)} {signal.Sentence}",
            [one.Reading, .. points.Select(i => one.Series[i]).Where(point => point.Reference != one.Reading.Reference)],
            signal.Draw($"signal-{one.Measure.Id}", one.Measure.Title, $"{subject.Area.Title}, up to {subject.Period.InWords()}", FigureUnit.Of(one.Measure)),
            [])
        {
            OfPeriod = one.Series.Count(point => subject.Period.Overlaps(point.Question.Period)),
        };
    }
}
