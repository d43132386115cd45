using System.Globalization;
using System.Text;

namespace Candour.Definitions;

/// <summary>
/// The computational part of the definitions as one canonical text: what must be the same for two snapshots to be the
/// same. Titles, questions, sources, caveats and examples are left out on purpose, so that a corrected caption does not
/// make a new snapshot.
/// </summary>
internal static class Computation
{
    public static string Describe(Catalogue catalogue)
    {
        var text = new StringBuilder();
        foreach (var list in Ordered(catalogue.CodeLists.Values, list => list.Id))
        {
            Line(text, "codes", list.Id, list.Codes.Select(code => $"{code.Id}<{code.Group}"));
            Line(text, "groups", list.Id, list.Groups.Select(group => $"{group.Id}<{group.Parent}"));
        }

        foreach (var hierarchy in Ordered(catalogue.Hierarchies.Values, hierarchy => hierarchy.Id))
        {
            Line(
                text, "areas", $"{hierarchy.Id}@{hierarchy.At:yyyy-MM-dd}",
                hierarchy.Areas.Select(area => $"{area.Id}<{area.Parent}"));
        }

        foreach (var dataset in Ordered(catalogue.Datasets.Values, dataset => dataset.Id))
        {
            Line(
                text, "dataset", $"{dataset.Id} {dataset.Rows} {dataset.Unit} {dataset.Hierarchy} {dataset.Months}",
                dataset.Fields.Select(field => $"{field.Id}:{field.Type}:{field.CodeList}:{field.Namespace}")
                    .Concat(dataset.Bases.Select(basis => $"{basis.Id}={basis.PeriodField}*{basis.WeightField}")));
        }

        foreach (var measure in Ordered(catalogue.Measures.Values, measure => measure.Id))
        {
            var days = measure.Days is { } d
                ? string.Create(CultureInfo.InvariantCulture, $"{d.From}..{d.To}|{d.OpenUntil}@{d.Quantile:R}")
                : "";
            Line(
                text, "measure",
                $"{measure.Id}@{measure.Version} {measure.Type} {measure.Unit} {measure.Basis} {days}",
                measure.Datasets.Order(StringComparer.Ordinal)
                    .Concat(measure.Population.Tests.Select(test => "population " + Test(test)))
                    .Concat(measure.Numerator.Tests.Select(test => "numerator " + Test(test)))
                    .Concat(measure.Breakdowns.Order(StringComparer.Ordinal).Select(field => "by " + field)));
        }

        return text.ToString();
    }

    private static string Test(FieldTest test) =>
        $"{test.Field} {test.Kind} {string.Join(' ', test.Codes.Order(StringComparer.Ordinal))}";

    private static IEnumerable<T> Ordered<T>(IEnumerable<T> things, Func<T, string> by) =>
        things.OrderBy(by, StringComparer.Ordinal);

    private static void Line(StringBuilder text, string kind, string head, IEnumerable<string> rest) =>
        text.Append(CultureInfo.InvariantCulture, $"{kind}\t{head}\t{string.Join('\t', rest)}\n");
}
