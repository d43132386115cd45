namespace Candour.Statistics;

/// <summary>How values of different units are put on one scale.</summary>
public enum IndexScale
{
    /// <summary>By how many standard deviations of the areas a value is from their mean.</summary>
    StandardScore,

    /// <summary>From 0 for the least value of the areas to 1 for the greatest.</summary>
    MinMax,

    /// <summary>By the share of the other areas that are below, those equal counted by half: from 0 to 1.</summary>
    Rank,
}

/// <summary>What becomes of an area that lacks a value. Nothing is ever put in its place.</summary>
public enum MissingValues
{
    /// <summary>The area has no score.</summary>
    NoScore,

    /// <summary>The weights of the values it has are stretched, if they are at least half of all weight.</summary>
    Reweighed,
}

/// <summary>One measure in an index.</summary>
/// <param name="Weight">Declared with the index; above 0. Only proportions count.</param>
/// <param name="Better">Which way is better; an index has no neutral measures.</param>
/// <param name="Values">Of every area, in the same order for all measures; null where the area has none.</param>
public sealed record IndexMeasure(double Weight, ImprovementDirection Better, IReadOnlyList<double?> Values);

/// <summary>An area's score in an index.</summary>
public abstract record IndexScore
{
    private IndexScore()
    {
    }

    /// <summary>There is a score.</summary>
    /// <param name="Score">Higher is better; on the scale of the index.</param>
    /// <param name="WeightPresent">The share of all weight that its values have; below 1 when some are missing.</param>
    public sealed record Known(double Score, double WeightPresent) : IndexScore;

    /// <summary>Too much is missing.</summary>
    /// <param name="Missing">Positions of the measures without a value.</param>
    public sealed record NotScored(IReadOnlyList<int> Missing) : IndexScore;

    public T Match<T>(Func<Known, T> known, Func<NotScored, T> notScored)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(notScored);
        return this switch
        {
            Known score => known(score),
            NotScored missing => notScored(missing),
            _ => throw new InvalidOperationException("An area is scored, or not."),
        };
    }
}

/// <summary>
/// Several measures in one number, with weights that are declared with it (OECD and Joint Research Centre, Handbook on
/// Constructing Composite Indicators, 2008, 27-33): each measure is turned so that higher is better and put on one
/// scale (<see cref="IndexScale"/>), and the weighted mean is taken. Weights are judgements: never show an index
/// without what other weights would make of it (<see cref="IndexSensitivity"/>), nor without its measures.
/// </summary>
public static class CompositeIndex
{
    /// <summary>Of all weight, the least that an area's values must have to be reweighed.</summary>
    public const double LeastWeight = 0.5;

    /// <summary>The score of every area.</summary>
    /// <param name="measures">At least one, all of the same areas. A measure in which all areas agree puts every area
    /// at the middle of the scale.</param>
    /// <param name="scale">The same for all measures; made of the areas that have a value.</param>
    /// <param name="missing">What becomes of an area that lacks a value.</param>
    /// <returns>In the order of the areas.</returns>
    /// <exception cref="ArgumentException">The measures are of different numbers of areas.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static IReadOnlyList<IndexScore> Of(
        IReadOnlyList<IndexMeasure> measures, IndexScale scale, MissingValues missing)
    {
        Refuse(measures);
        return Weighted([.. measures.Select(measure => OnScale(measure, scale))],
            [.. measures.Select(measure => measure.Weight)], missing);
    }

    /// <summary>The scores of values that are on one scale.</summary>
    internal static List<IndexScore> Weighted(
        IReadOnlyList<IReadOnlyList<double?>> scaled, IReadOnlyList<double> weights, MissingValues missing)
    {
        // Of the largest, so that no sum overflows.
        var largest = weights.Max();
        var whole = weights.Sum(weight => weight / largest);
        var scores = new List<IndexScore>();
        for (var area = 0; area < scaled[0].Count; area++)
        {
            var (sum, present, lacking) = (0.0, 0.0, new List<int>());
            for (var m = 0; m < scaled.Count; m++)
            {
                if (scaled[m][area] is { } value)
                {
                    sum += weights[m] / largest * value;
                    present += weights[m] / largest;
                }
                else if (weights[m] > 0)
                {
                    lacking.Add(m);
                }
            }

            var enough = lacking.Count == 0
                || (missing == MissingValues.Reweighed && present / whole >= LeastWeight - 1e-12);
            scores.Add(enough
                ? new IndexScore.Known(sum / present, lacking.Count == 0 ? 1 : present / whole)
                : new IndexScore.NotScored(lacking));
        }

        return scores;
    }

    /// <summary>The values of a measure, higher is better, on the scale.</summary>
    internal static IReadOnlyList<double?> OnScale(IndexMeasure measure, IndexScale scale)
    {
        var sign = measure.Better == ImprovementDirection.Increase ? 1.0 : -1;
        var turned = measure.Values.Select(value => sign * value).ToList();
        var known = turned.OfType<double>().ToList();
        if (known.Count == 0)
        {
            return turned;
        }

        var (least, greatest) = (known.Min(), known.Max());
        if (least == greatest)
        {
            return [.. turned.Select(value => value is null ? null
                : scale == IndexScale.StandardScore ? 0 : (double?)0.5)];
        }

        var mean = known.Sum(value => value / known.Count);
        var deviation = Math.Sqrt(known.Sum(value => (value - mean) * (value - mean)) / (known.Count - 1));
        return
        [
            .. turned.Select(value => value is not { } own ? null : scale switch
            {
                IndexScale.StandardScore => (own - mean) / deviation,
                IndexScale.MinMax => (own - least) / (greatest - least),
                IndexScale.Rank => (double?)((known.Count(other => other < own)
                    + (0.5 * (known.Count(other => other == own) - 1))) / (known.Count - 1)),
                _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "There is no such scale."),
            }),
        ];
    }

    internal static void Refuse(IReadOnlyList<IndexMeasure> measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        ArgumentOutOfRangeException.ThrowIfZero(measures.Count, nameof(measures));
        foreach (var measure in measures)
        {
            Arguments.RefuseUnlessPositive(measure.Weight, nameof(measures));
            ArgumentOutOfRangeException.ThrowIfEqual(
                measure.Better, ImprovementDirection.Neutral, nameof(measures));
            if (measure.Values.Count != measures[0].Values.Count)
            {
                throw new ArgumentException("All measures are of the same areas.", nameof(measures));
            }

            foreach (var value in measure.Values.OfType<double>())
            {
                Arguments.RefuseUnlessFinite(value, nameof(measures));
            }
        }
    }
}
