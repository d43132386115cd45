using Candour.Synthesis.Chance;

namespace Candour.Synthesis.Stories;

/// <summary>Who victims and suspects are, how often in 1,000, where it was recorded at all.</summary>
internal static class PeopleMix
{
    /// <summary>How often the suspect of a crime still open has been named already.</summary>
    public const int NamedWhileOpen = 760;

    /// <summary>How often a suspect is one who was named in an earlier crime of the same force.</summary>
    public const int NamedBefore = 70;

    /// <summary>How often a victim is one of an earlier crime of the same force.</summary>
    public const int VictimBefore = 35;

    /// <summary>A suspect is named within so many days of the report, if the decision leaves so many.</summary>
    public const int DaysToNaming = 45;

    public static Weighted<int> Victims { get; } = new((1, 955), (2, 38), (3, 7));

    public static Weighted<string> VictimSex { get; } = new(
        ("F", 800), ("M", 180), ("X", 5), ("prefer-not-to-say", 8), ("unknown", 7));

    public static Weighted<string> Ethnicity { get; } = new(
        ("white", 745), ("mixed", 35), ("asian", 70), ("black", 50), ("other", 25), ("not-stated", 45),
        ("prefer-not-to-say", 20), ("unknown", 10));

    public static Weighted<string> GenderOfWomen { get; } = new(
        ("woman", 972), ("non-binary", 8), ("another", 3), ("man", 3), ("prefer-not-to-say", 10), ("unknown", 4));

    public static Weighted<string> GenderOfMen { get; } = new(
        ("man", 972), ("non-binary", 8), ("another", 3), ("woman", 3), ("prefer-not-to-say", 10), ("unknown", 4));

    public static Weighted<string> GenderOfOthers { get; } = new(
        ("woman", 300), ("man", 150), ("non-binary", 350), ("another", 50), ("prefer-not-to-say", 100), ("unknown", 50));

    public static Weighted<string> Orientation { get; } = new(
        ("heterosexual", 850), ("gay-or-lesbian", 35), ("bisexual", 60), ("other", 10), ("prefer-not-to-say", 35),
        ("unknown", 10));

    public static Weighted<string> Disability { get; } = new(
        ("yes", 190), ("no", 760), ("unknown", 20), ("prefer-not-to-say", 30));

    /// <summary>As in the census of England and Wales of 2021, rounded.</summary>
    public static Weighted<string> Religion { get; } = new(
        ("none", 372), ("christian", 462), ("muslim", 65), ("hindu", 17), ("sikh", 9), ("buddhist", 5), ("jewish", 5),
        ("other", 6), ("prefer-not-to-say", 45), ("unknown", 14));

    public static Weighted<string> GenderReassignment { get; } = new(
        ("no", 945), ("yes", 5), ("prefer-not-to-say", 40), ("unknown", 10));

    public static Weighted<string> RelationshipOfAdult { get; } = new(
        ("partner", 190), ("ex-partner", 175), ("family", 55), ("acquaintance", 365), ("stranger", 120), ("other", 65),
        ("unknown", 20), ("prefer-not-to-say", 10));

    public static Weighted<string> RelationshipInDomesticAbuse { get; } = new(
        ("partner", 330), ("ex-partner", 410), ("family", 110), ("acquaintance", 80), ("stranger", 30), ("other", 25),
        ("unknown", 15));

    public static Weighted<string> RelationshipOfTeenager { get; } = new(
        ("partner", 65), ("ex-partner", 60), ("family", 185), ("acquaintance", 480), ("stranger", 95), ("other", 95),
        ("unknown", 20));

    public static Weighted<string> RelationshipOfChild { get; } = new(
        ("family", 480), ("acquaintance", 335), ("stranger", 65), ("other", 110), ("unknown", 10));

    public static Weighted<string> RelationshipWithoutSuspect { get; } = new(
        ("acquaintance", 250), ("stranger", 620), ("other", 90), ("unknown", 40));

    public static Weighted<int> Suspects { get; } = new((1, 880), (2, 80), (3, 28), (4, 12));

    public static Weighted<string> SuspectSex { get; } = new(("M", 925), ("F", 50), ("", 25));

    public static Weighted<string> SuspectAge { get; } = new(
        ("18-24", 250), ("25-34", 260), ("35-44", 190), ("45-54", 110), ("55-64", 60), ("65+", 40), ("", 90));

    public static Weighted<string> SuspectEthnicity { get; } = new(
        ("white", 690), ("mixed", 40), ("asian", 95), ("black", 85), ("other", 30), ("not-stated", 60));

    public static Weighted<string> WishAtReport { get; } = new(
        ("yes", 650), ("no", 165), ("undecided", 155), ("prefer-not-to-say", 20), ("unknown", 10));

    public static Weighted<string> WishToInvestigate { get; } = new(
        ("yes", 790), ("no", 110), ("undecided", 80), ("prefer-not-to-say", 15), ("unknown", 5));

    public static Weighted<string> WishWithoutSupport { get; } = new(
        ("no", 880), ("undecided", 85), ("prefer-not-to-say", 25), ("unknown", 10));

    public static Weighted<string> Complexity { get; } = new(("lower", 420), ("medium", 400), ("higher", 180));
}
