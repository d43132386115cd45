using System.Globalization;

namespace Candour.Synthesis;

/// <summary>One invented crime, as a row of <c>synthetic-crimes.csv</c>. Empty text is "not recorded"; no date is "not
/// yet".</summary>
internal sealed record SyntheticCrime(
    string Reference,
    string Force,
    DateOnly Reported,
    DateOnly Recorded,
    string Offence,
    string Outcome,
    DateOnly? OutcomeDate,
    DateOnly? DecisionDate,
    DateOnly? ChargeDate,
    string VictimSex,
    string VictimAgeGroup,
    string VictimEthnicity,
    string Relationship,
    IReadOnlyList<SyntheticSuspect> Suspects)
{
    public const string Header =
        "label,crime_reference,force,reported_date,recorded_date,offence_code,outcome,outcome_date,decision_date,"
        + "charge_date,victim_sex,victim_age_group,victim_ethnicity,relationship,suspects,extract_date";

    /// <summary>No value holds a comma, a quote or a line break, so none needs quoting.</summary>
    public string ToRow() => string.Create(
        CultureInfo.InvariantCulture,
        $"{SyntheticNation.Label},{Reference},{Force},{Reported:yyyy-MM-dd},{Recorded:yyyy-MM-dd},{Offence},{Outcome},"
        + $"{OutcomeDate:yyyy-MM-dd},{DecisionDate:yyyy-MM-dd},{ChargeDate:yyyy-MM-dd},{VictimSex},{VictimAgeGroup},"
        + $"{VictimEthnicity},{Relationship},{Suspects.Count},{RecordedDays.Last:yyyy-MM-dd}");
}
