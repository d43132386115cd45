using Candour.Kernel;

namespace Candour.Readings.Charts;

/// <summary>One period of a trend.</summary>
/// <param name="ShortLabel">For the axis: "2018/19-Q3".</param>
/// <param name="LongLabel">For the table and the sentence: "October to December 2018".</param>
/// <param name="Figure">The number, or why there is none.</param>
/// <param name="Hatched">Follow-up is still short, so the number is expected to change.</param>
/// <param name="Numerator">What was counted, where it is known.</param>
/// <param name="Denominator">Out of how many, where it is known.</param>
/// <param name="Beside">What must be read beside the number, for the table: "not yet assigned: 18.1%".</param>
public sealed record TrendPoint(
    string ShortLabel,
    string LongLabel,
    Figure Figure,
    bool Hatched = false,
    decimal? Numerator = null,
    decimal? Denominator = null,
    string Beside = "")
{
    internal FigureText Text(FigureKind kind) => FigureText.Of(Figure, kind, Numerator, Denominator);
}
