using Candour.Kernel;

namespace Candour.Definitions;

/// <summary>What a measure's answer is.</summary>
public enum MeasureType
{
    /// <summary>How many, or how much.</summary>
    Count,

    /// <summary>What part of a whole, from 0 to 1; the numerator is always a part of the denominator.</summary>
    Share,

    /// <summary>A declared quotient of two counting units; never a percentage.</summary>
    Per,

    /// <summary>A quantile of days between two dates, open cases counted as open.</summary>
    Days,

    /// <summary>The difference between the shares of two groups.</summary>
    Groups,

    /// <summary>The share of favourable answers.</summary>
    Survey,

    /// <summary>The share of graded things that meet a level.</summary>
    Graded,

    /// <summary>A figure that arrives computed.</summary>
    Estimate,

    /// <summary>Several measures in one number.</summary>
    Index,

    /// <summary>How far two assessments of the same thing agree.</summary>
    Agreement,
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

/// <summary>How often a measure is read.</summary>
public enum Frequency
{
    Monthly,
    Quarterly,
    SixMonthly,
    Yearly,
}

/// <summary>A local variant: the measure it comes from and what it does differently.</summary>
public sealed record VariantOf(string Measure, string Differs);

/// <summary>A measure: a question with one way of answering it.</summary>
public sealed record Measure
{
    /// <summary>Its permanent name.</summary>
    public required string Id { get; init; }

    /// <summary>Raised with every change of what is computed.</summary>
    public required int Version { get; init; }

    /// <summary>The framework whose folder it lies in.</summary>
    public required string Framework { get; init; }

    /// <summary>As people read it; neutral words, no blame.</summary>
    public required string Title { get; init; }

    /// <summary>The question it answers.</summary>
    public required string Question { get; init; }

    /// <summary>The document and paragraph where the question comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Its number in the catalogue of measures; empty for a measure outside it.</summary>
    public required string Map { get; init; }

    /// <summary>Its role.</summary>
    public required MeasureKind Kind { get; init; }

    /// <summary>What its answer is.</summary>
    public required MeasureType Type { get; init; }

    /// <summary>What one counted thing is.</summary>
    public required CountingUnit Unit { get; init; }

    /// <summary>The datasets it runs on, each by itself, never pooled. A measure made of other measures has theirs.</summary>
    public required IReadOnlyList<string> Datasets { get; init; }

    /// <summary>The cohort basis of numerator and denominator alike.</summary>
    public required string Basis { get; init; }

    /// <summary>Which rows it is about: the denominator of a share, the count of a count.</summary>
    public required Condition Population { get; init; }

    /// <summary>How it is made.</summary>
    public required Formula Formula { get; init; }

    /// <summary>Its rows are weighed by the dataset's sampling weight.</summary>
    public required bool IsSample { get; init; }

    /// <summary>Which way is better, if a source says so.</summary>
    public required Direction Direction { get; init; }

    /// <summary>The code fields it may be broken down by.</summary>
    public required IReadOnlyList<string> Breakdowns { get; init; }

    /// <summary>Pairs of breakdowns that may be crossed.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Pairs { get; init; }

    /// <summary>How often it is read.</summary>
    public required Frequency Frequency { get; init; }

    /// <summary>What belongs to it, for comparison with another agency's count.</summary>
    public required IReadOnlyList<string> Includes { get; init; }

    /// <summary>What does not belong to it.</summary>
    public required IReadOnlyList<string> Excludes { get; init; }

    /// <summary>Figures on fewer cases than this are for authorised eyes only.</summary>
    public required int MinimumCell { get; init; }

    /// <summary>Measures that must be read beside it, its balancing measures among them.</summary>
    public required IReadOnlyList<string> Beside { get; init; }

    /// <summary>What it does not say.</summary>
    public required IReadOnlyList<string> Caveats { get; init; }

    /// <summary>The measure it varies; absent for one of its own.</summary>
    public required VariantOf? Variant { get; init; }

    /// <summary>A few rows and the figure they must give; at least one.</summary>
    public required IReadOnlyList<WorkedExample> Examples { get; init; }

    /// <summary>Whether its cells are split by a field of the dataset: by a breakdown, or by how rows ended.</summary>
    public bool HasCellsBy(string field) => Breakdowns.Contains(field) || (Formula is Formula.Days { EndsBy: { Length: > 0 } ends } && ends == field);

    /// <summary>Made of rows, not of other measures.</summary>
    public bool IsMadeOfRows => Formula is not (Formula.Per or Formula.Groups or Formula.Index);

    /// <summary>The part of the population that a share, survey or graded measure counts; everything otherwise.</summary>
    public Condition Numerator => Formula switch
    {
        Formula.Share share => share.Numerator,
        Formula.Survey survey => new Condition([new FieldTest(survey.Answer, TestKind.OneOf, survey.Favourable)]),
        Formula.Grade grade => new Condition([new FieldTest(grade.Field, TestKind.OneOf, grade.Meets)]),
        _ => Condition.Everything,
    };

    /// <summary>The measures it is made of; empty for one made of rows.</summary>
    public IReadOnlyList<string> MadeOf => Formula switch
    {
        Formula.Per per => [per.Of, per.Over],
        Formula.Groups groups => [groups.Of],
        Formula.Index index => [.. index.Of.Select(part => part.Measure)],
        _ => [],
    };
}
