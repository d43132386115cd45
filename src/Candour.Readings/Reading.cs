using Candour.Databank.Cells;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Asking;

namespace Candour.Readings;

/// <summary>The answer to one question: the figure, what it was made of, and its permanent name.</summary>
/// <param name="Measure">What was asked.</param>
/// <param name="Question">Where, when and which.</param>
/// <param name="Basis">The cohort basis.</param>
/// <param name="Figure">The number or its honest absence.</param>
/// <param name="Sum">The state it was made of.</param>
/// <param name="Immature">The period ended so recently that many of its cases are still without an outcome.</param>
/// <param name="IsSynthetic">No row behind it describes a real person.</param>
/// <param name="Reference">Its permanent name.</param>
public sealed record Reading(
    Measure Measure,
    Question Question,
    CohortBasis Basis,
    Figure Figure,
    CellSum Sum,
    bool Immature,
    bool IsSynthetic,
    FigureReference Reference)
{
    public FigureKind Kind => KindOf(Measure);

    public long Numerator => Sum.State.Numerator;

    public long Denominator => Sum.State.Denominator;

    /// <summary>Counted things that cannot say, because a tested field is missing.</summary>
    public long Missing => Sum.State.Missing;

    /// <summary>Shortest periods without any data.</summary>
    public IReadOnlyList<Period> Gaps => Sum.Gaps;

    /// <summary>Shortest periods for which some areas have data and some have none.</summary>
    public IReadOnlyList<Period> Partial => Sum.Partial;

    public static FigureKind KindOf(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return measure.Type switch
        {
            MeasureType.Count => FigureKind.Count,
            MeasureType.Share => FigureKind.Share,
            _ => FigureKind.Days,
        };
    }
}

/// <summary>A share that a person built from two counts. It has no definition of its own and so no permanent name; the
/// names of its two parts stand in for one.</summary>
public sealed record ShareReading(ShareOf Share, Question Question, CohortBasis Basis, Figure Figure, Reading Part, Reading Whole);
