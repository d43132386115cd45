using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Asking;
using Candour.Readings.Figures;

namespace Candour.Readings.Recording;

/// <summary>One step of a way, measured.</summary>
/// <param name="Step">Who decides there.</param>
/// <param name="Share">Of the cases that come to it, those that go on.</param>
/// <param name="Jumped">Cases of the next step that are not recorded as having come to this one; above 0 the shares do not multiply.</param>
public sealed record MeasuredStep(AttritionStep Step, Reading Share, long Jumped);

/// <summary>The way of one cohort as its measures count it.</summary>
/// <param name="Path">What the steps are.</param>
/// <param name="Steps">In their order.</param>
/// <param name="Reading">How many reach each; the same cases all along.</param>
public sealed record MeasureAttrition(AttritionPath Path, IReadOnlyList<MeasuredStep> Steps, AttritionReading Reading)
{
    /// <summary>Counts a cohort; refused when a step has more cases than the one before, for then they are no one cohort.</summary>
    /// <param name="room">Where the readings come from.</param>
    /// <param name="path">At least one step.</param>
    /// <param name="question">Where and when; its cases are those that the first step counts.</param>
    public static Result<MeasureAttrition> Of(ReadingRoom room, AttritionPath path, Question question)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(question);
        var shares = Shares(room, path, question);
        var reach = shares.Select(share => (long)share.Denominator).Append((long)shares[^1].Numerator).ToArray();
        CodedCause[] stages = [.. path.Steps.Select(step => step.Title).Append(path.Ends).Select((title, i) => new CodedCause(title, reach[i]))];
        return AttritionReading.Of(stages).Then<MeasureAttrition>(reading => new MeasureAttrition(
            path, [.. path.Steps.Select((step, i) => new MeasuredStep(step, shares[i], reach[i + 1] - (long)shares[i].Numerator))], reading));
    }

    /// <summary>The share of each step as its viewer may see it.</summary>
    public static IReadOnlyList<Reading> Shares(ReadingRoom room, AttritionPath path, Question question)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(path);
        return [.. path.Steps.Select(step => room.Read(room.Catalogue.Measures[step.Measure], question))];
    }

    /// <summary>What is wrong with the way as it was recorded; empty when every case is seen at every step.</summary>
    public string Jumps => string.Join(' ', Steps.Where(step => step.Jumped > 0).Select(step =>
        $"{NumberText.Count(step.Jumped)} cases came to the step after “{step.Step.Title}” without what that step needs on record."));
}
