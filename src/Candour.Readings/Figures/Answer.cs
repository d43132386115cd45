using Candour.Databank.Cells;
using Candour.Kernel;

namespace Candour.Readings.Figures;

/// <summary>A figure and what it was made of.</summary>
/// <param name="Figure">The number or its honest absence.</param>
/// <param name="Sum">The state it was made of; of a quotient the part above the line, of two groups the one compared.</param>
/// <param name="Numerator">What was counted, in the measure's own units.</param>
/// <param name="Denominator">What it was counted among; 0 where nothing is.</param>
/// <param name="ReferenceNumerator">Of the group compared with; 0 unless groups are compared.</param>
/// <param name="ReferenceDenominator">Of the group compared with; 0 unless groups are compared.</param>
public sealed record Answer(
    Figure Figure,
    CellSum Sum,
    decimal Numerator,
    decimal Denominator,
    decimal ReferenceNumerator = 0,
    decimal ReferenceDenominator = 0);
