namespace Candour.Definitions;

/// <summary>
/// How long the figures of a measure go on changing after their period. Cases that are still open change what is asked of
/// their end; what was known when they entered the cohort stays: how many crimes were recorded is settled on the day.
/// </summary>
public static class Settling
{
    /// <summary>Months after a period's end; 0 when nothing that is asked can still change.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="dataset">One on which it runs.</param>
    /// <param name="catalogue">Where the measures lie of which it may be made.</param>
    /// <param name="narrowedBy">Further fields by which the question narrows it.</param>
    public static int MonthsOf(Measure measure, Dataset dataset, Catalogue catalogue, IEnumerable<string> narrowedBy)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(narrowedBy);
        return dataset.BasisNamed(measure.Basis) is not { SettlesAfterMonths: > 0 } basis ? 0
            : basis.KnownAtOnce.Count > 0 && Asked(measure, catalogue).Concat(narrowedBy).All(field => IsKnown(field, basis, dataset)) ? 0
            : basis.SettlesAfterMonths;
    }

    private static bool IsKnown(string field, CohortBasis basis, Dataset dataset) =>
        field == basis.PeriodField || field == dataset.AreaField.Id || basis.KnownAtOnce.Contains(field);

    /// <summary>Every field that decides its answer.</summary>
    private static IEnumerable<string> Asked(Measure measure, Catalogue catalogue) =>
        measure.Population.Fields.Concat(measure.Formula switch
        {
            Formula.Count count => Named(count.Amount, count.Distinct),
            Formula.Share share => share.Numerator.Fields,
            Formula.Days days => Named(days.From, days.To, days.OpenUntil),
            Formula.Survey survey => [survey.Answer],
            Formula.Grade grade => [grade.Field],
            Formula.Estimate estimate => Named(estimate.Value, estimate.Error),
            Formula.Agreement agreement => [agreement.First, agreement.Second],
            Formula.Groups groups => Asked(catalogue.Measures[groups.Of], catalogue).Append(groups.By),
            _ => measure.MadeOf.SelectMany(id => Asked(catalogue.Measures[id], catalogue)),
        });

    private static IEnumerable<string> Named(params string[] fields) => fields.Where(field => field.Length > 0);
}
