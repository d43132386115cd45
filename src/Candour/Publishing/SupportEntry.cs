using Candour.Kernel;
using Candour.Store;

namespace Candour.Publishing;

/// <summary>What may be said of an organisation on a public page.</summary>
public static class SupportEntry
{
    private const int Longest = 300;

    /// <summary>The text without blanks round it; refuses what somebody in need could not use.</summary>
    public static Result<SupportText> Checked(SupportText typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var text = new SupportText(
            typed.Name.Trim(), typed.Helps.Trim(), typed.Place.Trim(), typed.Telephone.Trim(), typed.Web.Trim(), typed.Hours.Trim());
        return text.Name.Length < 2 || text.Helps.Length < 12 || new[] { text.Name, text.Helps, text.Place, text.Hours }.Any(IsNotOneLine)
                ? new SupportIsNotSaid()
            : text.Telephone.Length > 0 && (text.Telephone.Length > 30 || text.Telephone.Count(char.IsAsciiDigit) < 3
                || !text.Telephone.All(sign => char.IsAsciiDigit(sign) || sign is ' ' or '+' or '(' or ')' or '-')) ? new TelephoneIsNotOne(text.Telephone)
            : text.Web.Length > 0 && (text.Web.Length > Longest || !Uri.TryCreate(text.Web, UriKind.Absolute, out var address)
                || address.Scheme != Uri.UriSchemeHttps || address.UserInfo.Length > 0) ? new WebAddressIsNotOne(text.Web)
            : text;
    }

    private static bool IsNotOneLine(string text) => text.Length > Longest || text.Any(char.IsControl);
}

/// <summary>Name or help is missing, or too long.</summary>
public sealed record SupportIsNotSaid() : Refusal(
    "Say the organisation's name, and in a sentence of 12 to 300 signs whom it helps and with what; every line has at most 300 signs.");

/// <summary>Nobody could call it.</summary>
public sealed record TelephoneIsNotOne(string Typed) : Refusal(
    $"'{Typed}' cannot be dialled: write digits, blanks and + ( ) - only, or leave it empty.");

/// <summary>Nobody could open it, or not safely.</summary>
public sealed record WebAddressIsNotOne(string Typed) : Refusal(
    $"'{Typed}' is not an address that begins with https://: write the whole address, or leave it empty.");
