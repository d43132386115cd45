using Candour.Kernel;
using Candour.Statistics;

namespace Candour.Readings.Charts;

/// <summary>One period of a trend.</summary>
/// <param name="ShortLabel">For the axis: "2018/19-Q3".</param>
/// <param name="LongLabel">For the table and the sentence: "October to December 2018".</param>
/// <param name="Figure">The number, or why there is none.</param>
/// <param name="Hatched">Follow-up is still short, so the number is expected to change.</param>
/// <param name="Numerator">What was counted, where it is known.</param>
/// <param name="Denominator">Out of how many, where it is known.</param>
/// <param name="Beside">What must be read beside the number, for the table: "not yet assigned: 18.1%".</param>
/// <param name="Control">Its limits and what a control chart says of it; absent where there are no limits.</param>
/// <param name="GhostedBecause">Why the point is set aside, for the table; empty when it is not.</param>
/// <param name="BreakBefore">What changed in the definition before this point; empty when nothing did. The line is never
/// joined across it.</param>
/// <param name="Known">What is known to have happened in this period; empty for nothing.</param>
public sealed record TrendPoint(
    string ShortLabel,
    string LongLabel,
    Figure Figure,
    bool Hatched = false,
    decimal? Numerator = null,
    decimal? Denominator = null,
    string Beside = "",
    ControlMark? Control = null,
    string GhostedBecause = "",
    string BreakBefore = "",
    string Known = "")
{
    internal FigureText Text(FigureKind kind) => FigureText.Of(Figure, kind, Numerator, Denominator);
}

/// <summary>What a control chart says of one point.</summary>
/// <param name="Limits">The middle and how far chance alone reaches from it.</param>
/// <param name="IsTrial">The limits come from fewer than twelve points.</param>
/// <param name="Cause">The first rule that makes it stand out.</param>
public sealed record ControlMark(ChartLimits Limits, bool IsTrial, SpecialCause Cause)
{
    public bool StandsOut => Cause != SpecialCause.None;
}
