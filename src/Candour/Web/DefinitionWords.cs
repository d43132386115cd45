using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Figures;

namespace Candour.Web;

/// <summary>One condition in words, with the codes it stands for.</summary>
/// <param name="Sentence">"Offence is Rape".</param>
/// <param name="Codes">Each code with its title; empty when the sentence says it all.</param>
public sealed record TestWords(string Sentence, IReadOnlyList<string> Codes);

/// <summary>The definition of a measure in words, with the titles of the code lists.</summary>
public sealed class DefinitionWords(ReadingRoom room, Measure measure, Dataset dataset)
{
    /// <summary>Which rows the measure is about; nothing means all of them.</summary>
    public IReadOnlyList<TestWords> Population => [.. measure.Population.Tests.Select(Words)];

    /// <summary>Which of them are the part, for a share.</summary>
    public IReadOnlyList<TestWords> Numerator => [.. measure.Numerator.Tests.Select(Words)];

    public string Direction => measure.Direction switch
    {
        Definitions.Direction.Higher => "Higher is better, says the source",
        Definitions.Direction.Lower => "Lower is better, says the source",
        _ => "Context only: neither higher nor lower is better by itself",
    };

    public string Type => TypeOf(measure);

    /// <summary>The clock of a days measure.</summary>
    public string Clock => measure.Days is { } days
        ? $"From '{Title(days.From)}' to '{Title(days.To)}'; a case without the second day is still open and waits until "
            + $"'{Title(days.OpenUntil)}'"
        : "";

    public static string TypeOf(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return measure.Type switch
        {
            MeasureType.Count => $"Count of {measure.Unit.Plural()}",
            MeasureType.Share => $"Share of {measure.Unit.Plural()}",
            _ => measure.Days!.Quantile == 0.5 ? "Median of days" : "Percentile of days",
        };
    }

    private string Title(string field) => dataset.FieldNamed(field)?.Title ?? field;

    private TestWords Words(FieldTest test)
    {
        var title = Title(test.Field);
        if (test.Kind != TestKind.OneOf)
        {
            return new TestWords(test.Kind == TestKind.Missing ? $"{title} is missing" : $"{title} is recorded", []);
        }

        var list = room.Catalogue.CodesOf(dataset, test.Field);
        var codes = test.Codes.SelectMany(list.Expand).Distinct().ToList();
        var named = string.Join(" or ", test.Codes.Select(code => $"'{list.TitleOf(list.Canonical(code))}'"));
        return new TestWords(
            codes.Count == 1 ? $"{title} is {named} (code {codes[0]})" : $"{title} is {named}",
            codes.Count == 1 ? [] : [.. codes.Select(code => $"{code}: {list.TitleOf(code)}")]);
    }
}
