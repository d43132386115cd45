namespace Candour.Statistics;

/// <summary>
/// How many cases to draw for a share that is known to ± <c>e</c> (Cochran, Sampling Techniques, 1977, 75-76):
/// <code>n₀ = z² p(1 − p)/e²,   n = n₀/(1 + (n₀ − 1)/N)</code>
/// It is a plan, made before the draw; afterwards the interval is that of what was found.
/// </summary>
/// <param name="Unlimited">n₀: for a population without end.</param>
/// <param name="Exact">n, before it is rounded up.</param>
public readonly record struct SampleSize(double Unlimited, double Exact)
{
    /// <summary>Whole cases to draw.</summary>
    public long Cases => Exact >= long.MaxValue ? long.MaxValue : (long)Math.Ceiling(Exact);

    /// <summary>The size for a population so large that its end does not matter.</summary>
    /// <param name="margin">Half the width of the interval; above 0.</param>
    /// <param name="expected">The share to be expected, between 0 and 1; ½ needs the most.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static SampleSize ForShare(double margin, double expected = 0.5, double z = NormalQuantile.TwoSided95)
    {
        Arguments.RefuseUnlessPositive(margin);
        Arguments.RefuseUnlessShare(expected);
        Arguments.RefuseUnlessPositive(expected);
        Arguments.RefuseUnlessPositive(1 - expected, nameof(expected));
        Arguments.RefuseUnlessPositive(z);
        var size = z * z * expected * (1 - expected) / (margin * margin);
        return new SampleSize(size, size);
    }

    /// <summary>The size for a population of <paramref name="population"/> cases.</summary>
    /// <param name="population">Not negative; of none, none is drawn. Never more are drawn than there are.</param>
    /// <param name="margin">Half the width of the interval; above 0.</param>
    /// <param name="expected">The share to be expected, between 0 and 1; ½ needs the most.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static SampleSize ForShareOf(
        long population, double margin, double expected = 0.5, double z = NormalQuantile.TwoSided95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(population);
        var unlimited = ForShare(margin, expected, z).Unlimited;
        return population == 0
            ? new SampleSize(unlimited, 0)
            : new SampleSize(unlimited, Math.Min(unlimited / (1 + ((unlimited - 1) / population)), population));
    }
}
