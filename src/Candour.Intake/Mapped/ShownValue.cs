using System.Globalization;
using System.Text;

namespace Candour.Intake.Mapped;

/// <summary>
/// What of a wrong value may be repeated in a finding. Whatever could be a name, a day of birth, a telephone number or an address
/// is reduced to its first sign; signs that nobody sees are written out.
/// </summary>
internal static class ShownValue
{
    private const int MostLetters = 4;
    private const int Longest = 20;

    /// <summary>The value, or its first sign and three stars.</summary>
    public static string Of(string value)
    {
        if (value.Length == 0)
        {
            return "";
        }

        return IsHarmless(value) ? Escaped(value) : Escaped(First(value)) + "***";
    }

    /// <summary>Up to four letters and digits, no two letters side by side, and not long.</summary>
    private static bool IsHarmless(string value)
    {
        var (letters, before) = (0, false);
        foreach (var sign in value)
        {
            var isLetter = char.IsLetter(sign) || char.IsSurrogate(sign);
            if (isLetter && before)
            {
                return false;
            }

            letters += isLetter || char.IsDigit(sign) ? 1 : 0;
            before = isLetter;
        }

        return letters <= MostLetters && value.Length <= Longest;
    }

    private static string First(string value) =>
        value.EnumerateRunes().First(rune => !Rune.IsWhiteSpace(rune) || value.All(char.IsWhiteSpace)).ToString();

    private static string Escaped(string value)
    {
        var text = new StringBuilder();
        foreach (var sign in value)
        {
            if (char.IsControl(sign) || char.GetUnicodeCategory(sign) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)sign:x4}");
            }
            else
            {
                text.Append(sign);
            }
        }

        return text.ToString();
    }
}
