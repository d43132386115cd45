using System.Globalization;

namespace Candour.Synthesis;

/// <summary>One naming of an invented suspect in a crime, as a row of <c>synthetic-suspects.csv</c>.</summary>
internal sealed record SyntheticSuspect(string Reference, DateOnly Named, string Sex, string AgeGroup)
{
    public const string Header =
        "label,crime_reference,suspect_reference,force,named_date,suspect_sex,suspect_age_group";

    /// <summary>No value holds a comma, a quote or a line break, so none needs quoting.</summary>
    public string ToRow(SyntheticCrime crime) => string.Create(
        CultureInfo.InvariantCulture,
        $"{SyntheticNation.Label},{crime.Reference},{Reference},{crime.Force},{Named:yyyy-MM-dd},{Sex},{AgeGroup}");
}
