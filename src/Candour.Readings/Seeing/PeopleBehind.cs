using Candour.Databank.Cells;
using Candour.Definitions;
using Candour.Readings.Figures;

namespace Candour.Readings.Seeing;

/// <summary>
/// The counts of people that a figure of case rows tells, each of which must not be small: the rows it counts, the part
/// and the rest of a share, both groups of a comparison.
/// </summary>
public static class PeopleBehind
{
    /// <summary>Always in the same order for one measure.</summary>
    public static IReadOnlyList<long> Of(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return Of(reading.Measure, reading.Answer);
    }

    /// <summary>The same of an answer.</summary>
    public static IReadOnlyList<long> Of(Measure measure, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(answer);
        var rows = answer.Sum.State.Rows;
        return measure.Formula switch
        {
            Formula.Share => [rows, .. PartAndRest(answer.Sum.State)],
            Formula.Groups =>
            [
                rows, Whole(answer.Numerator), Rest(answer.Numerator, answer.Denominator), Whole(answer.ReferenceNumerator),
                Rest(answer.ReferenceNumerator, answer.ReferenceDenominator),
            ],
            Formula.Days => [rows, answer.Sum.State.Numerator, answer.Sum.State.Denominator - answer.Sum.State.Numerator],
            Formula.Count { Amount.Length: 0, Distinct.Length: > 0 } => [rows, Whole(answer.Numerator)],
            _ => [rows],
        };
    }

    private static IReadOnlyList<long> PartAndRest(CellState state) => [state.Numerator, state.Denominator - state.Numerator];

    private static long Whole(decimal count) => (long)decimal.Round(count);

    private static long Rest(decimal part, decimal whole) => Whole(whole) - Whole(part);
}
