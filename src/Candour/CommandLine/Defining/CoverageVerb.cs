using System.CommandLine;
using Candour.Definitions;
using Candour.Readings.Figures;

namespace Candour.CommandLine.Defining;

/// <summary><c>candour definitions coverage</c>: what is answered, what is not, and what is defined but not computed.</summary>
internal static class CoverageVerb
{
    public static Command Create()
    {
        var definitions = Options.Definitions();
        var json = Options.Json();
        var verb = new Command("coverage", "Say what the definitions cover: the catalogue's numbers and every part of the frameworks.")
        {
            definitions, json,
        };
        verb.SetAction(parsed => Run(Terminal.Console, parsed.GetValue(definitions)!, parsed.GetValue(json)));
        return verb;
    }

    private static int Run(Terminal terminal, string definitions, bool json) => Home.Definitions(definitions).Match(
        catalogue =>
        {
            var coverage = CoverageJson.Of(catalogue);
            if (json)
            {
                terminal.SayJson(coverage);
                return Exit.Done;
            }

            terminal.Say($"Catalogue of measures: {coverage.Map.Covered} of {coverage.Map.Numbers}{Missing(coverage.Map.Missing)}");
            terminal.Say($"Catalogue of datasets: {coverage.Datasets.Covered} of {coverage.Datasets.Numbers}{Missing(coverage.Datasets.Missing)}");
            foreach (var framework in coverage.Frameworks)
            {
                terminal.Say($"{framework.Title}: {framework.Answered} of {framework.MustBeAnswered}{Missing(framework.Unanswered)}");
                foreach (var part in framework.Parts)
                {
                    terminal.Say($"  {part.Part} {part.Title}: {Answers(part)}");
                }
            }

            terminal.Say($"Defined, not computed: {(coverage.DefinedNotComputed.Count == 0 ? "none" : string.Join(", ", coverage.DefinedNotComputed))}");
            return Exit.Done;
        },
        terminal.Refuse);

    private static string Missing(IReadOnlyList<string> missing) =>
        missing.Count == 0 ? "" : $"; missing: {string.Join(", ", missing)}";

    private static string Answers(PartJson part) => (part.Measures.Count, part.Evidence.Count) switch
    {
        (0, 0) => "nothing yet",
        (0, _) => $"evidence ({string.Join(", ", part.Evidence)})",
        (_, 0) => string.Join(", ", part.Measures),
        _ => $"{string.Join(", ", part.Measures)}; evidence ({string.Join(", ", part.Evidence)})",
    };
}

/// <summary>The JSON of <c>definitions coverage</c>; see docs/json.md.</summary>
internal sealed record CoverageJson(
    NumbersJson Map, NumbersJson Datasets, IReadOnlyList<FrameworkJson> Frameworks, IReadOnlyList<string> DefinedNotComputed)
{
    public static CoverageJson Of(Catalogue catalogue)
    {
        var coverage = MapCoverage.Of(catalogue);
        return new CoverageJson(
            new NumbersJson(
                MapCoverage.MeasureNumbers, MapCoverage.MeasureNumbers - coverage.NumbersMissing.Count, coverage.NumbersMissing,
                coverage.Numbers.ToDictionary(number => number.Number, number => number.Measures)),
            new NumbersJson(
                MapCoverage.DatasetNumbers, MapCoverage.DatasetNumbers - coverage.DatasetsMissing.Count,
                [.. coverage.DatasetsMissing.Select(number => $"{number}")], DatasetsByNumber(catalogue)),
            [.. coverage.Frameworks.Select(FrameworkJson.Of)],
            [.. catalogue.Measures.Values.Where(measure => !Answering.IsComputed(measure)).Select(measure => measure.Id)
                .Order(StringComparer.Ordinal)]);
    }

    private static Dictionary<string, IReadOnlyList<string>> DatasetsByNumber(Catalogue catalogue) =>
        Enumerable.Range(1, MapCoverage.DatasetNumbers).ToDictionary(
            number => $"{number}",
            number => (IReadOnlyList<string>)[.. catalogue.Datasets.Values.Where(dataset => dataset.Map.Contains(number))
                .Select(dataset => dataset.Id).Order(StringComparer.Ordinal)]);
}

internal sealed record NumbersJson(
    int Numbers, int Covered, IReadOnlyList<string> Missing, IReadOnlyDictionary<string, IReadOnlyList<string>> Files);

internal sealed record FrameworkJson(
    string Framework, string Title, int MustBeAnswered, int Answered, IReadOnlyList<string> Unanswered, IReadOnlyList<PartJson> Parts)
{
    public static FrameworkJson Of(FrameworkCoverage coverage) => new(
        coverage.Framework.Id,
        coverage.Framework.Title,
        coverage.Parts.Count,
        coverage.Parts.Count - coverage.Unanswered.Count,
        coverage.Unanswered,
        [.. coverage.Framework.Parts.Select(part => new PartJson(
            part.Id, part.Title, part.Kind.ToString().ToLowerInvariant(), part.Parent, part.Measures,
            [.. part.Evidence.Select(slot => slot.Id)]))]);
}

internal sealed record PartJson(
    string Part, string Title, string Kind, string Parent, IReadOnlyList<string> Measures, IReadOnlyList<string> Evidence);
