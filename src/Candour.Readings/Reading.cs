using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Asking;
using Candour.Readings.Figures;

namespace Candour.Readings;

/// <summary>The answer to one question: the figure, what it was made of, and its permanent name.</summary>
/// <param name="Measure">What was asked.</param>
/// <param name="Question">Where, when and which.</param>
/// <param name="Basis">The cohort basis.</param>
/// <param name="Answer">The figure and what it was made of.</param>
/// <param name="Immature">The period ended so recently that many of its cases are still without an outcome.</param>
/// <param name="IsSynthetic">No row behind it describes a real person.</param>
/// <param name="Reference">Its permanent name.</param>
public sealed record Reading(
    Measure Measure,
    Question Question,
    CohortBasis Basis,
    Answer Answer,
    bool Immature,
    bool IsSynthetic,
    FigureReference Reference)
{
    public FigureKind Kind => KindOf(Measure, Question.Dataset);

    /// <summary>The number or its honest absence.</summary>
    public Figure Figure => Answer.Figure;

    /// <summary>What was counted, in the measure's own units.</summary>
    public decimal Numerator => Answer.Numerator;

    /// <summary>What it was counted among.</summary>
    public decimal Denominator => Answer.Denominator;

    /// <summary>Counted things that cannot say, because a tested field is missing.</summary>
    public long Missing => Answer.Sum.State.Missing;

    /// <summary>Shortest periods without any data.</summary>
    public IReadOnlyList<Period> Gaps => Answer.Sum.Gaps;

    /// <summary>Shortest periods for which some areas have data and some have none.</summary>
    public IReadOnlyList<Period> Partial => Answer.Sum.Partial;

    public static FigureKind KindOf(Measure measure, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(dataset);
        return measure.Formula switch
        {
            Formula.Count { Amount: { Length: > 0 } amount } when dataset.FieldNamed(amount)?.Decimals > 0 => FigureKind.Amount,
            Formula.Count => dataset.BasisNamed(measure.Basis)?.OverTime == OverTime.Mean ? FigureKind.Amount : FigureKind.Count,
            Formula.Days or Formula.Estimate { Is: EstimateKind.Days } => FigureKind.Days,
            Formula.Per or Formula.Index or Formula.Estimate { Is: EstimateKind.Number } => FigureKind.Rate,
            Formula.Groups or Formula.Agreement { Statistic: AgreementStatistic.Difference } => FigureKind.Difference,
            Formula.Agreement => FigureKind.Rate,
            _ => FigureKind.Share,
        };
    }
}

/// <summary>A share that a person built from two counts. It has no definition of its own and so no permanent name; the
/// names of its two parts stand in for one.</summary>
public sealed record ShareReading(ShareOf Share, Question Question, CohortBasis Basis, Figure Figure, Reading Part, Reading Whole);
