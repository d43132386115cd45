using System.Globalization;
using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Readings.Words;

/// <summary>The definition of a measure in words that a manager understands.</summary>
public sealed class DefinitionWords
{
    private readonly Measure measure;
    private readonly Catalogue catalogue;
    private readonly ConditionWords conditions;

    /// <param name="catalogue">The definitions.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="dataset">The dataset whose titles are used.</param>
    public DefinitionWords(Catalogue catalogue, Measure measure, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(dataset);
        (this.catalogue, this.measure) = (catalogue, measure);
        conditions = new ConditionWords(catalogue, dataset);
    }

    /// <summary>With the titles of its first dataset.</summary>
    public static DefinitionWords Of(Catalogue catalogue, Measure measure)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(measure);
        return new DefinitionWords(catalogue, measure, catalogue.Datasets[measure.Datasets[0]]);
    }

    /// <summary>Which rows the measure is about; nothing means all of them.</summary>
    public IReadOnlyList<TestWords> Population => conditions.Of(measure.Population);

    /// <summary>Which of them are the part, for a share.</summary>
    public IReadOnlyList<TestWords> Numerator => conditions.Of(measure.Numerator);

    public string Direction => measure.Direction.Better switch
    {
        Better.Higher => $"Higher is better, says the source ({measure.Direction.Source})",
        Better.Lower => $"Lower is better, says the source ({measure.Direction.Source})",
        Better.Zero => $"Nearer to no difference is better, says the source ({measure.Direction.Source})",
        Better.One => $"Nearer to one is better, says the source ({measure.Direction.Source})",
        Better.Band => $"Neither too high nor too low, says the source ({measure.Direction.Source})",
        _ => "Context only: neither higher nor lower is better by itself",
    };

    /// <summary>How the figure could be improved without anything getting better; empty for context.</summary>
    public string Gaming => measure.Direction.Gaming;

    public string Type => TypeOf(measure);

    /// <summary>How it is made, in one sentence; empty where population and numerator say it all.</summary>
    public string Made => measure.Formula switch
    {
        Formula.Days { OpenUntil.Length: > 0 } days =>
            $"From '{conditions.Title(days.From)}' to '{conditions.Title(days.To)}'; a case without the second day is still open "
            + $"and waits until '{conditions.Title(days.OpenUntil)}'",
        Formula.Days days => $"From '{conditions.Title(days.From)}' to '{conditions.Title(days.To)}'; a row without either day cannot say",
        Formula.Count { Amount.Length: > 0 } count => $"The sum of '{conditions.Title(count.Amount)}'",
        Formula.Count { Distinct.Length: > 0 } count => $"Each '{conditions.Title(count.Distinct)}' is counted once, however many rows it has",
        Formula.Per per => $"'{TitleOf(per.Of)}' over '{TitleOf(per.Over)}'"
            + (per.Each == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", for every {per.Each:#,0}"))
            + ": a quotient of two units, never a percentage",
        Formula.Groups groups => $"'{TitleOf(groups.Of)}', the share of one group minus that of the other, by '{conditions.Title(groups.By)}': "
            + $"{Codes(groups.By, groups.Group)} compared with {Codes(groups.By, groups.Reference)}; who is missing is in neither",
        Formula.Survey survey => $"Favourable answers to '{conditions.Title(survey.Answer)}': {Codes(survey.Answer, survey.Favourable)}; "
            + "who declined did not answer",
        Formula.Grade grade => $"'{conditions.Title(grade.Field)}' meets the level: {Codes(grade.Field, grade.Meets)}",
        Formula.Estimate => "The publisher's own estimate, shown as it came; there are no rows behind it and nothing is added up",
        Formula.Index index => $"{(index.Shows == IndexShows.Composite ? "One number" : "How often an area is among the lowest places")} from "
            + string.Join(", ", index.Of.Select(part => $"'{TitleOf(part.Measure)}' (weight {part.Weight.ToString(CultureInfo.InvariantCulture)})")),
        Formula.Agreement agreement => $"'{conditions.Title(agreement.First)}' and '{conditions.Title(agreement.Second)}' of the same thing",
        _ => "",
    };

    public static string TypeOf(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return measure.Formula switch
        {
            Formula.Count { Amount.Length: > 0 } => $"Sum in {measure.Unit.Plural()}",
            Formula.Count { Distinct.Length: > 0 } => $"Count of different {measure.Unit.Plural()}",
            Formula.Count => $"Count of {measure.Unit.Plural()}",
            Formula.Share => $"Share of {measure.Unit.Plural()}",
            Formula.Days { Quantile: 0.5 } => "Median of days",
            Formula.Days => "Percentile of days",
            Formula.Per per => per.Each == 1 ? "Quotient of two units"
                : string.Create(CultureInfo.InvariantCulture, $"Rate per {per.Each:#,0}"),
            Formula.Groups => "Difference of two groups",
            Formula.Survey => "Share of favourable answers",
            Formula.Grade => "Share that meets the level",
            Formula.Estimate => "External estimate",
            Formula.Index => "Weighted index",
            _ => "Agreement of two assessments",
        };
    }

    private string TitleOf(string id) => catalogue.Measures[id].Title;

    private string Codes(string field, IReadOnlyList<string> codes)
    {
        var dataset = catalogue.Datasets[measure.Datasets[0]];
        var list = catalogue.CodesOf(dataset, field);
        return string.Join(" or ", codes.Select(code => $"'{list.TitleOf(list.Canonical(code))}'"));
    }
}
