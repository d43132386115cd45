using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Planted;

/// <summary>Rows that are wrong and are kept with a warning. How many there are and where is counted as they are written.
/// </summary>
internal static class RowErrors
{
    public static readonly Plant ReportedAfterRecorded = Error(
        "reported-after-recorded", "crimes", "reported_date", "f07", 0.02,
        "The day of the report lies one to three days after the day of recording.");

    public static readonly Plant SixteenWithoutSuspect = Error(
        "outcome-16-without-suspect", "crimes", "outcome=16", "f12", 0.08,
        "Outcome 16 says that a suspect is known, and none is named.");

    public static readonly Plant FourteenWithSuspect = Error(
        "outcome-14-with-suspect", "crimes", "outcome=14", "f25", 0.1,
        "Outcome 14 says that no suspect is known, and one is named.");

    public static readonly Plant ChargeWithoutDay = Error(
        "charge-without-day", "crimes", "charge_date", "f31", 0.1,
        "The crime ended with a charge, and the day of the charge is empty.");

    public static readonly Plant TransferWithoutBody = Error(
        "transfer-without-body", "crimes", "receiving_body", "f02", 0.3,
        "The investigation was transferred, and nobody is named who took it.");

    public static readonly Plant SixteenAgainstWish = Error(
        "outcome-16-against-wish", "crimes", "wishes_prosecution_latest=yes", "f09", 0.15,
        "Outcome 16 stands beside a last recorded wish for a prosecution.");

    public static readonly Plant RecordedTwice = Error(
        "recorded-twice", "crimes", "crime", "f29", 0.03,
        "The same crime without a suspect stands twice, under two references.");

    public static readonly Plant EndBeforeCharge = Error(
        "end-before-charge", "defendants", "finalised_date", "u31", 0.1,
        "The day of the finalisation lies before the day of the charge.");

    public static readonly Plant EnteredLate = Error(
        "entered-late", "outcome-history", "entered_date", "f22", 0.6,
        "The outcome is entered 30 to 89 days after it was assigned.");

    public static IReadOnlyList<Plant> All { get; } =
    [
        ReportedAfterRecorded, SixteenWithoutSuspect, FourteenWithSuspect, ChargeWithoutDay, TransferWithoutBody,
        SixteenAgainstWish, RecordedTwice, EndBeforeCharge, EnteredLate,
    ];

    private static Plant Error(string id, string dataset, string seen, string place, double share, string sentence) =>
        new(id, "error", dataset, seen, place, RecordedDays.First, RecordedDays.Last, share,
            sentence + " The size is the part of the rows that could have it.");
}
