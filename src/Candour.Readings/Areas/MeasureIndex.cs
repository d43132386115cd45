using Candour.Definitions;
using Candour.Readings.Asking;
using Candour.Readings.Figures;
using Candour.Statistics;

namespace Candour.Readings.Areas;

/// <summary>The index of a measure that puts several measures in one number, with what other weights would make of it.</summary>
public static class MeasureIndex
{
    /// <summary>Whether a measure is such an index.</summary>
    public static bool IsIndex(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return measure.Formula is Formula.Index { Shows: IndexShows.Composite };
    }

    /// <summary>The measures of an index with their values for each area, and its sensitivity.</summary>
    /// <param name="room">Where the readings come from.</param>
    /// <param name="measure">An index.</param>
    /// <param name="question">When and which; the areas are given.</param>
    /// <param name="areas">Of one level of the question's hierarchy.</param>
    public static (IndexReading Index, IReadOnlyList<IndexColumn> Columns) Of(
        ReadingRoom room, Measure measure, Question question, IReadOnlyList<Area> areas)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(areas);
        var index = (Formula.Index)measure.Formula;
        IndexColumn[] columns = [.. index.Of.Select(part => Column(room, part, question, areas))];
        return (
            IndexReading.Of(
                [.. areas.Select(area => area.Title)],
                [
                    .. columns.Select(column => new IndexMeasure(
                        (double)column.Part.Weight,
                        column.Part.Better == Better.Higher ? ImprovementDirection.Increase : ImprovementDirection.Decrease,
                        [.. column.Areas.Select(one => one.Figure is Kernel.Figure.Known known ? known.Value : (double?)null)])),
                ],
                index.Normalise == Normalisation.Z ? IndexScale.StandardScore : IndexScale.Rank,
                MissingValues.NoScore),
            columns);
    }

    private static IndexColumn Column(ReadingRoom room, IndexPart part, Question question, IReadOnlyList<Area> areas)
    {
        var measure = room.Catalogue.Measures[part.Measure];
        var dataset = measure.Datasets.Where(room.Seen.Has).Select(id => room.Catalogue.Datasets[id])
            .FirstOrDefault(one => one.Hierarchies.Contains(question.Hierarchy.Id));
        return new IndexColumn(
            part, measure,
            dataset is null ? [] : [.. areas.Select(area => room.Read(measure, question with { Dataset = dataset, Area = area, Where = [] }))]);
    }
}

/// <summary>One measure of an index.</summary>
/// <param name="Part">Its weight and better way in the index.</param>
/// <param name="Measure">What is measured.</param>
/// <param name="Areas">Its readings in the order of the areas; empty where nothing was submitted that it could be made of.</param>
public sealed record IndexColumn(IndexPart Part, Measure Measure, IReadOnlyList<Reading> Areas);
