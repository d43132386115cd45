using Candour.Kernel;
using Candour.Readings.Charts;
using Candour.Statistics;

namespace Candour.Readings.Changes;

/// <summary>Whether what was mended stays mended.</summary>
/// <param name="Months">Within how many months after it was closed.</param>
/// <param name="Recurrence">The share found again; or that nothing could be watched so long.</param>
public sealed record RecurrenceReading(int Months, Recurrence Recurrence)
{
    public static RecurrenceReading Of(IReadOnlyCollection<ClosedIssue> issues, int months, int lastMonth) =>
        new(months, Recurrence.Of(issues, months, lastMonth));

    /// <summary>The share found again, or why there is no number.</summary>
    public Figure Figure => Recurrence.Match<Figure>(
        known => new Figure.Known(known.Share.Value, known.Share.Interval.Lower, known.Share.Interval.Upper),
        none => new Figure.TooFew($"No closed issue could be watched for {Months} months yet."));

    /// <summary>How often issues were found again within several times, the shortest first.</summary>
    /// <param name="readings">At least one, of the same issues.</param>
    /// <param name="id">Begins every id in the drawings; unique on the page.</param>
    /// <param name="headline">The message.</param>
    /// <param name="subtitle">What was mended, over which time.</param>
    public static Chart Draw(IReadOnlyList<RecurrenceReading> readings, string id, string headline, string subtitle)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentOutOfRangeException.ThrowIfZero(readings.Count);
        return new IntervalChart(
            id, headline, subtitle, FigureKind.Share, "Share of closed issues found again (%)", "Within",
            [
                .. readings.OrderBy(one => one.Months).Select(one => one.Recurrence.Match(
                    known => new IntervalRow($"{one.Months} months", one.Figure, known.Again.Numerator, known.Again.Denominator),
                    _ => new IntervalRow($"{one.Months} months", one.Figure))),
            ],
            Said: string.Join(' ', readings.OrderBy(one => one.Months).Select(one => one.Sentence))).Draw();
    }

    public string Sentence => Recurrence.Match(
        known => $"{NumberText.Count(known.Again.Numerator)} of {NumberText.Count(known.Again.Denominator)} closed issues were found again within "
            + $"{Months} months ({NumberText.Share(known.Share.Value)}, {NumberText.Interval(known.Share.Interval.Lower, known.Share.Interval.Upper, FigureKind.Share)})."
            + Recent(known.NotYet, known.NotYetButAgain),
        none => $"Not enough data: no closed issue could be watched for {Months} months yet." + Recent(none.NotYet, none.NotYetButAgain));

    private static string Recent(long notYet, long again) => notYet == 0
        ? ""
        : $" {NumberText.Count(notYet)} were closed too recently to count; {NumberText.Count(again)} of them were found again already.";
}
