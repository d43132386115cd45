using Candour.Kernel;

namespace Candour.Readings.Charts;

/// <summary>One row of an <see cref="IntervalChart"/>: an area, a force, a breakdown's value.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Figure">The number, or why there is none.</param>
/// <param name="Numerator">What was counted, where it is known.</param>
/// <param name="Denominator">Out of how many, where it is known.</param>
/// <param name="Emphasised">The row the reader came for.</param>
public sealed record IntervalRow(
    string Label,
    Figure Figure,
    decimal? Numerator = null,
    decimal? Denominator = null,
    bool Emphasised = false)
{
    internal FigureText Text(FigureKind kind) => FigureText.Of(Figure, kind, Numerator, Denominator);
}

/// <summary>The line that rows are read against, such as the national value.</summary>
public sealed record IntervalReference(string Label, Figure.Known Figure, decimal? Numerator = null, decimal? Denominator = null);
