using Candour.Definitions;
using Candour.Readings;
using Candour.Readings.Areas;
using Candour.Readings.Disparities;
using Candour.Readings.Figures;

namespace Candour.Packs;

/// <summary>
/// The groups that differ in the period by more than chance: above the floor, corrected for every comparison of the pack at once, and
/// whatever is missing. Only for those who see the whole: in one area the small groups would point to people.
/// </summary>
internal static class PackDisparities
{
    public static (IReadOnlyList<PackPoint> Exceptions, string Sentence) Of(
        ReadingRoom room, PackSubject subject, IReadOnlyList<PackMeasure> measures)
    {
        if (subject.Audience != PackAudience.Whole)
        {
            return ([], "Groups of people are compared in the pack of the whole: in one area the small groups would point to people.");
        }

        var pairs = measures.Where(one => MeasureAreas.IsShareOfCounts(one.Measure))
            .SelectMany(one => one.Measure.Breakdowns.Select(name => (One: one, Field: subject.Dataset.FieldNamed(name)!))).ToList();
        room.Snapshot.ReadAhead(pairs.Select(pair => (pair.One.Measure, pair.Field.Id)), subject.Dataset);
        var asked = pairs
            .Select(pair => (pair.One, pair.Field, Question: MeasureDisparity.Question(
                pair.One.Reading, pair.Field, room.BreakDown(pair.One.Measure, pair.One.Reading.Question, pair.Field.Id))))
            .Where(pair => DisparityReading.IsAnswered(pair.Question)).ToList();
        var read = DisparityReading.OfAll(
            [.. asked.Select(pair => (pair.Question, Math.Max(MeasureDisparity.LeastFloor, pair.One.Measure.MinimumCell)))]);
        var exceptions = asked.Zip(read, (pair, reading) => (pair.One, pair.Field, Reading: reading with { Where = "in this pack" }))
            .Where(one => one.Reading.Surviving.Any()).Select(one => Exception(subject, one.One, one.Field, one.Reading)).ToList();
        var family = read.Count == 0 ? 0 : read[0].Family;
        return (exceptions,
            $"{NumberText.Count(family)} comparisons of groups were made, and each is corrected for all of them; "
            + $"{NumberText.Count(read.Sum(one => one.Surviving.Count()))} differ by more than chance, whatever is missing.");
    }

    private static PackPoint Exception(PackSubject subject, PackMeasure one, Field field, DisparityReading reading) => new(
        $"disparity:{one.Measure.Id}:{field.Id}", ExceptionKind.Disparity, $"{one.Measure.Title}, by {field.Title}",
        reading.Sentence, [one.Reading],
        reading.Draw(
            $"disparity-{one.Measure.Id}-{field.Id}", $"{one.Measure.Title}, by {field.Title}", $"{subject.Area.Title}, {subject.Period.InWords()}",
            FigureUnit.Of(one.Measure)),
        [])
    {
        NotOnPaper =
        [
            .. Enumerable.Range(0, reading.Groups.Count)
                .Where(group => reading.Groups[group].Verdict is DisparityVerdict.CannotTell or DisparityVerdict.TooFew),
        ],
    };
}
