namespace Candour.Readings.Charts;

/// <summary>
/// The classes of a drawing. Colours are the stylesheet's business, so that light, dark, forced colours and paper all
/// work from the same drawing.
/// </summary>
internal static class ChartClass
{
    public const string Grid = "candour-chart__grid";
    public const string Axis = "candour-chart__axis";
    public const string Line = "candour-chart__line";
    public const string HatchedLine = "candour-chart__line candour-chart__line--hatched";
    public const string Mark = "candour-chart__mark";
    public const string HatchedMark = "candour-chart__mark candour-chart__mark--hatched";
    public const string Band = "candour-chart__band";
    public const string Edge = "candour-chart__edge";
    public const string Interval = "candour-chart__interval";
    public const string Reference = "candour-chart__reference";
    public const string Gap = "candour-chart__gap";
    public const string Cross = "candour-chart__cross";

    /// <summary>Texts that only help to read the scale; they need not stand in the table.</summary>
    public const string Tick = "candour-chart__text candour-chart__text--tick";
    public const string Text = "candour-chart__text";
    public const string Strong = "candour-chart__text candour-chart__text--strong";
    public const string ReferenceText = "candour-chart__text candour-chart__text--reference";
}
