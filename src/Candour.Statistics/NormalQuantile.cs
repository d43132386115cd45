namespace Candour.Statistics;

/// <summary>
/// Quantiles of the standard normal distribution, in full. The rounded 1.96 moves a limit in its fifth digit, which is
/// enough for two programs to disagree whether an area is inside its limits.
/// </summary>
public static class NormalQuantile
{
    /// <summary>Two-sided 95 %: the 0.975 quantile.</summary>
    public const double TwoSided95 = 1.959963984540054;

    /// <summary>Two-sided 99.8 %: the 0.999 quantile, the outer limit of funnel plots.</summary>
    public const double TwoSided998 = 3.090232306167813;
}
