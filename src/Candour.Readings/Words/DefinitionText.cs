using System.Globalization;
using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Readings.Words;

/// <summary>Any definition as lines of plain text; no line at all when nothing has that name.</summary>
public static class DefinitionText
{
    public static IReadOnlyList<string> Of(string id, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return catalogue.Measures.TryGetValue(id, out var measure) ? [.. OfMeasure(measure, catalogue)]
            : catalogue.Datasets.TryGetValue(id, out var dataset) ? [.. OfDataset(dataset, catalogue)]
            : catalogue.CodeLists.TryGetValue(id, out var list) ? [.. OfCodeList(list)]
            : catalogue.Conditions.TryGetValue(id, out var condition) ? [.. OfCondition(condition, catalogue)]
            : catalogue.Checks.TryGetValue(id, out var check) ? [.. OfCheck(check, catalogue)]
            : [];
    }

    /// <summary>What a measure counts and what to mind before it is quoted, in few lines; <see cref="Of"/> has the rest.</summary>
    public static IReadOnlyList<string> InShort(Measure measure, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(catalogue);
        var words = DefinitionWords.Of(catalogue, measure);
        return
        [
            .. new[]
            {
                measure.Question, words.Made.Length > 0 ? $"How it is made: {words.Made}" : "",
                InOneLine("Numerator: of these, where", words.Numerator), InOneLine($"Counted: {measure.Unit.Plural()} where", words.Population),
                measure.Caveats.Count > 0 ? $"Before you quote it: {string.Join(' ', measure.Caveats)}" : "",
                string.Create(CultureInfo.InvariantCulture, $"Definition: {measure.Id}, version {measure.Version}"),
            }.Where(line => line.Length > 0),
        ];

        static string InOneLine(string head, IReadOnlyList<TestWords> tests) =>
            string.Join(' ', Conditions(head, tests).Select((line, i) => i == 0 ? line : line.Trim() + (i < tests.Count ? ";" : "")));
    }

    private static IEnumerable<string> OfMeasure(Measure measure, Catalogue catalogue)
    {
        var words = DefinitionWords.Of(catalogue, measure);
        yield return measure.Title;
        yield return measure.Question;
        yield return "";
        yield return $"Type: {words.Type}";
        if (words.Made.Length > 0)
        {
            yield return $"How it is made: {words.Made}";
        }

        foreach (var line in Conditions("Numerator: of these, where", words.Numerator).Concat(
            Conditions($"Counted: {measure.Unit.Plural()} where", words.Population)))
        {
            yield return line;
        }

        yield return $"Cohort basis: {measure.Basis}";
        yield return $"Datasets: {string.Join(", ", measure.Datasets)}";
        yield return $"Direction: {words.Direction}";
        if (words.Gaming.Length > 0)
        {
            yield return $"How it could look better without being better: {words.Gaming}";
        }

        yield return $"Breakdowns: {Listed(measure.Breakdowns)}";
        yield return $"Includes: {Listed(measure.Includes)}";
        yield return $"Excludes: {Listed(measure.Excludes)}";
        yield return $"Read beside it: {Listed(measure.Beside)}";
        foreach (var caveat in measure.Caveats)
        {
            yield return $"Before you quote it: {caveat}";
        }

        if (measure.Variant is { } variant)
        {
            yield return $"A local variant of {variant.Measure}: {variant.Differs}";
        }

        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Definition: {measure.Id}, version {measure.Version}, framework {measure.Framework} ({measure.Source}); {measure.Examples.Count} worked example(s)");
    }

    private static IEnumerable<string> OfDataset(Dataset dataset, Catalogue catalogue)
    {
        yield return dataset.Title;
        yield return $"One row is one {dataset.Unit.Code()} ({dataset.Rows.ToString().ToLowerInvariant()} rows), "
            + $"by {string.Join(" or ", dataset.Hierarchies.Select(id => catalogue.Hierarchies[id].Title))}";
        foreach (var field in dataset.Fields)
        {
            var holds = field.Type == FieldType.Code ? $"code of {field.CodeList}"
                : field.Type == FieldType.Identifier ? "identifier, kept as a pseudonym"
                : field.Type.ToString().ToLowerInvariant();
            yield return $"  {field.Id}: {field.Title} ({holds}{(field.Required ? ", required" : "")})";
        }

        foreach (var basis in dataset.Bases)
        {
            yield return $"Counted by {basis.Id}: {basis.Title}";
        }

        foreach (var note in dataset.Notes)
        {
            yield return $"Note: {note}";
        }
    }

    private static IEnumerable<string> OfCodeList(CodeList list)
    {
        yield return list.Title;
        yield return $"Source: {list.Source} ({(list.Verified ? "checked" : "not checked")} against its publisher)";
        foreach (var code in list.Codes)
        {
            yield return $"  {code.Id}: {code.Title}{Validity(code)}{(code.Verified ? "" : " (not checked)")}";
        }
    }

    private static IEnumerable<string> OfCondition(NamedCondition condition, Catalogue catalogue)
    {
        yield return condition.Title;
        foreach (var line in Conditions("Holds where", new ConditionWords(catalogue, catalogue.Datasets[condition.Datasets[0]]).Of(condition.Holds)))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> OfCheck(Check check, Catalogue catalogue)
    {
        yield return check.Title;
        yield return $"On {catalogue.Datasets[check.Dataset].Title}: {CheckWords.Of(check, catalogue)}";
        yield return $"Why: {check.Why}";
        yield return $"What to do: {check.Do}";
    }

    private static string Validity(Code code) => (code.From > DateOnly.MinValue, code.Until < DateOnly.MaxValue) switch
    {
        (true, true) => string.Create(CultureInfo.InvariantCulture, $", from {code.From:yyyy-MM-dd} until {code.Until:yyyy-MM-dd}"),
        (true, false) => string.Create(CultureInfo.InvariantCulture, $", from {code.From:yyyy-MM-dd}"),
        (false, true) => string.Create(CultureInfo.InvariantCulture, $", until {code.Until:yyyy-MM-dd}"),
        _ => "",
    };

    private static IEnumerable<string> Conditions(string head, IReadOnlyList<TestWords> tests)
    {
        if (tests.Count > 0)
        {
            yield return head;
        }

        foreach (var test in tests)
        {
            yield return $"  {test.Sentence}{(test.Codes.Count > 0 ? ": " + string.Join("; ", test.Codes) : "")}";
        }
    }

    private static string Listed(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);
}
