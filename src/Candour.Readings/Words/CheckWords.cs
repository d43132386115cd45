using System.Globalization;
using Candour.Definitions;

namespace Candour.Readings.Words;

/// <summary>What a check looks for, in a sentence.</summary>
public static class CheckWords
{
    public static string Of(Check check, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(catalogue);
        var dataset = catalogue.Datasets[check.Dataset];
        var conditions = new ConditionWords(catalogue, dataset);
        return check.Rule switch
        {
            CheckRule.Consistency rule => $"rows where {Said(conditions, rule.When)} must also say: {Said(conditions, rule.Must)}",
            CheckRule.Order order => $"the dates that are there run in this order: {Titles(conditions, order.Dates)}",
            CheckRule.Same same => $"rows that are equal in {Titles(conditions, same.Fields)} may be one thing entered twice",
            CheckRule.Outliers outliers => string.Create(
                CultureInfo.InvariantCulture,
                $"counts by {conditions.Title(dataset.AreaField.Id)} and period that lie far from the others of the same area (modified z above {outliers.Threshold})"),
            CheckRule.MissingShare missing => string.Create(
                CultureInfo.InvariantCulture,
                $"more than {100 * missing.MoreThan:0.#}% of the rows of an area and period without {Titles(conditions, missing.Fields)}"),
            CheckRule.Lag lag => string.Create(
                CultureInfo.InvariantCulture,
                $"a median of more than {lag.MoreThanDays} days from '{conditions.Title(lag.From)}' to '{conditions.Title(lag.To)}'"),
            _ => throw new InvalidOperationException($"No words for {check.Rule.GetType().Name}."),
        };
    }

    private static string Said(ConditionWords conditions, Condition condition) =>
        string.Join(" and ", conditions.Of(condition).Select(words => words.Codes.Count > 0 && words.Sentence == "at least one of these holds"
            ? string.Join(" or ", words.Codes) : words.Sentence));

    private static string Titles(ConditionWords conditions, IReadOnlyList<string> fields) =>
        string.Join(", ", fields.Select(field => $"'{conditions.Title(field)}'"));
}
