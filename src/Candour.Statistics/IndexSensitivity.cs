namespace Candour.Statistics;

/// <summary>The places that an area has under different weights.</summary>
/// <param name="Area">Its position in the list that was given.</param>
/// <param name="Declared">Its place with the declared weights: 1 for the highest score; equal scores share a
/// place.</param>
/// <param name="First">The highest place under any of the weights that were tried.</param>
/// <param name="Last">The lowest.</param>
public sealed record IndexPlaces(int Area, int Declared, int First, int Last);

/// <summary>
/// What other weights would make of an index (Saisana, Saltelli and Tarantola, "Uncertainty and sensitivity analysis
/// techniques as tools for the quality assessment of composite indicators", Journal of the Royal Statistical Society A
/// 168, 2005, 307-323). Tried are, beside the declared weights: equal weights; each weight halved, doubled and, if
/// there are others, left out. Nothing is drawn at random, so everybody finds the same.
/// </summary>
/// <param name="Areas">The areas with a score under all weights, in the order given.</param>
/// <param name="Pairs">How many pairs of them there are.</param>
/// <param name="SureWhateverWeights">Pairs of which one is at least as good in every measure and better in one: no
/// weights could turn them round.</param>
/// <param name="SameInAll">Pairs that none of the weights that were tried turns round.</param>
public sealed record IndexSensitivity(
    IReadOnlyList<IndexPlaces> Areas, int Pairs, int SureWhateverWeights, int SameInAll)
{
    /// <summary>The sensitivity of an index; its arguments are those of <see cref="CompositeIndex.Of"/>.</summary>
    /// <exception cref="ArgumentException">The measures are of different numbers of areas.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static IndexSensitivity Of(
        IReadOnlyList<IndexMeasure> measures, IndexScale scale, MissingValues missing)
    {
        CompositeIndex.Refuse(measures);
        var scaled = measures.Select(measure => CompositeIndex.OnScale(measure, scale)).ToList();
        var largest = measures.Max(measure => measure.Weight);
        var declared = measures.Select(measure => measure.Weight / largest).ToList();
        List<List<double>> tried = [declared, [.. declared.Select(_ => 1.0)]];
        for (var m = 0; m < declared.Count; m++)
        {
            double[] factors = declared.Count == 1 ? [0.5, 2] : [0.5, 2, 0];
            tried.AddRange(factors.Select(
                factor => declared.Select((weight, other) => other == m ? factor * weight : weight).ToList()));
        }

        var all = tried.ConvertAll(weights => CompositeIndex.Weighted(scaled, weights, missing));
        var scored = Enumerable.Range(0, scaled[0].Count)
            .Where(area => all.TrueForAll(scores => scores[area] is IndexScore.Known)).ToList();
        var values = all.ConvertAll(
            scores => scored.ConvertAll(area => Math.Round(((IndexScore.Known)scores[area]).Score, 12)));
        var places = values.ConvertAll(scores => scores.ConvertAll(own => 1 + scores.Count(other => other > own)));
        var (sure, same) = (0, 0);
        for (var i = 0; i < scored.Count; i++)
        {
            for (var j = i + 1; j < scored.Count; j++)
            {
                sure += Dominates(scored[i], scored[j]) || Dominates(scored[j], scored[i]) ? 1 : 0;
                same += values.TrueForAll(scores => scores[i] > scores[j])
                    || values.TrueForAll(scores => scores[i] < scores[j]) ? 1 : 0;
            }
        }

        return new IndexSensitivity(
            [
                .. scored.Select((area, i) => new IndexPlaces(
                    area, places[0][i], places.Min(place => place[i]), places.Max(place => place[i]))),
            ],
            scored.Count * (scored.Count - 1) / 2, sure, same);

        // With a value missing on either side nothing is sure.
        bool Dominates(int one, int other) =>
            scaled.TrueForAll(values => values[one] >= values[other]) && scaled.Exists(
                values => values[one] > values[other]);
    }
}
