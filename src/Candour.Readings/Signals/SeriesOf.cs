using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Asking;
using Candour.Readings.Figures;

namespace Candour.Readings.Signals;

/// <summary>
/// A question period by period, in periods long enough to say something: where most months hold only a few cases their chart is
/// all chance, and a lasting change of a small unit drowns in it. Then it is read by quarter.
/// </summary>
public static class SeriesOf
{
    /// <summary>A month needs so many cases behind a share or a median, on average.</summary>
    public const int FewestCases = 10;

    /// <summary>A month needs so many counted things, on average.</summary>
    public const int FewestCounted = 5;

    /// <summary>The readings from the first period to the last, gaps included; by the dataset's shortest period, or by quarter.</summary>
    public static IReadOnlyList<Reading> Read(ReadingRoom room, Measure measure, Question question)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(question);
        var months = room.Trend(measure, question);
        var quarters = Quarters(Resolving.WholeRange(question.Dataset, room.Snapshot));
        return question.Dataset.Months > 1 || quarters.Count == 0 || HasEnough(months) ? months
            : [.. quarters.Select(period => room.Read(measure, question with { Period = period }))];
    }

    /// <summary>Whole quarters, back from the last month.</summary>
    public static IReadOnlyList<Period> Quarters(Period whole) =>
        whole.Months < 3 ? [] : Period.Of(whole.End.AddMonths(-3 * (whole.Months / 3)), 3 * (whole.Months / 3)).Split(3);

    /// <summary>Whether the shortest periods of a series hold enough cases, on average, to be read one by one.</summary>
    public static bool HasEnough(IReadOnlyList<Reading> months)
    {
        ArgumentNullException.ThrowIfNull(months);
        var counted = months.Where(one => one.Gaps.Count == 0 && one.Figure is not Figure.Suppressed).ToArray();
        return counted.Length == 0
            || (months[0].Kind is FigureKind.Count or FigureKind.Amount
                ? counted.Average(one => one.Numerator) >= FewestCounted
                : counted.Average(one => one.Denominator) >= FewestCases);
    }
}
