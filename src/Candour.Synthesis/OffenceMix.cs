namespace Candour.Synthesis;

/// <summary>Which offences are recorded, how often in 1,000, and against whom. Invented, but near what is published for
/// England and Wales: about 35 in 100 are rapes.</summary>
internal static class OffenceMix
{
    private static readonly Weighted<string> Under13 = new(("0-12", 1));

    private static readonly Weighted<string> From13To15 = new(("13-15", 1));

    private static readonly Weighted<string> From13To17 = new(("13-15", 60), ("16-17", 40));

    private static readonly Weighted<string> Under16 = new(("0-12", 35), ("13-15", 65));

    private static readonly Weighted<string> Under18 = new(("0-12", 35), ("13-15", 45), ("16-17", 20));

    private static readonly Weighted<string> From16 = new(
        ("16-17", 110), ("18-24", 310), ("25-34", 260), ("35-44", 170), ("45-54", 95), ("55-64", 40), ("65+", 15));

    private static readonly Weighted<string> From13 = new(
        ("13-15", 150), ("16-17", 110), ("18-24", 270), ("25-34", 210), ("35-44", 130), ("45-54", 80), ("55-64", 35),
        ("65+", 15));

    private static readonly Weighted<string> Any = new(
        ("0-12", 80), ("13-15", 140), ("16-17", 100), ("18-24", 240), ("25-34", 200), ("35-44", 120), ("45-54", 70),
        ("55-64", 35), ("65+", 15));

    public static Weighted<Offence> Recorded { get; } = new(
        (new("19C", true, "F", From16), 240),
        (new("19D", true, "F", From13To15), 55),
        (new("19E", true, "F", Under13), 22),
        (new("19F", true, "M", From16), 16),
        (new("19G", true, "M", From13To15), 8),
        (new("19H", true, "M", Under13), 9),
        (new("17A", false, "M", From13), 40),
        (new("17B", false, "M", Under13), 18),
        (new("20A", false, "F", From13), 230),
        (new("20B", false, "F", Under13), 45),
        (new("21", false, "", Under13), 30),
        (new("22A", false, "", From16), 22),
        (new("22B", false, "", From13To15), 55),
        (new("23", false, "", Under18), 10),
        (new("70", false, "", From16), 3),
        (new("71", false, "", Under18), 25),
        (new("72", false, "", Any), 4),
        (new("73", false, "", From13To17), 5),
        (new("88A", false, "", Under16), 28),
        (new("88C", false, "", Any), 35),
        (new("88E", false, "", Any), 100));
}
