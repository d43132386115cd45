namespace Candour.Statistics;

/// <summary>People who answered and are alike in everything that is weighted.</summary>
/// <param name="Categories">For each margin the category they are in, from 0.</param>
/// <param name="People">Not negative.</param>
/// <param name="BaseWeight">The weight of each before raking; above 0.</param>
public sealed record AnsweredAlike(IReadOnlyList<int> Categories, long People, double BaseWeight);

/// <summary>How far weights may lie apart, in multiples of their mean.</summary>
/// <param name="Least">From 0 to 1.</param>
/// <param name="Most">At least 1; infinite when there is no cap.</param>
public readonly record struct WeightCaps(double Least, double Most)
{
    /// <summary>Weights may be anything above 0.</summary>
    public static WeightCaps None { get; } = new(0, double.PositiveInfinity);
}

/// <summary>
/// Weights that make a survey look like its population in several ways at once, when only the margins of the population
/// are known (Deming and Stephan, "On a least squares adjustment of a sampled frequency table when the expected
/// marginal totals are known", Annals of Mathematical Statistics 11, 1940, 427-444): each margin in turn is multiplied
/// into place, until all fit. With caps every weight is held between them at the end of each round; if the margins
/// cannot be met within the caps, that is said and no weight is given.
/// </summary>
public abstract record Raking
{
    /// <summary>Margins fit when none is further off than this share of itself.</summary>
    public const double Tolerance = 1e-10;

    /// <summary>So many rounds are tried.</summary>
    public const int MostRounds = 10_000;

    private Raking()
    {
    }

    /// <summary>All margins fit.</summary>
    /// <param name="Weights">Of each person in each group, in the order given; 0 where a margin has nobody.</param>
    /// <param name="Cases">What the answers are worth with these weights, with their design effect.</param>
    /// <param name="Capped">How many people's weight lies at a cap.</param>
    /// <param name="Rounds">It took.</param>
    public sealed record Known(IReadOnlyList<double> Weights, EffectiveCases Cases, long Capped, int Rounds) : Raking;

    /// <summary>The margins cannot be met: they contradict the answers or the caps.</summary>
    /// <param name="Margin">The position of the margin that is furthest off.</param>
    /// <param name="Off">By what share of itself.</param>
    public sealed record DoesNotConverge(int Margin, double Off) : Raking;

    /// <summary>Nobody answered in a category that the population has people in.</summary>
    public sealed record CategoryWithoutAnswers(int Margin, int Category) : Raking;

    /// <summary>The margins are not of one population: their sums differ.</summary>
    /// <param name="Margin">The position of the first whose sum is not that of the first margin.</param>
    public sealed record MarginsDisagree(int Margin) : Raking;

    /// <summary>The population of the margins is empty, or there are no margins.</summary>
    public sealed record NoPopulation : Raking;

    /// <summary>Weights for <paramref name="answered"/>.</summary>
    /// <param name="answered">Groups of people alike, in any order.</param>
    /// <param name="margins">For each margin the population of its categories; not negative.</param>
    /// <param name="caps">Between which weights are held, in multiples of the mean weight.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Raking Of(
        IReadOnlyList<AnsweredAlike> answered, IReadOnlyList<IReadOnlyList<double>> margins, WeightCaps caps)
    {
        ArgumentNullException.ThrowIfNull(answered);
        ArgumentNullException.ThrowIfNull(margins);
        Refuse(answered, margins, caps);
        var population = margins.Count == 0 ? 0 : margins[0].Sum();
        if (population == 0)
        {
            return new NoPopulation();
        }

        for (var m = 1; m < margins.Count; m++)
        {
            if (Math.Abs(margins[m].Sum() - population) > Tolerance * population)
            {
                return new MarginsDisagree(m);
            }
        }

        for (var m = 0; m < margins.Count; m++)
        {
            for (var c = 0; c < margins[m].Count; c++)
            {
                if (margins[m][c] > 0 && !answered.Any(group => group.People > 0 && group.Categories[m] == c))
                {
                    return new CategoryWithoutAnswers(m, c);
                }
            }
        }

        return Raked(answered, margins, caps, population / answered.Sum(group => (double)group.People));
    }

    public T Match<T>(
        Func<Known, T> known, Func<DoesNotConverge, T> doesNotConverge,
        Func<CategoryWithoutAnswers, T> categoryWithoutAnswers, Func<MarginsDisagree, T> marginsDisagree,
        Func<NoPopulation, T> noPopulation)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(doesNotConverge);
        ArgumentNullException.ThrowIfNull(categoryWithoutAnswers);
        ArgumentNullException.ThrowIfNull(marginsDisagree);
        ArgumentNullException.ThrowIfNull(noPopulation);
        return this switch
        {
            Known weights => known(weights),
            DoesNotConverge off => doesNotConverge(off),
            CategoryWithoutAnswers silent => categoryWithoutAnswers(silent),
            MarginsDisagree apart => marginsDisagree(apart),
            NoPopulation none => noPopulation(none),
            _ => throw new InvalidOperationException("Weights are known, or it is known why there are none."),
        };
    }

    private static Raking Raked(
        IReadOnlyList<AnsweredAlike> answered, IReadOnlyList<IReadOnlyList<double>> margins, WeightCaps caps,
        double mean)
    {
        var weights = answered.Select(group => group.BaseWeight).ToArray();
        var worst = new DoesNotConverge(0, double.PositiveInfinity);
        for (var round = 1; round <= MostRounds; round++)
        {
            for (var m = 0; m < margins.Count; m++)
            {
                var sums = Sums(answered, weights, m, margins[m].Count);
                for (var i = 0; i < weights.Length; i++)
                {
                    var category = answered[i].Categories[m];
                    weights[i] = sums[category] == 0 ? 0 : weights[i] * (margins[m][category] / sums[category]);
                }
            }

            // A weight of 0 says that the population has nobody like that; no cap gives it one.
            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] = weights[i] == 0 ? 0 : Math.Clamp(weights[i], caps.Least * mean, caps.Most * mean);
            }

            var off = Furthest(answered, weights, margins);
            if (off.Off <= Tolerance)
            {
                var capped = answered.Where((_, i) => weights[i] > 0
                    && (weights[i] == caps.Least * mean || weights[i] == caps.Most * mean));
                return new Known(
                    weights, EffectiveCases.OfGroups(answered.Zip(weights, (group, weight) => (group.People, weight))),
                    capped.Sum(group => group.People), round);
            }

            worst = off;
        }

        return worst;
    }

    private static DoesNotConverge Furthest(
        IReadOnlyList<AnsweredAlike> answered, double[] weights, IReadOnlyList<IReadOnlyList<double>> margins)
    {
        var furthest = new DoesNotConverge(0, 0);
        for (var m = 0; m < margins.Count; m++)
        {
            var sums = Sums(answered, weights, m, margins[m].Count);
            for (var c = 0; c < sums.Length; c++)
            {
                var off = margins[m][c] == 0 ? sums[c] : Math.Abs(sums[c] - margins[m][c]) / margins[m][c];
                furthest = off > furthest.Off ? new DoesNotConverge(m, off) : furthest;
            }
        }

        return furthest;
    }

    private static double[] Sums(IReadOnlyList<AnsweredAlike> answered, double[] weights, int margin, int categories)
    {
        var sums = new double[categories];
        for (var i = 0; i < weights.Length; i++)
        {
            sums[answered[i].Categories[margin]] += answered[i].People * weights[i];
        }

        return sums;
    }

    private static void Refuse(
        IReadOnlyList<AnsweredAlike> answered, IReadOnlyList<IReadOnlyList<double>> margins, WeightCaps caps)
    {
        Arguments.RefuseUnlessShare(caps.Least, nameof(caps));
        if (!(caps.Most >= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(caps), caps.Most, "The upper cap is at least the mean weight.");
        }

        foreach (var people in margins.SelectMany(margin => margin))
        {
            Arguments.RefuseUnlessNotNegative(people, nameof(margins));
        }

        foreach (var group in answered)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(group.People, nameof(answered));
            Arguments.RefuseUnlessPositive(group.BaseWeight, nameof(answered));
            ArgumentOutOfRangeException.ThrowIfNotEqual(group.Categories.Count, margins.Count, nameof(answered));
            for (var m = 0; m < margins.Count; m++)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(group.Categories[m], nameof(answered));
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(
                    group.Categories[m], margins[m].Count, nameof(answered));
            }
        }
    }
}
