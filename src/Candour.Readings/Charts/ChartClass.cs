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
    public const string SignalMark = "candour-chart__mark candour-chart__mark--signal";
    public const string GhostMark = "candour-chart__mark candour-chart__mark--ghost";
    public const string OtherMark = "candour-chart__mark candour-chart__mark--other";
    public const string Centre = "candour-chart__centre";
    public const string Limit = "candour-chart__limit";
    public const string TrialLimit = "candour-chart__limit candour-chart__limit--trial";
    public const string OuterLimit = "candour-chart__limit candour-chart__limit--outer";
    public const string Break = "candour-chart__break";
    public const string Known = "candour-chart__known";
    public const string KnownFlag = "candour-chart__known candour-chart__known--flag";
    public const string Bar = "candour-chart__bar";
    public const string BarRest = "candour-chart__bar candour-chart__bar--rest";
    public const string Link = "candour-chart__link";
    public const string OtherLine = "candour-chart__line candour-chart__line--other";
    public const string ThirdLine = "candour-chart__line candour-chart__line--third";
    public const string FourthLine = "candour-chart__line candour-chart__line--fourth";
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
