using Candour.Synthesis.Chance;

namespace Candour.Synthesis.Stories;

/// <summary>
/// How crimes end when all have ended. Order of size as in the Home Office crime outcomes 2018/19 (of the outcomes given
/// to rapes: 35 in 100 outcome 16, 29 outcome 15, 17 outcome 14, 11 outcome 18, 4 charges; other sexual offences: 24,
/// 24, 9, 22, 8), with more charges and fewer of outcome 15 as in later years. The slow outcomes are rarer among the crimes that have
/// ended by the extract date, as in real extracts. Days are invented, of the order of the published medians: years for a
/// rape from the offence to the end of its prosecution (Ministry of Justice, 2018: 754 days).
/// </summary>
internal static class OutcomeMix
{
    /// <summary>Standard deviation of the logarithm of the days, and of those to a charge.</summary>
    public const double Spread = 1.1;

    /// <summary>Charges take more alike.</summary>
    public const double SpreadOfCharges = 0.65;

    /// <summary>How much the median grows from one month to the next, as a part of the first month's.</summary>
    public const double GrowthAMonth = 0.01;

    /// <summary>Standard deviation, between forces, of the logarithm of their days.</summary>
    public const double SpreadOfPace = 0.22;

    /// <summary>Standard deviation, between forces, of the logarithm of the frequency of each outcome: far more than
    /// chance, as between real forces.</summary>
    public const double SpreadBetweenForces = 0.25;

    public static IReadOnlyList<Outcome> All { get; } =
    [
        new("1", 82, 100, 110, 340),
        new("1A", 4, 4, 3, 340),
        new("2", 1, 4, 6, 120),
        new("3", 1, 10, 25, 120),
        new("4", 1, 1, 1, 150),
        new("5", 4, 5, 2, 120),
        new("8", 1, 10, 30, 80),
        new("9", 2, 3, 2, 280),
        new("10", 3, 10, 12, 120),
        new("11", 4, 12, 4, 60),
        new("12", 2, 7, 3, 150),
        new("13", 8, 7, 3, 150),
        new("14", 140, 85, 90, 45),
        new("15", 230, 240, 190, 170),
        new("16", 400, 250, 400, 75),
        new("17", 1, 1, 6, 190),
        new("18", 90, 210, 70, 75),
        new("20", 13, 45, 8, 80),
        new("21", 4, 30, 20, 100),
        new("22", 2, 8, 15, 110),
    ];

    /// <summary>Days between the decision and the day the outcome was assigned, and how often.</summary>
    public static Weighted<int> DaysToAssigning { get; } = new((0, 62), (1, 14), (2, 9), (3, 7), (4, 4), (5, 4));

    /// <summary>Days of another offence, as a part of those of a rape.</summary>
    public static double Pace(OffenceKind kind) => kind switch
    {
        OffenceKind.Rape => 1,
        OffenceKind.OtherSexual => 0.75,
        _ => 0.35,
    };

    public static Outcome Named(string code) => All.First(outcome => outcome.Code == code);
}
