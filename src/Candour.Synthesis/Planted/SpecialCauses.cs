using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Planted;

/// <summary>Shifts, points and trends in one place, which a control chart should show, and breaks of recording, which it
/// should not take for change.</summary>
internal static class SpecialCauses
{
    public static readonly Plant MoreCrimes = Shift(
        "more-crimes", "crimes", "recorded_date", "f33", new(2025, 7, 1), 1.4,
        "Times as many crimes are recorded as before.");

    public static readonly Plant OneMonthOfCrimes = new(
        "one-month-of-crimes", "point", "crimes", "recorded_date", "f19", new(2025, 3, 1), new(2025, 3, 31), 2.5,
        "Times as many crimes are recorded in this one month.");

    public static readonly Plant EthnicityMissing = new(
        "ethnicity-missing", "trend", "victims", "ethnicity", "f36", new(2025, 1, 1), RecordedDays.Last, 0.03,
        "The share of victims without an ethnic group grows by this each month for twelve months, and stays.");

    public static readonly Plant Outcome16 = Shift(
        "outcome-16", "crimes", "outcome=16", "f01", new(2025, 1, 1), 0.5,
        "This part of the crimes that would have ended with outcome 14, 15 or 18 ends with 16.");

    public static readonly Plant RecordedLater = Shift(
        "recorded-later", "crimes", "recorded_date", "f13", new(2025, 2, 1), 21,
        "So many more days lie between the report and its recording.");

    public static readonly Plant SlowerDecisions = Shift(
        "slower-decisions", "crimes", "decision_date", "f10", new(2024, 9, 1), 1.8,
        "Times as many days from recording to the decision, for crimes recorded from this day.");

    public static readonly Plant BulkEntry = new(
        "bulk-entry", "point", "crimes", "recorded_date", "f41", new(2024, 1, 10), new(2024, 1, 31), 1,
        "No crime is recorded on these days; all of them are recorded in the first week of February.");

    public static readonly Plant FileQuality = Shift(
        "file-quality", "file-quality", "result=met", "u51", new(2025, 4, 1), 0.35,
        "The share of files that meet the standard falls by this.");

    public static readonly Plant IneffectiveTrials = Shift(
        "ineffective-trials", "hearings", "trial_status=ineffective", "u48", new(2025, 1, 1), 0.3,
        "The share of listed trials that are ineffective grows by this.");

    public static readonly Plant Sickness = new(
        "sickness", "trend", "prosecution-sickness", "days_lost", "u31", new(2025, 1, 1), RecordedDays.Last, 0.15,
        "Days lost grow by this part of their level each month for twelve months, and stay.");

    public static readonly Plant LateLetters = Shift(
        "late-letters", "victim-letters", "sent_date", "u34", new(2025, 5, 1), 0.35,
        "The share of letters sent in time falls by this.");

    public static readonly Plant CounselCosts = new(
        "counsel-costs", "point", "costs", "cost_type=counsel", "u20", new(2025, 10, 1), new(2025, 10, 31), 3,
        "Times the usual cost of counsel in this one month.");

    public static readonly Plant LessRespect = Shift(
        "less-respect", "survey-answers", "question=respected", "f33", new(2025, 1, 1), 0.25,
        "The share of favourable answers falls by this.");

    public static readonly Plant SlowKits = Shift(
        "slow-kits", "forensic-kits", "submitted_date", "f36", new(2025, 3, 1), 20,
        "So many more days lie between collecting a kit and submitting it.");

    public static readonly Plant Outcome22 = Break(
        "outcome-22", "crimes", "outcome=22", new(2024, 4, 1),
        "Outcome 22 is used from this day; before it such crimes ended with outcome 8 or 21.");

    public static readonly Plant Subcodes = Break(
        "subcodes", "crimes", "outcome_subcode", new(2024, 4, 1),
        "Outcome subcodes are recorded from this day; before it the field is empty.");

    public static readonly Plant ProtectionOrders = Break(
        "protection-orders", "protective-orders", "order_type=dapo", new(2024, 11, 27),
        "Domestic abuse protection notices and orders take the place of most of the older ones from this day.");

    public static readonly Plant MergedUnit = Break(
        "merged-unit", "charging-receipts", "unit=u60", Places.SyntheticUnit.MergedDay,
        "Unit u60 takes no more cases from this day; u05 and the specialist unit take them.");

    public static IReadOnlyList<Plant> All { get; } =
    [
        MoreCrimes, OneMonthOfCrimes, EthnicityMissing, Outcome16, RecordedLater, SlowerDecisions, BulkEntry,
        FileQuality, IneffectiveTrials, Sickness, LateLetters, CounselCosts, LessRespect, SlowKits, Outcome22, Subcodes,
        ProtectionOrders, MergedUnit,
    ];

    private static Plant Shift(
        string id, string dataset, string seen, string place, DateOnly from, double size, string sentence) =>
        new(id, "shift", dataset, seen, place, from, RecordedDays.Last, size, sentence);

    private static Plant Break(string id, string dataset, string seen, DateOnly from, string sentence) =>
        new(id, "break", dataset, seen, Plant.Everywhere, from, RecordedDays.Last, 1, sentence);
}
