using Candour.Kernel;

namespace Candour.Readings;

/// <summary>
/// A figure in words: never blank, never a bare share. Pages, tables, charts and the command line all say it this way.
/// </summary>
/// <param name="Value">The number, or the symbol of the state it is in: <c>35.3%</c>, <c>[not recorded]</c>.</param>
/// <param name="Interval">"34.9% to 35.7%"; empty for a count, which has no sampling error, and without a number.</param>
/// <param name="Base">What it was calculated from: "21,174 of 60,000", "3,512 cases"; empty when not given.</param>
/// <param name="Reason">Why there is no number; empty when there is one.</param>
public sealed record FigureText(string Value, string Interval, string Base, string Reason)
{
    public static FigureText Of(Figure figure, FigureKind kind, decimal? numerator = null, decimal? denominator = null)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return new FigureText(
            figure is Figure.Known known ? NumberText.Of(known.Value, kind) : Symbol(figure),
            IntervalOf(figure, kind),
            figure is Figure.Suppressed or Figure.NotRecorded ? "" : BaseOf(kind, numerator, denominator),
            figure.Reason);
    }

    /// <summary>The word in square brackets that stands where the number would.</summary>
    public static string Symbol(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Match(
            _ => "",
            _ => "[suppressed]",
            _ => "[not recorded]",
            _ => "[too few cases]",
            _ => "[not reached]",
            _ => "[n/a]");
    }

    /// <summary>All of it on one line: "35.3% (34.9% to 35.7%), 21,174 of 60,000".</summary>
    public override string ToString() =>
        Value
        + (Interval.Length > 0 ? $" ({Interval})" : "")
        + (Base.Length > 0 ? $", {Base}" : "")
        + (Reason.Length > 0 ? $": {Reason}" : "");

    private static string IntervalOf(Figure figure, FigureKind kind) =>
        figure is Figure.Known known && kind is not (FigureKind.Count or FigureKind.Amount)
        && known.Lower < known.Upper
            ? NumberText.Interval(known.Lower, known.Upper, kind)
            : "";

    private static string BaseOf(FigureKind kind, decimal? numerator, decimal? denominator) => (kind, numerator, denominator) switch
    {
        (FigureKind.Count or FigureKind.Amount, _, _) => "",
        (FigureKind.Rate, decimal n, decimal d) when d > 0 => $"{NumberText.Count(n)} over {NumberText.Count(d)}",
        (FigureKind.Rate, _, _) => "",
        (FigureKind.Share or FigureKind.Difference, decimal n, decimal d) => $"{NumberText.Count(n)} of {NumberText.Count(d)}",
        (FigureKind.Days, decimal n, decimal d) when n != d => $"{NumberText.Count(n)} of {NumberText.Count(d)} cases closed",
        (FigureKind.Days, _, 0m) => "",
        (FigureKind.Days, _, decimal d) => d == 1 ? "1 case" : $"{NumberText.Count(d)} cases",
        (_, _, decimal d) => $"out of {NumberText.Count(d)}",
        (_, decimal n, _) => NumberText.Count(n),
        _ => "",
    };
}
