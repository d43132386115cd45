using Candour.Definitions;
using Candour.Kernel;
using Candour.Statistics;

namespace Candour.Readings.Figures;

/// <summary>
/// Several measures in one number for an area among the areas of its level; or how often the area is among the lowest when
/// the rows behind the measures are drawn again. The seed is fixed, so the answer is the same everywhere.
/// </summary>
internal static class IndexAnswer
{
    /// <summary>How often the rows are drawn again: enough that a chance moves by no more than about two points.</summary>
    private const int Draws = 500;

    private const int Seed = 20131101;

    public static Answer Of(Place asked, Formula.Index index)
    {
        var nothing = new Answer(new Figure.NotApplicable(
            "An index compares areas of one level, and there is only one of these: ask for an area below."), asked.Nothing, 0, 0);
        var areas = asked.Hierarchy.Areas.Where(area => area.Level == asked.Area.Level).ToList();
        if (areas.Count < 2)
        {
            return nothing;
        }

        var parts = index.Of.Select(part => new IndexRows(asked, asked.States.Catalogue.Measures[part.Measure], areas)).ToList();
        var own = areas.FindIndex(area => area.Id == asked.Area.Id);
        var scores = Scores(index, [.. parts.Select(part => part.Values())]);
        if (scores[own] is not IndexScore.Known known)
        {
            return nothing with
            {
                Figure = new Figure.NotApplicable("One of the measures has no figure for this area, and weights are not spread over the rest."),
            };
        }

        var value = index.Shows == IndexShows.Composite ? known.Score : ShareAmongLowest(index, parts, own);
        return new Answer(new Figure.Known(value, value, value), asked.Nothing with { Covered = 1, Gaps = [] }, 0, 0);
    }

    private static double ShareAmongLowest(Formula.Index index, List<IndexRows> parts, int own)
    {
        var draws = new SeededRows(Seed);
        var (among, scored) = (0, 0);
        for (var draw = 0; draw < Draws; draw++)
        {
            var scores = Scores(index, [.. parts.Select(part => part.Drawn(draws))]);
            if (scores[own] is IndexScore.Known known)
            {
                scored++;
                among += scores.OfType<IndexScore.Known>().Count(other => other.Score < known.Score) < index.Bottom ? 1 : 0;
            }
        }

        return scored == 0 ? 0 : (double)among / scored;
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
