using System.Globalization;
using Candour.Access;
using Candour.Kernel;

namespace Candour.Evidencing;

/// <summary>The title is none that a list may show.</summary>
public sealed record EvidenceTitleIsNotOne() : Refusal(string.Create(
    CultureInfo.InvariantCulture,
    $"Write a title of {EvidenceForm.ShortestTitle} to {EvidenceForm.LongestTitle} signs that names nobody: no address with an @, and no number of six digits or more, such as a crime reference or a telephone number."));

/// <summary>It says not how long it is kept.</summary>
public sealed record KeptForHowLong() : Refusal(
    "Say how long it is kept: a number of years from 1 to 100, such as 7, or a day to come, such as 2033-03-31.");

/// <summary>There is no such class.</summary>
public sealed record NoSuchEvidenceClass() : Refusal("Say who may open it: public, internal or restricted.");

/// <summary>A restricted document says what it is kept for, and belongs to an area.</summary>
public sealed record RestrictedToWhat() : Refusal(string.Create(
    CultureInfo.InvariantCulture,
    $"A restricted document belongs to an area and says in a sentence of {Purpose.ShortestReason} to {Purpose.LongestReason} signs what it is kept for; others say nothing there."));

/// <summary>What is said of a document that is put in. Pure.</summary>
/// <param name="Title">As people will read it.</param>
/// <param name="Class">Who may open it.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Purpose">What a restricted document is kept for; empty otherwise.</param>
/// <param name="KeepUntil">The day on which it is due to be erased.</param>
public sealed record EvidenceForm(string Title, EvidenceClass Class, EvidenceOwner Owner, string Purpose, DateOnly KeepUntil)
{
    public const int ShortestTitle = 5;
    public const int LongestTitle = 120;

    private const int MostYears = 100;

    /// <summary>Reads what was typed.</summary>
    public static Result<EvidenceForm> Read(string title, string kind, EvidenceOwner owner, string purpose, string keep, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(purpose);
        if (!TitleOf(title).Try(out var said, out var refusal) || !UntilOf(keep, today).Try(out var until, out refusal))
        {
            return refusal;
        }

        if (Enum.GetValues<EvidenceClass>().Where(one => one.ToString().Equals(kind, StringComparison.OrdinalIgnoreCase)).ToList() is not [var @class])
        {
            return new NoSuchEvidenceClass();
        }

        if (@class != EvidenceClass.Restricted)
        {
            return string.IsNullOrWhiteSpace(purpose) ? new EvidenceForm(said, @class, owner, "", until) : new RestrictedToWhat();
        }

        return owner.IsWhole || !Access.Purpose.ReasonOf(purpose).Try(out var kept, out _) ? new RestrictedToWhat() : new EvidenceForm(said, @class, owner, kept, until);
    }

    /// <summary>A title in which nobody is named as far as a program can tell: no address, no long number, no hidden signs.</summary>
    public static Result<string> TitleOf(string typed)
    {
        var title = NamelessText.Tidied(typed);
        return title.Length is < ShortestTitle or > LongestTitle || !NamelessText.Is(title) ? new EvidenceTitleIsNotOne() : title;
    }

    /// <summary>A number of years, or a day to come.</summary>
    public static Result<DateOnly> UntilOf(string typed, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var said = typed.Trim();
        return int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var years)
            ? years is >= 1 and <= MostYears ? today.AddYears(years) : new KeptForHowLong()
            : DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day > today && day <= today.AddYears(MostYears)
                ? day : new KeptForHowLong();
    }
}
