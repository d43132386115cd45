using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Web;

/// <summary>What the numbers of a measure are, for an axis and a column.</summary>
public static class FigureUnit
{
    public static string Of(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return measure.Type switch
        {
            MeasureType.Count => $"Number of {measure.Unit.Plural()}",
            MeasureType.Share => $"Share of {measure.Unit.Plural()} (%)",
            _ => "Days",
        };
    }
}
