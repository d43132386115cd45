namespace Candour.Statistics;

/// <summary>One person's answer to a question with options in order.</summary>
/// <param name="Option">From 0, the most favourable.</param>
/// <param name="Weight">How many people the answer stands for; above 0, 1 when answers are not weighted.</param>
public readonly record struct WeightedAnswer(int Option, double Weight);

/// <summary>
/// How answers are spread over the options of a question, and how many chose one of the two most favourable. Shares are
/// weighted; each has Wilson's interval on the effective number of cases (<see cref="EffectiveCases"/>), because
/// answers of unequal weight are worth fewer. A mean of numbered options is not made: their distances are nobody's.
/// </summary>
public abstract record Answers
{
    /// <summary>Below so many answers nothing is shown, unless a survey promised more.</summary>
    public const int UsualFewest = 10;

    private Answers()
    {
    }

    /// <summary>Enough answered.</summary>
    /// <param name="Cases">Answers, and what they are worth.</param>
    /// <param name="Options">The share of each, in order.</param>
    /// <param name="TopTwo">The share of the first two options together.</param>
    public sealed record Known(
        EffectiveCases Cases, IReadOnlyList<Estimate.Known> Options, Estimate.Known TopTwo) : Answers;

    /// <summary>So few answered that somebody could be recognised.</summary>
    public sealed record TooFew(long Answered, long Needed) : Answers;

    /// <summary>The spread of <paramref name="answers"/>.</summary>
    /// <param name="answers">In any order.</param>
    /// <param name="options">How many options there are, chosen or not; at least 2.</param>
    /// <param name="fewest">How many answers are needed; at least 1.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Answers Of(
        IReadOnlyCollection<WeightedAnswer> answers, int options, long fewest = UsualFewest,
        double z = NormalQuantile.TwoSided95)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentOutOfRangeException.ThrowIfLessThan(options, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(fewest, 1);
        Arguments.RefuseUnlessPositive(z);
        foreach (var answer in answers)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(answer.Option, nameof(answers));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(answer.Option, options, nameof(answers));
            Arguments.RefuseUnlessPositive(answer.Weight, nameof(answers));
        }

        if (answers.Count < fewest)
        {
            return new TooFew(answers.Count, fewest);
        }

        var cases = EffectiveCases.Of(answers.Select(answer => answer.Weight));
        var largest = answers.Max(answer => answer.Weight);
        var sums = new double[options];
        foreach (var answer in answers)
        {
            sums[answer.Option] += answer.Weight / largest;
        }

        var whole = sums.Sum();
        return new Known(cases, [.. sums.Select(Share)], Share(sums[0] + sums[1]));

        Estimate.Known Share(double sum)
        {
            var share = Math.Min(sum / whole, 1);
            return new Estimate.Known(share, Wilson.WeightedInterval(share * cases.Effective, cases.Effective, z));
        }
    }

    public T Match<T>(Func<Known, T> known, Func<TooFew, T> tooFew)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(tooFew);
        return this switch
        {
            Known answers => known(answers),
            TooFew few => tooFew(few),
            _ => throw new InvalidOperationException("Answers are known, or too few."),
        };
    }
}
