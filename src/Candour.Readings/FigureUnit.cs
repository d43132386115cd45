using System.Globalization;
using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Readings;

/// <summary>What the numbers of a measure are, for an axis and a column.</summary>
public static class FigureUnit
{
    public static string Of(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return measure.Formula switch
        {
            Formula.Count { Amount.Length: > 0 } => Capital(measure.Unit.Plural()),
            Formula.Count => $"Number of {measure.Unit.Plural()}",
            Formula.Share or Formula.Survey or Formula.Grade or Formula.Estimate { Is: EstimateKind.Share } =>
                $"Share of {measure.Unit.Plural()} (%)",
            Formula.Per per => per.Each == 1 ? $"{Capital(measure.Unit.Plural())} for each"
                : string.Create(CultureInfo.InvariantCulture, $"{Capital(measure.Unit.Plural())} per {per.Each:#,0}"),
            Formula.Groups => "Difference (percentage points)",
            Formula.Days or Formula.Estimate { Is: EstimateKind.Days } => "Days",
            _ => "Value",
        };
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
