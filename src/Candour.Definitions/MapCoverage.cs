using System.Globalization;

namespace Candour.Definitions;

/// <summary>One number of the catalogue of measures and the files that carry it.</summary>
public sealed record MapNumber(string Number, IReadOnlyList<string> Measures);

/// <summary>One part of a framework that must be answered, and what answers it.</summary>
public sealed record PartCoverage(FrameworkPart Part, bool IsAnswered);

/// <summary>One framework and its parts that must be answered.</summary>
public sealed record FrameworkCoverage(Framework Framework, IReadOnlyList<PartCoverage> Parts)
{
    public IReadOnlyList<string> Unanswered => [.. Parts.Where(part => !part.IsAnswered).Select(part => part.Part.Id)];
}

/// <summary>
/// What the definitions cover: the catalogue's 176 numbers of measures and 37 of datasets, and every question, indicator,
/// aim and principle of the frameworks.
/// </summary>
/// <param name="Numbers">M001 to M176, each with its files.</param>
/// <param name="DatasetsMissing">Numbers of the catalogue of datasets that no dataset covers.</param>
/// <param name="Frameworks">By name.</param>
public sealed record MapCoverage(
    IReadOnlyList<MapNumber> Numbers, IReadOnlyList<int> DatasetsMissing, IReadOnlyList<FrameworkCoverage> Frameworks)
{
    /// <summary>How many numbers the catalogue of measures has.</summary>
    public const int MeasureNumbers = 176;

    /// <summary>How many numbers the catalogue of datasets has.</summary>
    public const int DatasetNumbers = 37;

    public IReadOnlyList<string> NumbersMissing => [.. Numbers.Where(number => number.Measures.Count == 0).Select(number => number.Number)];

    public static MapCoverage Of(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var byNumber = catalogue.Measures.Values.Where(measure => measure.Map.Length > 0)
            .ToLookup(measure => measure.Map, measure => measure.Id, StringComparer.Ordinal);
        return new MapCoverage(
            [.. Enumerable.Range(1, MeasureNumbers).Select(NumberText)
                .Select(number => new MapNumber(number, [.. byNumber[number].Order(StringComparer.Ordinal)]))],
            [.. Enumerable.Range(1, DatasetNumbers)
                .Except(catalogue.Datasets.Values.SelectMany(dataset => dataset.Map))],
            [.. catalogue.Frameworks.Values.OrderBy(framework => framework.Id, StringComparer.Ordinal)
                .Select(framework => new FrameworkCoverage(
                    framework, [.. framework.Leaves.Select(part => new PartCoverage(part, part.IsAnswered))]))]);
    }

    private static string NumberText(int number) => string.Create(CultureInfo.InvariantCulture, $"M{number:000}");
}
