using Candour.Definitions;
using Candour.Readings.Words;

namespace Candour.Web;

/// <summary>A measure's definition for a page, whether there are data for it or not.</summary>
/// <param name="Catalogue">The definitions.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Dataset">The dataset whose titles are used.</param>
public sealed record DefinedMeasure(Catalogue Catalogue, Measure Measure, Dataset Dataset)
{
    public DefinitionWords Words { get; } = new(Catalogue, Measure, Dataset);

    /// <summary>Which rows follow each other, in words.</summary>
    public string Basis => Dataset.BasisNamed(Measure.Basis)?.Title ?? Measure.Basis;

    public string Framework => Catalogue.Frameworks[Measure.Framework].Title;
}
