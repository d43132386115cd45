using Candour.Kernel;

namespace Candour.Readings.Signals;

/// <summary>One period of a series that is to be judged.</summary>
/// <param name="ShortLabel">For the axis.</param>
/// <param name="LongLabel">For the table and the sentence.</param>
/// <param name="Figure">The number, or why there is none.</param>
/// <param name="Numerator">What was counted; 0 without a number.</param>
/// <param name="Denominator">Out of how many, or over how much; 0 where nothing is.</param>
/// <param name="IsImmature">Follow-up is still short: drawn hollow, outside limits and rules.</param>
/// <param name="GhostedBecause">Why the point is set aside; empty when it is not.</param>
/// <param name="BreakBefore">What changed in the definition before this point; empty when nothing did. Limits and rules
/// start afresh.</param>
/// <param name="Beside">What must be read beside the number, for the table.</param>
/// <param name="Known">What is known to have happened in this period; empty for nothing. It changes neither limits nor rules.</param>
public sealed record ControlPoint(
    string ShortLabel,
    string LongLabel,
    Figure Figure,
    decimal Numerator = 0,
    decimal Denominator = 0,
    bool IsImmature = false,
    string GhostedBecause = "",
    string BreakBefore = "",
    string Beside = "",
    string Known = "");
