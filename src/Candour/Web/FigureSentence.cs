using System.Globalization;
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
            FigureKind.Count when known.Value < 0 =>
                "The number is below zero because corrections of earlier periods are larger than what was newly counted.",
            FigureKind.Count => $"Everything that was recorded is counted ({units}), so the number has no interval.",
            FigureKind.Share =>
                $"That is {InEvery100(known.Value)}. A share anywhere from "
                + $"{NumberText.Interval(known.Lower, known.Upper, FigureKind.Share)} would fit what was counted: "
                + "a difference inside that range may be chance.",
            _ => $"By our estimate, {Part(reading.Measure.Days!.Quantile)} of the {NumberText.Count(reading.Denominator)} {units} have a decision within "
                + $"{NumberText.Of(known.Value, FigureKind.Days)}; those still open count as still waiting.",
        };
    }

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
