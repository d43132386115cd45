namespace Candour.Synthesis;

/// <summary>Who victims and suspects are, how often in 1,000. An empty value was not recorded.</summary>
internal static class PeopleMix
{
    /// <summary>How often a victim's age group is empty.</summary>
    public const int AgeNotRecorded = 30;

    /// <summary>How often the sex of a victim is empty where the offence itself names it.</summary>
    public const int SexNotRecorded = 20;

    /// <summary>How often the suspect of a crime still open has been named already.</summary>
    public const int NamedWhileOpen = 760;

    /// <summary>How often a suspect is one who was named in an earlier crime of the same force.</summary>
    public const int NamedBefore = 70;

    /// <summary>A suspect is named within so many days of the report, if the decision leaves so many.</summary>
    public const int DaysToNaming = 45;

    public static Weighted<string> VictimSex { get; } = new(("F", 780), ("M", 180), ("X", 5), ("", 35));

    /// <summary>Where it was recorded at all; that differs by force.</summary>
    public static Weighted<string> VictimEthnicity { get; } = new(
        ("white", 745), ("mixed", 35), ("asian", 70), ("black", 50), ("other", 25), ("not-stated", 75));

    public static Weighted<string> RelationshipOfAdult { get; } = new(
        ("partner", 170), ("ex-partner", 160), ("family", 50), ("acquaintance", 330), ("stranger", 120), ("other", 60),
        ("", 110));

    public static Weighted<string> RelationshipOfTeenager { get; } = new(
        ("partner", 60), ("ex-partner", 55), ("family", 170), ("acquaintance", 440), ("stranger", 90), ("other", 85),
        ("", 100));

    public static Weighted<string> RelationshipOfChild { get; } = new(
        ("family", 430), ("acquaintance", 300), ("stranger", 60), ("other", 100), ("", 110));

    public static Weighted<string> RelationshipWithoutSuspect { get; } = new(
        ("acquaintance", 200), ("stranger", 470), ("other", 80), ("", 250));

    public static Weighted<int> Suspects { get; } = new((1, 880), (2, 80), (3, 28), (4, 12));

    public static Weighted<string> SuspectSex { get; } = new(("M", 925), ("F", 50), ("", 25));

    public static Weighted<string> SuspectAge { get; } = new(
        ("18-24", 250), ("25-34", 260), ("35-44", 190), ("45-54", 110), ("55-64", 60), ("65+", 40), ("", 90));
}
