using Candour.Access;
using Candour.Databank.States;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Figures;
using Candour.Readings.Seeing;
using Candour.Store.Closings;

namespace Candour.Freezing;

/// <summary>Which measures a change of rows moves, and from what to what.</summary>
public static class MeasureEffects
{
    /// <summary>
    /// The measures of a dataset whose figure for a period is another afterwards, in every area that is asked about; those that
    /// stay as they are are left out. Of rows that are only thought of, so are indices, which compare each area with all others.
    /// </summary>
    /// <param name="before">The rows as they were.</param>
    /// <param name="after">The rows as they are or would be.</param>
    /// <param name="dataset">Of which dataset.</param>
    /// <param name="period">For which period.</param>
    /// <param name="areas">Areas of the dataset's own hierarchy.</param>
    public static IReadOnlyList<AdjustmentEffect> Between(
        IStates before, IStates after, Dataset dataset, Period period, IReadOnlyList<Area> areas)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(areas);
        var onlyRows = before is RowStates || after is RowStates;
        var effects = new List<AdjustmentEffect>();
        foreach (var measure in before.Catalogue.Measures.Values
            .Where(one => one.Datasets.Contains(dataset.Id) && Answering.IsComputed(one) && (one.Formula is not Formula.Index || !onlyRows))
            .OrderBy(one => one.Id, StringComparer.Ordinal))
        {
            if (after.Catalogue.Measures.TryGetValue(measure.Id, out var later) && later.Datasets.Contains(dataset.Id))
            {
                effects.AddRange(areas.Select(area => Effect(
                        measure, dataset, area, Answer(before, measure, dataset.Id, area, period), Answer(after, later, dataset.Id, area, period)))
                    .Where(effect => effect.Before != effect.After));
            }
        }

        return effects;
    }

    /// <summary>The areas that differences lie in, with all that hold them, in the order of the hierarchy.</summary>
    public static IReadOnlyList<Area> AreasOf(AreaHierarchy hierarchy, IEnumerable<RowDifference> differences)
    {
        ArgumentNullException.ThrowIfNull(hierarchy);
        ArgumentNullException.ThrowIfNull(differences);
        var places = differences.Select(row => row.Place).ToHashSet(StringComparer.Ordinal);
        return [.. hierarchy.Areas.Where(area => hierarchy.LowestUnder(area.Id).Any(places.Contains))];
    }

    private static Answer? Answer(IStates states, Measure measure, string dataset, Area area, Period period)
    {
        var hierarchy = states.Catalogue.HierarchyOf(states.Catalogue.Datasets[dataset]);
        return states.Has(dataset) && hierarchy.Areas.Any(one => one.Id == area.Id)
            ? Answering.Of(states, measure, states.Catalogue.Datasets[dataset], hierarchy, hierarchy[area.Id], period, [])
            : null;
    }

    private static AdjustmentEffect Effect(Measure measure, Dataset dataset, Area area, Answer? before, Answer? after) => new(
        area.Id, measure.Id, Words(measure, dataset, before), Words(measure, dataset, after),
        new[] { before, after }.OfType<Answer>().Any(answer => SmallNumbers.AnySmall(PeopleBehind.Of(measure, answer))));

    private static string Words(Measure measure, Dataset dataset, Answer? answer) => answer is null
        ? FigureText.Symbol(new Figure.NotRecorded(""))
        : FigureText.Of(answer.Figure, Reading.KindOf(measure, dataset), answer.Numerator, answer.Denominator).ToString();
}
