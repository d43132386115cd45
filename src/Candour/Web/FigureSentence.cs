using System.Globalization;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;

namespace Candour.Web;

/// <summary>What a figure says, for somebody who reads figures seldom.</summary>
public static class FigureSentence
{
    public static string Of(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var units = reading.Measure.Unit.Plural();
        if (reading.Figure is not Figure.Known known)
        {
            return "There is no number here, and that is not the same as 0.";
        }

        return reading.Kind switch
        {
            _ when reading.Measure.Formula is Formula.Estimate =>
                "The publisher computed this number; there are no rows behind it here, and it is never added to another.",
            FigureKind.Count when known.Value < 0 =>
                "The number is below zero because corrections of earlier periods are larger than what was newly counted.",
            FigureKind.Count => $"Everything that was recorded is counted ({units}), so the number has no interval.",
            FigureKind.Share =>
                $"That is {InEvery100(known.Value)}. A share anywhere from "
                + $"{NumberText.Interval(known.Lower, known.Upper, FigureKind.Share)} would fit what was counted: "
                + "a difference inside that range may be chance.",
            FigureKind.Amount => $"Everything that was recorded is added up ({units}), so the number has no interval.",
            FigureKind.Difference when reading.Measure.Formula is Formula.Agreement =>
                $"The share that met the standard by the first assessment minus the share by the second, of {NumberText.Count(reading.Denominator)} assessed twice. "
                + (known.Lower > 0 || known.Upper < 0 ? "Chance alone would seldom set the two assessments so far apart." : "Chance is enough to explain the difference."),
            FigureKind.Difference => Difference(reading, known),
            FigureKind.Days when reading.Measure.Formula is Formula.Days days => Waited(reading, known, days),
            FigureKind.Rate when known.Lower < known.Upper =>
                $"A rate anywhere from {NumberText.Interval(known.Lower, known.Upper, FigureKind.Rate)} would fit what was counted: "
                + "a difference inside that range may be chance.",
            _ => "It is one sum over another, and neither was drawn by chance, so the number has no interval.",
        };
    }

    private static string Difference(Reading reading, Figure.Known known) =>
        $"{NumberText.Of((double)(reading.Numerator / reading.Denominator), FigureKind.Share)} in the group compared, "
        + $"{NumberText.Of((double)(reading.Answer.ReferenceNumerator / reading.Answer.ReferenceDenominator), FigureKind.Share)} in the reference group. "
        + (known.Lower > 0 || known.Upper < 0
            ? "Chance alone would seldom make so large a difference; it says nothing about the cause."
            : "These data do not tell the two groups apart.")
        + " Whose group is not recorded is in neither.";

    private static string Waited(Reading reading, Figure.Known known, Formula.Days days) =>
        $"By our estimate, {Part(days.Quantile)} of the {NumberText.Count(reading.Denominator)} {reading.Measure.Unit.Plural()} "
        + (days.OpenUntil.Length > 0 ? "have a decision within " : "took no longer than ")
        + NumberText.Of(known.Value, FigureKind.Days)
        + (days.OpenUntil.Length > 0 ? "; those still open count as still waiting." : ".");

    private static string InEvery100(double share)
    {
        var rounded = Math.Round(100 * share, MidpointRounding.AwayFromZero);
        return share == 0 ? "none in 100"
            : share == 1 ? "all of them"
            : rounded < 1 ? "fewer than 1 in every 100"
            : rounded >= 100 ? "more than 99 in every 100"
            : string.Create(CultureInfo.InvariantCulture, $"about {rounded:0} in every 100");
    }

    private static string Part(double quantile) =>
        quantile == 0.5 ? "half" : string.Create(CultureInfo.InvariantCulture, $"{100 * quantile:0.#} in every 100");
}
