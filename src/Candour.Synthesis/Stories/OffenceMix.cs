using Candour.Synthesis.Chance;

namespace Candour.Synthesis.Stories;

/// <summary>Which offences are recorded, how often in 1,250, and against whom. Among the sexual ones 38 in 100 are rapes
/// (Home Office crime outcomes 2018/19: 59,502 of 163,737 recorded). The others are invented.</summary>
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
        (new("19C", OffenceKind.Rape, "F", From16), 255),
        (new("19D", OffenceKind.Rape, "F", From13To15), 58),
        (new("19E", OffenceKind.Rape, "F", Under13), 24),
        (new("19F", OffenceKind.Rape, "M", From16), 18),
        (new("19G", OffenceKind.Rape, "M", From13To15), 9),
        (new("19H", OffenceKind.Rape, "M", Under13), 10),
        (new("17A", OffenceKind.OtherSexual, "M", From13), 40),
        (new("17B", OffenceKind.OtherSexual, "M", Under13), 18),
        (new("20A", OffenceKind.OtherSexual, "F", From13), 230),
        (new("20B", OffenceKind.OtherSexual, "F", Under13), 45),
        (new("21", OffenceKind.OtherSexual, "", Under13), 30),
        (new("22A", OffenceKind.OtherSexual, "", From16), 22),
        (new("22B", OffenceKind.OtherSexual, "", From13To15), 55),
        (new("23", OffenceKind.OtherSexual, "", Under18), 10),
        (new("70", OffenceKind.OtherSexual, "", From16), 3),
        (new("71", OffenceKind.OtherSexual, "", Under18), 25),
        (new("72", OffenceKind.OtherSexual, "", Any), 4),
        (new("73", OffenceKind.OtherSexual, "", From13To17), 5),
        (new("88A", OffenceKind.OtherSexual, "", Under16), 28),
        (new("88C", OffenceKind.OtherSexual, "", Any), 35),
        (new("88E", OffenceKind.OtherSexual, "", Any), 76),
        (new("3B", OffenceKind.NotSexual, "", From16), 20),
        (new("8L", OffenceKind.NotSexual, "", From16), 60),
        (new("8N", OffenceKind.NotSexual, "", From16), 80),
        (new("8Q", OffenceKind.NotSexual, "", From16), 50),
        (new("105A", OffenceKind.NotSexual, "", From16), 40));
}
