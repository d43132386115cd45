namespace Candour.Synthesis;

/// <summary>An outcome and how often, how slowly and how evenly it comes.</summary>
/// <param name="Code">Home Office outcome number.</param>
/// <param name="Rape">How often a rape ends so in the end, in 1,000.</param>
/// <param name="Other">How often another sexual offence ends so in the end, in 1,000.</param>
/// <param name="Pace">Its days to a decision, in 100ths of the usual.</param>
internal sealed record Outcome(string Code, int Rape, int Other, int Pace)
{
    /// <summary>No suspect was identified.</summary>
    public bool HasNoSuspect => Code is "14" or "18";

    /// <summary>The suspect is a child, so that no adult age group fits.</summary>
    public bool IsOfAChild => Code is "2" or "11";
}

/// <summary>
/// How crimes end when all have ended. Near the mix published for England and Wales. The slow outcomes are rarer among
/// the crimes that have ended by the extract date, as in real extracts.
/// </summary>
internal static class OutcomeMix
{
    /// <summary>The usual median days to a decision, before force, offence, outcome and month change it.</summary>
    public const double MedianDays = 100;

    /// <summary>Standard deviation of the logarithm of the days.</summary>
    public const double Spread = 1.15;

    /// <summary>How much the median grows from one month to the next, as a part of the first month's.</summary>
    public const double GrowthAMonth = 0.02;

    /// <summary>Standard deviation, between forces, of the logarithm of their days.</summary>
    public const double SpreadOfPace = 0.22;

    /// <summary>Standard deviation, between forces, of the logarithm of the frequency of each outcome: far more than
    /// chance, as between real forces.</summary>
    public const double SpreadBetweenForces = 0.3;

    /// <summary>Days of a rape, in 100ths of the usual.</summary>
    public const int PaceOfRape = 120;

    /// <summary>Days of another sexual offence, in 100ths of the usual.</summary>
    public const int PaceOfOther = 90;

    public static IReadOnlyList<Outcome> All { get; } =
    [
        new("1", 70, 95, 130),
        new("2", 1, 4, 80),
        new("3", 1, 10, 80),
        new("4", 1, 1, 100),
        new("5", 4, 5, 90),
        new("8", 1, 12, 60),
        new("9", 1, 1, 120),
        new("10", 2, 6, 90),
        new("11", 4, 8, 60),
        new("12", 3, 4, 110),
        new("13", 2, 2, 110),
        new("14", 155, 120, 60),
        new("15", 310, 270, 125),
        new("16", 340, 245, 85),
        new("17", 1, 1, 140),
        new("18", 100, 190, 65),
        new("20", 3, 12, 70),
        new("21", 1, 14, 80),
    ];

    /// <summary>Days between the decision and the outcome's entry, and how often.</summary>
    public static Weighted<int> DaysToEntry { get; } = new((0, 62), (1, 14), (2, 9), (3, 7), (4, 4), (5, 4));
}
