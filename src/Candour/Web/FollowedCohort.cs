using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Asking;
using Candour.Readings.Charts;
using Candour.Readings.Figures;
using Candour.Readings.Recording;

namespace Candour.Web;

/// <summary>
/// One cohort on its way. The shares are for everybody, each as its viewer may see it; the numbers that are lost between steps, and
/// the reasons, tell of few cases, so they are for whoever sees the whole of the dataset.
/// </summary>
/// <param name="Path">The way.</param>
/// <param name="Steps">Each with the share that goes on.</param>
/// <param name="Drawn">How many reach each step; absent for whoever sees a part.</param>
/// <param name="Jumps">Cases that are not recorded at a step they came past; empty when there are none.</param>
/// <param name="Reasons">For a step, the reasons that are held.</param>
/// <param name="Open">The share still without an outcome; absent where nothing can be open.</param>
public sealed record FollowedCohort(
    AttritionPath Path, IReadOnlyList<MeasuredStep> Steps, Chart? Drawn, string Jumps, IReadOnlyList<(AttritionStep Step, CausesReading Causes, Chart Chart)> Reasons, Reading? Open)
{
    public Reading First => Steps[0].Share;

    /// <summary>Follows the cohort of a question.</summary>
    public static Result<FollowedCohort> Of(ReadingRoom room, AttritionPath path, Question question)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(question);
        IReadOnlyList<(AttritionStep, CausesReading, Chart)> reasons = [.. path.Steps.SelectMany((step, i) => ReasonsOf(room, step, question, i))];
        if (!room.Seen.SeesWhole(question.Dataset))
        {
            // Steps of which some are withheld are no cohort that could be counted.
            var shares = MeasureAttrition.Shares(room, path, question);
            return new FollowedCohort(
                path, [.. path.Steps.Zip(shares, (step, share) => new MeasuredStep(step, share, 0))], null, "", reasons, Open(shares[0]));
        }

        return MeasureAttrition.Of(room, path, question).Then<FollowedCohort>(measured => new FollowedCohort(
            path, measured.Steps, measured.Steps[0].Share.Denominator > 0 ? Draw(measured) : null, measured.Jumps, reasons,
            Open(measured.Steps[0].Share)));

        Reading? Open(Reading first) => StillOpen.Beside(room, first.Measure, question)?.Read(question);
    }

    private static Chart Draw(MeasureAttrition measured)
    {
        var first = measured.Steps[0].Share;
        return measured.Reading.Draw(
            "attrition", $"Where cases are lost: {first.Question.Area.Title}",
            $"{measured.Path.Title}, {first.Basis.Title}: {first.Question.Period.InWords()}", $"Number of {first.Measure.Unit.Plural()}");
    }

    /// <summary>Of cases that went no further in the period, whenever they were recorded: another dataset, so not the same cases.</summary>
    private static IEnumerable<(AttritionStep, CausesReading, Chart)> ReasonsOf(ReadingRoom room, AttritionStep step, Question question, int number)
    {
        if (step.Reasons.Length == 0 || !room.Catalogue.Measures.TryGetValue(step.Reasons, out var measure)
            || measure.Datasets.Where(room.Seen.Has).Select(id => room.Catalogue.Datasets[id])
                .FirstOrDefault(dataset => dataset.Hierarchies.Contains(question.Hierarchy.Id)) is not { } dataset || !room.Seen.SeesWhole(dataset))
        {
            yield break;
        }

        var reading = room.Read(measure, question with { Dataset = dataset, Where = [] });
        var causes = MeasureCauses.Of(room, reading, dataset.FieldNamed(step.By)!);
        if (causes.Coded > 0)
        {
            yield return (step, causes, causes.Draw(
                $"reasons-{number}", measure.Title, $"{question.Area.Title}, {reading.Basis.Title}: {question.Period.InWords()}",
                $"Number of {measure.Unit.Plural()}", "Reason"));
        }
    }
}
