namespace Candour.Definitions;

/// <summary>
/// How a measure is made. The private constructor closes the hierarchy; everything that reads a formula meets every kind.
/// </summary>
public abstract record Formula
{
    private Formula()
    {
    }

    /// <summary>How many rows; or the sum of a number field; or how many different identifiers.</summary>
    /// <param name="Amount">The number field that is summed; empty for rows.</param>
    /// <param name="Distinct">The identifier of which different ones are counted; empty for rows.</param>
    public sealed record Count(string Amount, string Distinct) : Formula;

    /// <summary>What part of the population.</summary>
    /// <param name="Numerator">The part; always within the population.</param>
    public sealed record Share(Condition Numerator) : Formula;

    /// <summary>A quantile of days between two dates of a row.</summary>
    /// <param name="From">The field that starts the clock.</param>
    /// <param name="To">The field that stops it.</param>
    /// <param name="OpenUntil">The field with the last day on which an open row was known to be open; empty where no row can
    /// be open, so that one without its end cannot say.</param>
    /// <param name="Quantile">0.5 the median, 0.9 the 90th percentile.</param>
    /// <param name="EndsBy">The code field that says in which way a row ended; empty where all ends are one. It changes no figure, only what is kept beside it.</param>
    public sealed record Days(string From, string To, string OpenUntil, double Quantile, string EndsBy = "") : Formula;

    /// <summary>A declared quotient of two counts of different units, never a percentage.</summary>
    /// <param name="Of">The count measure above the line.</param>
    /// <param name="Over">The count measure below it.</param>
    /// <param name="Each">For how many of the units below: 1,000 women, 1 suspect.</param>
    public sealed record Per(string Of, string Over, long Each) : Formula;

    /// <summary>The difference between the shares of two groups.</summary>
    /// <param name="Of">The share measure.</param>
    /// <param name="By">The field that makes the groups; a breakdown of that share.</param>
    /// <param name="Group">The codes of the group compared.</param>
    /// <param name="Reference">The codes of the group it is compared with.</param>
    public sealed record Groups(string Of, string By, IReadOnlyList<string> Group, IReadOnlyList<string> Reference) : Formula;

    /// <summary>The share of favourable answers among those who answered; who declined did not answer.</summary>
    /// <param name="Answer">The field with the answer.</param>
    /// <param name="Favourable">The codes that count as favourable.</param>
    public sealed record Survey(string Answer, IReadOnlyList<string> Favourable) : Formula;

    /// <summary>The share of graded things that meet a level.</summary>
    /// <param name="Field">The field with the grade.</param>
    /// <param name="Meets">The grades that meet the level.</param>
    public sealed record Grade(string Field, IReadOnlyList<string> Meets) : Formula;

    /// <summary>A figure that arrives computed, with no rows behind it: shown as such, never added up.</summary>
    /// <param name="Value">The number field with the estimate.</param>
    /// <param name="Error">The number field with its standard error; empty when the publisher gives none.</param>
    /// <param name="Is">What kind of number it is.</param>
    public sealed record Estimate(string Value, string Error, EstimateKind Is) : Formula;

    /// <summary>Several measures in one number, with declared weights; or how stable its lowest places are.</summary>
    /// <param name="Of">The measures, each with its weight and better way.</param>
    /// <param name="Normalise">How they are made comparable.</param>
    /// <param name="Shows">The composite itself or the stability of its lowest places.</param>
    /// <param name="Bottom">How many lowest places; 0 for the composite.</param>
    public sealed record Index(
        IReadOnlyList<IndexPart> Of, Normalisation Normalise, IndexShows Shows, int Bottom) : Formula;

    /// <summary>How far two assessments of the same thing agree.</summary>
    /// <param name="First">The field with the first assessment.</param>
    /// <param name="Second">The field with the second.</param>
    /// <param name="Statistic">Which number says so.</param>
    /// <param name="Meets">For a difference: the codes that meet the standard; else empty.</param>
    public sealed record Agreement(
        string First, string Second, AgreementStatistic Statistic, IReadOnlyList<string> Meets) : Formula;
}

/// <summary>One measure of an index.</summary>
/// <param name="Measure">Its id.</param>
/// <param name="Weight">How much it weighs against the others; positive.</param>
/// <param name="Better">Which way counts as better in the index, whatever the measure's own direction.</param>
public sealed record IndexPart(string Measure, decimal Weight, Better Better);

/// <summary>How the measures of an index are made comparable.</summary>
public enum Normalisation
{
    /// <summary>Distance from the mean of the areas in standard deviations.</summary>
    Z,

    /// <summary>The area's place among the areas.</summary>
    Rank,
}

/// <summary>What an index says.</summary>
public enum IndexShows
{
    Composite,

    /// <summary>The share of resamples in which an area is among the lowest places.</summary>
    Stability,
}

/// <summary>How agreement is measured.</summary>
public enum AgreementStatistic
{
    /// <summary>Cohen's kappa.</summary>
    Kappa,

    /// <summary>Gwet's AC1.</summary>
    Ac1,

    /// <summary>Share that meets the standard by the first assessment minus that by the second.</summary>
    Difference,
}

/// <summary>What kind of number an external estimate is.</summary>
public enum EstimateKind
{
    Share,
    Days,
    Number,
}
