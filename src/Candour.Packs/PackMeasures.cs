using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Asking;
using Candour.Readings.Figures;
using Candour.Readings.Signals;
using Candour.Statistics;

namespace Candour.Packs;

/// <summary>Reads every measure of the dataset: the period, the series that leads up to it, and how that is judged.</summary>
internal static class PackMeasures
{
    /// <summary>A series goes back so many points: enough for full limits, few enough for a table that is read.</summary>
    public const int LongestSeries = 36;

    /// <summary>In the order of their frameworks and titles.</summary>
    public static IReadOnlyList<PackMeasure> Of(ReadingRoom room, PackSubject subject) =>
        [.. Read(room, subject).Select(one => Of(room, subject, one.Reading, one.Series))];

    /// <summary>
    /// The figures of the pack alone, not judged, in the order in which the pack reads them: what of them is withheld depends on what was
    /// shown before.
    /// </summary>
    public static IReadOnlyList<(Reading Reading, IReadOnlyList<Reading> Series)> Read(ReadingRoom room, PackSubject subject)
    {
        var own = room.Measures.Where(measure => measure.Datasets.Contains(subject.Dataset.Id)).ToList();
        room.Snapshot.ReadAhead(own.Select(measure => (measure, "")), subject.Dataset);
        return
        [
            .. own.Select(measure =>
            {
                var question = new Question(subject.Dataset, subject.Hierarchy, subject.Area, subject.Period, []);
                return (room.Read(measure, question), Series(room, subject, measure, question));
            }),
        ];
    }

    private static PackMeasure Of(ReadingRoom room, PackSubject subject, Reading reading, IReadOnlyList<Reading> series)
    {
        var (measure, question) = (reading.Measure, reading.Question);
        return new PackMeasure(
            reading, series,
            MeasureSignal.IsOfEqualAge(measure, subject.Dataset, room.Catalogue) ? Judge(room, series) : null,
            subject.Audience == PackAudience.Whole && subject.Dataset.Reporting is { } calendar
                ? room.CompareAt(measure, question, subject.Hierarchy, calendar.Level) : []);
    }

    /// <summary>
    /// By the shortest period, or by quarter where these hold too few cases. In the pack of an area always by quarter: most of its
    /// months would be withheld.
    /// </summary>
    private static IReadOnlyList<Reading> Series(ReadingRoom room, PackSubject subject, Measure measure, Question question)
    {
        var whole = Resolving.WholeRange(subject.Dataset, room.Snapshot);
        var range = Period.Between(
            whole.Split(subject.Dataset.Months)[0], subject.Period.Split(subject.Dataset.Months)[^1]);
        var quarters = subject.Dataset.Months > 1 ? [] : SeriesOf.Quarters(range);
        if (subject.Audience == PackAudience.Area && quarters.Count > 0)
        {
            return Read(quarters);
        }

        var shortest = Read(range.Split(subject.Dataset.Months));
        return quarters.Count == 0 || SeriesOf.HasEnough(shortest) ? shortest : Read(quarters);

        IReadOnlyList<Reading> Read(IReadOnlyList<Period> periods) =>
            [.. periods.TakeLast(LongestSeries).Select(period => room.Read(measure, question with { Period = period }))];
    }

    private static ControlReading? Judge(ReadingRoom room, IReadOnlyList<Reading> series) =>
        series.Count(one => one.Figure is Figure.Known && !one.Immature) >= ProcessChart.FewestForLimits
        && MeasureSignal.Of(room, series, _ => "") is { Variation: not Variation.NotJudged } signal ? signal : null;
}
