using Candour.Readings.Charts;
using Candour.Statistics;

namespace Candour.Readings.OpenCases;

/// <summary>A wait as a curve: what share has an end by each day.</summary>
public static class WaitDrawing
{
    /// <summary>The curve with its table; the closed cases' level stands in the table under its own name.</summary>
    /// <param name="wait">With at least one case.</param>
    /// <param name="id">Begins every id in the drawings; unique on the page.</param>
    /// <param name="headline">The message.</param>
    /// <param name="subtitle">What is measured, for whom, over which period.</param>
    public static Chart Draw(this WaitReading wait, string id, string headline, string subtitle)
    {
        ArgumentNullException.ThrowIfNull(wait);
        ArgumentOutOfRangeException.ThrowIfZero(wait.Cases);
        var part = WaitSentence.Part(wait.Level);
        return new StepChart(
            id, headline, subtitle, "Share with an end (%)",
            [Curve("Share with an end", wait.Curve, wait.LastDay)],
            [
                new StepRow($"{part} have an end after", [FigureText.Of(wait.Estimate, FigureKind.Days)]),
                new StepRow($"{part} of the closed cases alone", [FigureText.Of(wait.ClosedOnly, FigureKind.Days)]),
                .. wait.DecidedBy.Select(by => new StepRow($"By day {by.Day}", [FigureText.Of(by.Share, FigureKind.Share)])),
                new StepRow(
                    $"Still open at the extract, of {NumberText.Count(wait.Cases)}",
                    [new FigureText(NumberText.Count(wait.Open), "", "", "")]),
            ],
            WaitReading.Days, wait.Sentence).Draw();
    }

    private static StepCurve Curve(string name, IReadOnlyList<SurvivalStep> steps, int lastDay) => new(
        name,
        [
            new CurveStep(0, 0, 0, 0),
            .. steps.Select(step => new CurveStep(step.Day, 1 - step.Survival, 1 - step.Band.Upper, 1 - step.Band.Lower)),
        ],
        Math.Max(lastDay, 1));
}
