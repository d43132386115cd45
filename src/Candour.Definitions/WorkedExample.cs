using Candour.Kernel;

namespace Candour.Definitions;

/// <summary>The rows of one dataset in an example.</summary>
/// <param name="Dataset">The dataset whose rows they are.</param>
/// <param name="Rows">Field and value; fields left out are missing.</param>
public sealed record ExampleTable(string Dataset, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows);

/// <summary>What an example must give.</summary>
/// <param name="Numerator">The cases counted; for a difference of groups, those of the group compared.</param>
/// <param name="Denominator">What they are counted among; 0 for a count.</param>
/// <param name="Value">The figure, to six decimals.</param>
/// <param name="ReferenceNumerator">Of the reference group; 0 unless groups are compared.</param>
/// <param name="ReferenceDenominator">Of the reference group; 0 unless groups are compared.</param>
public sealed record ExpectedFigure(
    decimal Numerator, decimal Denominator, double Value, decimal ReferenceNumerator, decimal ReferenceDenominator);

/// <summary>A few rows and the figure they must give: recomputed by the engine in every test run.</summary>
/// <param name="Period">The period asked about.</param>
/// <param name="Area">The area asked about; empty for the top of the hierarchy.</param>
/// <param name="Tables">The rows, by dataset; one dataset unless the measure is made of several.</param>
/// <param name="Expected">What they must give.</param>
public sealed record WorkedExample(
    Period Period, string Area, IReadOnlyList<ExampleTable> Tables, ExpectedFigure Expected)
{
    /// <summary>The dataset the question is asked of.</summary>
    public string Dataset => Tables[0].Dataset;
}
