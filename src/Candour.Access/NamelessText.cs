using System.Globalization;

namespace Candour.Access;

/// <summary>
/// Whether a short text that others will read names nobody, as far as a program can tell: no address, no long number such as a
/// crime reference or a telephone number, no hidden signs. Names themselves it cannot tell from words. Pure.
/// </summary>
public static class NamelessText
{
    /// <summary>Digits in a row that name nobody: years, counts.</summary>
    private const int DigitsOfNobody = 5;

    /// <summary>The text with single blanks.</summary>
    public static string Tidied(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    public static bool Is(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var run = 0;
        foreach (var sign in text)
        {
            run = char.IsDigit(sign) ? run + 1 : 0;
            if (run > DigitsOfNobody || sign == '@'
                || char.GetUnicodeCategory(sign) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse)
            {
                return false;
            }
        }

        return true;
    }
}
