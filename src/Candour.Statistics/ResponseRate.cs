namespace Candour.Statistics;

/// <summary>People asked who are alike (an area, an age band), so that those who answered can stand for those who did
/// not.
/// </summary>
/// <param name="Answers">How many of those asked answered.</param>
/// <param name="BaseWeight">How many people each person asked stands for; above 0, 1 when everybody was asked.</param>
public readonly record struct WeightingClass(ShareCount Answers, double BaseWeight);

/// <summary>
/// Who answered a survey, and weights that let those who answered stand for their like who did not (Kalton and
/// Flores-Cervantes, "Weighting methods", Journal of Official Statistics 19, 2003, 81-97):
/// <code>weight = base weight · asked/answered, class by class</code>
/// The weights mend only what differs between classes. Those who did not answer may differ within them.
/// </summary>
public abstract record ResponseRate
{
    private ResponseRate()
    {
    }

    /// <summary>Somebody answered in every class.</summary>
    /// <param name="Answers">Those who answered, of those asked; always shown with the rate.</param>
    /// <param name="Rate">The share that answered, not weighted.</param>
    /// <param name="Weights">One for each class, of every person in it who answered; 0 for a class nobody was asked in.
    /// </param>
    /// <param name="Cases">What the answers are worth with these weights.</param>
    public sealed record Known(
        ShareCount Answers, Estimate.Known Rate, IReadOnlyList<double> Weights, EffectiveCases Cases) : ResponseRate;

    /// <summary>Nobody was asked.</summary>
    public sealed record NobodyAsked : ResponseRate;

    /// <summary>Nobody answered in a class, so nobody can stand for it: join it with another.</summary>
    /// <param name="Class">Its position in the list that was given; the first such.</param>
    /// <param name="Answers">Of all classes together.</param>
    /// <param name="Rate">The share that answered, not weighted.</param>
    public sealed record ClassWithoutAnswers(int Class, ShareCount Answers, Estimate.Known Rate) : ResponseRate;

    /// <summary>The response in <paramref name="classes"/>.</summary>
    /// <param name="classes">In any order; one class when answers are not weighted.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static ResponseRate Of(IReadOnlyList<WeightingClass> classes, double z = NormalQuantile.TwoSided95)
    {
        ArgumentNullException.ThrowIfNull(classes);
        Arguments.RefuseUnlessPositive(z);
        foreach (var one in classes)
        {
            one.Answers.RefuseUnlessShare(nameof(classes));
            Arguments.RefuseUnlessPositive(one.BaseWeight, nameof(classes));
        }

        var all = new ShareCount(
            classes.Sum(one => one.Answers.Numerator), classes.Sum(one => one.Answers.Denominator));
        if (all.Denominator == 0)
        {
            return new NobodyAsked();
        }

        var rate = new Estimate.Known(all.Share, Wilson.Interval(all.Numerator, all.Denominator, z));
        for (var i = 0; i < classes.Count; i++)
        {
            if (classes[i].Answers is { Numerator: 0, Denominator: > 0 })
            {
                return new ClassWithoutAnswers(i, all, rate);
            }
        }

        var weights = classes.Select(one => one.Answers.Denominator == 0 ? 0
            : one.BaseWeight * ((double)one.Answers.Denominator / one.Answers.Numerator)).ToList();
        return new Known(all, rate, weights, EffectiveCases.OfGroups(
            classes.Zip(weights, (one, weight) => (one.Answers.Numerator, weight))));
    }

    public T Match<T>(
        Func<Known, T> known, Func<NobodyAsked, T> nobodyAsked, Func<ClassWithoutAnswers, T> classWithoutAnswers)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(nobodyAsked);
        ArgumentNullException.ThrowIfNull(classWithoutAnswers);
        return this switch
        {
            Known rate => known(rate),
            NobodyAsked nobody => nobodyAsked(nobody),
            ClassWithoutAnswers silent => classWithoutAnswers(silent),
            _ => throw new InvalidOperationException("A response is known, of nobody, or lacks a class."),
        };
    }
}
