using System.Text.RegularExpressions;

namespace Candour.Intake.Mapped;

/// <summary>
/// Recognises what names a person where a reference is expected: an e-mail address, a telephone number, a national insurance
/// number, a postcode, a day of birth, a name. Such a row is never taken, because a pseudonym of a name is a name.
/// </summary>
internal static partial class DirectIdentifier
{
    /// <summary>The kind, in words; empty when it is none.</summary>
    public static string KindOf(string value) =>
        value.Contains('@', StringComparison.Ordinal) && Mail().IsMatch(value) ? "an e-mail address"
        : Day().IsMatch(value) ? "a date, perhaps of birth"
        : Telephone().IsMatch(value) ? "a telephone number"
        : Insurance().IsMatch(value) ? "a national insurance number"
        : HealthNumber().IsMatch(value) ? "a health service number"
        : Postcode().IsMatch(value) ? "a postcode"
        : Name().IsMatch(value) ? "a name"
        : Street().IsMatch(value) ? "an address"
        : "";

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Mail();

    [GeneratedRegex(@"^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2}))$", RegexOptions.NonBacktracking)]
    private static partial Regex Day();

    [GeneratedRegex(@"^(\+\d[\d ()-]{7,18}|0[1-9][\d ()-]{7,12}|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}|\(0\d{2,5}\)[\d ]{5,9})$", RegexOptions.NonBacktracking)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"^[A-Za-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-Da-d]$", RegexOptions.NonBacktracking)]
    private static partial Regex Insurance();

    [GeneratedRegex(@"^\d{3}[ -]\d{3}[ -]\d{4}$|^\d{3}-\d{2}-\d{4}$", RegexOptions.NonBacktracking)]
    private static partial Regex HealthNumber();

    [GeneratedRegex(@"^[A-Za-z]{1,2}\d[A-Za-z\d]? \d[A-Za-z]{2}$", RegexOptions.NonBacktracking)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"^\p{L}[\p{L}'’.-]*,?( \p{L}[\p{L}'’.-]*,?)+$|^\p{Lu}\p{Ll}+$", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"^\d{1,5}[A-Za-z]?,? \p{L}{2,}( \p{L}+)*.*$", RegexOptions.NonBacktracking)]
    private static partial Regex Street();
}
