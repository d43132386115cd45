using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Readings.Signals;

/// <summary>
/// Where a measure began to count something else: a code that it names came into use, or went out of use, in the middle of
/// the series. Points before and after are not one series.
/// </summary>
public static class DefinitionBreaks
{
    /// <summary>What changed before each period; empty where nothing did, and always before the first.</summary>
    public static IReadOnlyList<string> Of(
        Measure measure, Dataset dataset, Catalogue catalogue, IReadOnlyList<Period> periods)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(periods);
        var changes = Codes(measure, dataset, catalogue).ToArray();
        return
        [
            .. periods.Select((period, i) => i == 0 ? "" : string.Join(
                "; ",
                changes.SelectMany(code => new[]
                {
                    IsIn(code.From, periods[i - 1], period) ? $"code {code.Id} came into use" : "",
                    IsIn(code.Until, periods[i - 1], period) ? $"code {code.Id} went out of use" : "",
                }).Where(text => text.Length > 0).Distinct())),
        ];
    }

    /// <summary>A change takes effect in the first period that begins on that day or holds it.</summary>
    private static bool IsIn(DateOnly day, Period before, Period period) => before.End <= day
        ? day < period.End && (day > before.End || day == period.Start)
        : false;

    private static IEnumerable<Code> Codes(Measure measure, Dataset dataset, Catalogue catalogue) =>
        measure.Population.And(measure.Numerator).Flat.OfType<FieldTest>()
            .Where(test => test.Kind is TestKind.OneOf or TestKind.NoneOf && dataset.FieldNamed(test.Field) is { Type: FieldType.Code })
            .SelectMany(test =>
            {
                var list = catalogue.CodesOf(dataset, test.Field);
                var named = test.Codes.SelectMany(list.Expand).ToHashSet(StringComparer.Ordinal);
                return list.Codes.Where(code => named.Contains(code.Id));
            })
            .DistinctBy(code => code.Id);
}
