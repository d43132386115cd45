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
                hierarchy.Histories.Select(area => $"{area.Id}<{string.Join('|', area.Placings.Select(Placed))}{Lived(area)}"));
        }

        foreach (var dataset in Ordered(catalogue.Datasets.Values, dataset => dataset.Id))
        {
            Line(
                text, "dataset", $"{dataset.Id} {dataset.Rows} {dataset.Unit} {string.Join('|', dataset.Hierarchies)} {dataset.Months}",
                dataset.Fields.Select(field => $"{field.Id}:{field.Type}:{field.CodeList}:{field.Namespace}:{field.Decimals}")
                    .Concat(dataset.Bases.Select(basis => $"{basis.Id}={basis.PeriodField}*{basis.WeightField}*{basis.OverTime}")));
        }

        foreach (var measure in Ordered(catalogue.Measures.Values, measure => measure.Id))
        {
            Line(
                text, "measure",
                $"{measure.Id}@{measure.Version} {measure.Type} {measure.Unit} {measure.Basis} {(measure.IsSample ? "weighted" : "")}",
                measure.Datasets.Order(StringComparer.Ordinal)
                    .Append(Made(measure.Formula))
                    .Concat(measure.Population.Tests.Select(test => "population " + TestText.Of(test)))
                    .Concat(measure.Breakdowns.Order(StringComparer.Ordinal).Select(field => "by " + field))
                    .Concat(measure.Pairs.Select(pair => "by " + string.Join(" x ", pair.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)));
        }

        return text.ToString();
    }

    private static string Made(Formula formula) => formula switch
    {
        Formula.Count count => $"count {count.Amount} {count.Distinct}",
        Formula.Share share => "share " + TestText.Of(share.Numerator),
        Formula.Days days => string.Create(
            CultureInfo.InvariantCulture, $"days {days.From}..{days.To}|{days.OpenUntil}@{days.Quantile:R}{(days.EndsBy.Length == 0 ? "" : " ends by " + days.EndsBy)}"),
        Formula.Per per => $"per {per.Of} over {per.Over} each {per.Each}",
        Formula.Groups groups => $"groups {groups.Of} by {groups.By}: {TestText.Codes(groups.Group)} to {TestText.Codes(groups.Reference)}",
        Formula.Survey survey => $"survey {survey.Answer}: {TestText.Codes(survey.Favourable)}",
        Formula.Grade grade => $"grade {grade.Field}: {TestText.Codes(grade.Meets)}",
        Formula.Estimate estimate => $"estimate {estimate.Value} {estimate.Error} {estimate.Is}",
        Formula.Index index => $"index {index.Normalise} {index.Shows} {index.Bottom} "
            + string.Join('+', index.Of.Select(part => $"{part.Measure}*{part.Weight.ToString(CultureInfo.InvariantCulture)}{part.Better}")),
        Formula.Agreement agreement =>
            $"agreement {agreement.First} {agreement.Second} {agreement.Statistic}: {TestText.Codes(agreement.Meets)}",
        _ => throw new InvalidOperationException($"No text for {formula.GetType().Name}."),
    };

    private static string Placed(Placing placing) =>
        string.Create(CultureInfo.InvariantCulture, $"{placing.Parent}:{placing.From:yyyy-MM-dd}:{placing.Until:yyyy-MM-dd}");

    private static string Lived(AreaHistory area) =>
        string.Create(CultureInfo.InvariantCulture, $"@{area.From:yyyy-MM-dd}:{area.Until:yyyy-MM-dd}>{area.MergedInto}");

    private static IEnumerable<T> Ordered<T>(IEnumerable<T> things, Func<T, string> by) =>
        things.OrderBy(by, StringComparer.Ordinal);

    private static void Line(StringBuilder text, string kind, string head, IEnumerable<string> rest) =>
        text.Append(CultureInfo.InvariantCulture, $"{kind}\t{head}\t{string.Join('\t', rest)}\n");
}
