using Candour.Databank.Cells;
using Candour.Databank.States;
using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Readings.Figures;

/// <summary>
/// Answers a measure from states, whatever it is made of: rows, two counts, or the groups of a share. Worked examples
/// and published figures go this one way.
/// </summary>
public static class Answering
{
    /// <summary>Whether the estimator that a measure needs exists; if not, it is defined and not computed.</summary>
    public static bool IsComputed(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return !measure.IsSample || measure.Formula is Formula.Share;
    }

    /// <summary>The answer for an area, a period and conditions.</summary>
    public static Answer Of(
        IStates states,
        Measure measure,
        Dataset dataset,
        AreaHierarchy hierarchy,
        Area area,
        Period period,
        IReadOnlyList<Narrowing> where)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(hierarchy);
        ArgumentNullException.ThrowIfNull(area);
        ArgumentNullException.ThrowIfNull(where);
        var asked = new Place(states, hierarchy, area, period, where);
        return !IsComputed(measure)
            ? new Answer(
                new Figure.NotApplicable("This measure is defined and not yet computed: its estimator is still to come."),
                asked.Nothing, 0, 0)
            : measure.Formula switch
            {
                Formula.Per per => PerAnswer.Of(asked, states.Catalogue.Measures[per.Of], dataset, states.Catalogue.Measures[per.Over], per.Each),
                Formula.Groups groups => GroupsAnswer.Of(asked, states.Catalogue.Measures[groups.Of], dataset, groups),
                Formula.Share when measure.IsSample => SampleAnswer.Of(asked, measure, dataset),
                Formula.Agreement agreement => AgreementAnswer.Of(asked, measure, dataset, agreement),
                Formula.Index index => IndexAnswer.Of(asked, index),
                Formula.Estimate estimate => EstimateAnswer.Of(asked, measure, dataset, estimate),
                _ => FigureOf.Answer(measure, dataset, asked.Sum(measure, dataset)),
            };
    }
}

/// <summary>Where, when and which: what every part of an answer shares.</summary>
internal sealed record Place(
    IStates States, AreaHierarchy Hierarchy, Area Area, Period Period, IReadOnlyList<Narrowing> Where)
{
    public IReadOnlyList<string> Areas => Hierarchy.LowestUnder(Area.Id);

    public CellSum Nothing { get; } = new(CellState.Zero, 0, 0, [Period], []);

    /// <summary>What is covered, without any state.</summary>
    public CellSum Covered(RowPass pass, Dataset dataset) =>
        new CellTable(pass.Periods, pass.Covered, new Dictionary<CellKey, CellState>()).Sum(Areas, Period, dataset.Months, "", [""]);

    public CellSum Sum(Measure measure, Dataset dataset) => States.Sum(measure, dataset, Areas, Period, Where);
}
