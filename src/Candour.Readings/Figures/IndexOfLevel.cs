using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Candour.Databank.States;
using Candour.Definitions;
using Candour.Statistics;

namespace Candour.Readings.Figures;

/// <summary>
/// An index for all areas of one level and one period. One page asks for it once an area, so it is made once and kept as long
/// as the states it was made of.
/// </summary>
internal sealed class IndexOfLevel
{
    /// <summary>How often the rows are drawn again: the standard error of a chance is then a little over two points at most (√(0.25/500)).</summary>
    private const int Draws = 500;

    private const int Seed = 20131101;

    private static readonly ConditionalWeakTable<IStates, ConcurrentDictionary<string, Lazy<IndexOfLevel>>> Made = [];

    private readonly IReadOnlyList<double?> values;

    private IndexOfLevel(Place asked, Formula.Index index, IReadOnlyList<Area> areas)
    {
        var parts = index.Of.Select(part => new IndexRows(asked, asked.States.Catalogue.Measures[part.Measure], areas)).ToList();
        var scores = Scores(index, [.. parts.Select(part => part.Values())]);
        values = index.Shows == IndexShows.Composite
            ? [.. scores.Select(score => (score as IndexScore.Known)?.Score)]
            : AmongLowest(index, parts, scores);
    }

    public static IndexOfLevel Of(Place asked, Formula.Index index, IReadOnlyList<Area> areas)
    {
        var name = string.Join(
            '|', index.Shows, index.Normalise, index.Bottom, asked.Hierarchy.Id, asked.Hierarchy.At, asked.Area.Level, asked.Period,
            string.Join('+', index.Of));
        return Made.GetOrCreateValue(asked.States)
            .GetOrAdd(name, _ => new Lazy<IndexOfLevel>(() => new IndexOfLevel(asked, index, areas))).Value;
    }

    /// <summary>Of an area by its position; none when one of the measures has no figure for it.</summary>
    public double? ValueOf(int area) => values[area];

    /// <summary>In which share of the draws an area that has a score is among the lowest places.</summary>
    private static IReadOnlyList<double?> AmongLowest(Formula.Index index, List<IndexRows> parts, IReadOnlyList<IndexScore> now)
    {
        var draws = new SeededDraws(Seed);
        var (among, scored) = (new int[now.Count], new int[now.Count]);
        for (var draw = 0; draw < Draws; draw++)
        {
            var scores = Scores(index, [.. parts.Select(part => part.Drawn(draws))]);
            for (var area = 0; area < scores.Count; area++)
            {
                if (scores[area] is IndexScore.Known known)
                {
                    scored[area]++;
                    among[area] += scores.OfType<IndexScore.Known>().Count(other => other.Score < known.Score) < index.Bottom ? 1 : 0;
                }
            }
        }

        return [.. now.Select((score, area) => score is IndexScore.Known && scored[area] > 0 ? (double)among[area] / scored[area] : (double?)null)];
    }

    private static IReadOnlyList<IndexScore> Scores(Formula.Index index, IReadOnlyList<IReadOnlyList<double?>> values) =>
        CompositeIndex.Of(
            [
                .. index.Of.Zip(values).Select(pair => new IndexMeasure(
                    (double)pair.First.Weight,
                    pair.First.Better == Better.Higher ? ImprovementDirection.Increase : ImprovementDirection.Decrease,
                    pair.Second)),
            ],
            index.Normalise == Normalisation.Z ? IndexScale.StandardScore : IndexScale.Rank,
            MissingValues.NoScore);
}
