using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Planted;

/// <summary>Differences between groups of people, planted in the whole nation and all its months, and places to look in
/// which there is none.</summary>
internal static class Disparities
{
    public static readonly Plant ChargeByEthnicity = Group(
        "charge-by-ethnicity", "disparity", "crimes", "victim_ethnicity=black", 0.6,
        "The share charged is this part of what it is for other victims; the rest ends with outcome 16.");

    public static readonly Plant ChargeByDisability = Group(
        "charge-by-disability", "disparity", "crimes", "victim_disability=yes", 0.65,
        "The share charged is this part of what it is for other victims; the rest ends with outcome 15.");

    public static readonly Plant WithdrawalByRelationship = Group(
        "withdrawal-by-relationship", "disparity", "crimes", "relationship=intimate", 0.36,
        "This part of the crimes by a partner or former partner that would have ended with outcome 15 ends with 16.");

    public static readonly Plant ArrestByEthnicity = Group(
        "arrest-by-ethnicity", "disparity", "suspects", "suspect_ethnicity=black", 1.3,
        "Suspects who are not charged are arrested so many times as often as others.");

    public static readonly Plant EthnicityOfOutcomes = Group(
        "ethnicity-missing-without-suspect", "missing", "crimes", "victim_ethnicity", 0.25,
        "With outcomes 14 and 18 this part of the recorded ethnic groups is empty as well: missing is not by chance.");

    public static readonly Plant RepeatSuspects = Group(
        "repeat-suspects", "people", "suspects", "suspect", 0.07,
        "This part of the suspects named were named in an earlier crime of the force; in force f32 twice as many.");

    public static readonly Plant Generosity = Group(
        "generosity", "judgement", "file-assessments", "answer=met", 0.073,
        "Of the answers assessed again, this part was found met where the second answer was not met.");

    public static readonly Plant WrongOutcomeCodes = Group(
        "wrong-outcome-codes", "judgement", "outcome-panel", "panel_outcome", 0.12,
        "The panel finds another outcome in this part of the crimes recorded with outcome 16, most often 15.");

    public static readonly Plant WrongFinalisations = Group(
        "wrong-finalisations", "judgement", "record-checks", "checked_field=final-outcome", 0.04,
        "This part of the checked finalisation codes differs from the file.");

    public static readonly Plant NoneByOrientation = Group(
        "charge-by-orientation", "none", "crimes", "victim_orientation", 0,
        "The share charged does not depend on the victim's sexual orientation.");

    public static readonly Plant NoneByReligion = Group(
        "charge-by-religion", "none", "crimes", "victim_religion", 0,
        "The share charged does not depend on the victim's religion.");

    public static readonly Plant NoneInReviews = Group(
        "reviews-by-ethnicity", "none", "review-requests", "victim_ethnicity", 0,
        "Whether a review is asked for or overturned does not depend on the victim's ethnic group.");

    public static readonly Plant NoneInLetters = Group(
        "letters-by-sex", "none", "victim-letters", "victim_sex", 0,
        "Whether a letter is sent in time does not depend on the victim's sex.");

    public static IReadOnlyList<Plant> All { get; } =
    [
        ChargeByEthnicity, ChargeByDisability, WithdrawalByRelationship, ArrestByEthnicity, EthnicityOfOutcomes,
        RepeatSuspects, Generosity, WrongOutcomeCodes, WrongFinalisations, NoneByOrientation, NoneByReligion,
        NoneInReviews, NoneInLetters,
    ];

    private static Plant Group(string id, string kind, string dataset, string seen, double size, string sentence) =>
        new(id, kind, dataset, seen, Plant.Everywhere, RecordedDays.First, RecordedDays.Last, size, sentence);
}
