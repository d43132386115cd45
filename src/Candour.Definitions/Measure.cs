using Candour.Kernel;

namespace Candour.Definitions;

/// <summary>What a measure's answer is.</summary>
public enum MeasureType
{
    /// <summary>How many.</summary>
    Count,

    /// <summary>What part of a whole, from 0 to 1; the numerator is always a part of the denominator.</summary>
    Share,

    /// <summary>A quantile of days between two dates, open cases counted as open.</summary>
    Days,
}

/// <summary>Which way is better. Context unless a source says otherwise.</summary>
public enum Direction
{
    Context,
    Higher,
    Lower,
}

/// <summary>The role of a measure in its framework.</summary>
public enum MeasureKind
{
    Outcome,
    Output,
    Process,
    Input,
    Context,
    DataQuality,
}

/// <summary>Days between two dates of a row.</summary>
/// <param name="From">The field that starts the clock.</param>
/// <param name="To">The field that stops it; a row without it is still open.</param>
/// <param name="OpenUntil">The field with the last day on which an open row was known to be open.</param>
/// <param name="Quantile">0.5 the median, 0.9 the 90th percentile.</param>
public sealed record DaysBetween(string From, string To, string OpenUntil, double Quantile);

/// <summary>A few rows and the figure they must give: recomputed by the engine in every test run.</summary>
/// <param name="Dataset">The dataset whose rows they are.</param>
/// <param name="Period">The period asked about.</param>
/// <param name="Rows">Field and value; fields left out are missing.</param>
/// <param name="Numerator">Expected.</param>
/// <param name="Denominator">Expected; 0 for a count.</param>
/// <param name="Value">Expected, to six decimals.</param>
public sealed record WorkedExample(
    string Dataset,
    Period Period,
    IReadOnlyList<IReadOnlyDictionary<string, string>> Rows,
    long Numerator,
    long Denominator,
    double Value);

/// <summary>A measure: a question with one way of answering it.</summary>
/// <param name="Id">Its permanent name.</param>
/// <param name="Version">Raised with every change of what is computed.</param>
/// <param name="Framework">The folder it lies in.</param>
/// <param name="Title">As people read it; neutral words, no blame.</param>
/// <param name="Question">The question it answers.</param>
/// <param name="Source">Where the question comes from.</param>
/// <param name="Map">Its numbers in the catalogue of measures.</param>
/// <param name="Kind">Its role.</param>
/// <param name="Type">What its answer is.</param>
/// <param name="Unit">What one counted thing is.</param>
/// <param name="Datasets">The datasets it runs on, each by itself, never pooled.</param>
/// <param name="Basis">The cohort basis of both numerator and denominator.</param>
/// <param name="Population">Which rows it is about: the denominator of a share, the count of a count.</param>
/// <param name="Numerator">The part of the population, for a share; everything otherwise.</param>
/// <param name="Days">The clock of a days measure; absent otherwise.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Breakdowns">The code fields it may be broken down by.</param>
/// <param name="Beside">Measures that must be read beside it.</param>
/// <param name="Caveats">What it does not say.</param>
/// <param name="Example">The worked example.</param>
public sealed record Measure(
    string Id,
    int Version,
    string Framework,
    string Title,
    string Question,
    string Source,
    string Map,
    MeasureKind Kind,
    MeasureType Type,
    CountingUnit Unit,
    IReadOnlyList<string> Datasets,
    string Basis,
    Condition Population,
    Condition Numerator,
    DaysBetween? Days,
    Direction Direction,
    IReadOnlyList<string> Breakdowns,
    IReadOnlyList<string> Beside,
    IReadOnlyList<string> Caveats,
    WorkedExample Example);
