using Candour.Kernel;

namespace Candour.Access;

/// <summary>Why somebody may open case rows.</summary>
public enum PurposeKind
{
    /// <summary>Records are compared with files, to know how well the records were kept.</summary>
    AuditSample,

    /// <summary>Nobody assigned it: a risk to a person could not wait. A second person is told at once.</summary>
    BreakGlass,
}

/// <summary>
/// A purpose for which one person may open case rows of one dataset in one area, for a time and up to a number of rows.
/// </summary>
/// <param name="Id">Random; it says nothing.</param>
/// <param name="Kind">Why.</param>
/// <param name="Person">Who may open rows under it.</param>
/// <param name="GivenBy">Who assigned it; for a broken glass the second person who was told.</param>
/// <param name="Dataset">Which rows.</param>
/// <param name="Hierarchy">The hierarchy of the area.</param>
/// <param name="Area">Where.</param>
/// <param name="Month">Only rows that belong to this month, as 2026-03; empty for all.</param>
/// <param name="Reason">In the words of whoever gave it; no names of people in cases.</param>
/// <param name="From">From when.</param>
/// <param name="Until">Until when.</param>
/// <param name="Cap">How many rows may be shown under it altogether.</param>
/// <param name="Shown">How many have been.</param>
public sealed record Purpose(
    string Id,
    PurposeKind Kind,
    string Person,
    string GivenBy,
    string Dataset,
    string Hierarchy,
    string Area,
    string Month,
    string Reason,
    DateTimeOffset From,
    DateTimeOffset Until,
    int Cap,
    int Shown)
{
    /// <summary>How long a broken glass stays open.</summary>
    public static readonly TimeSpan BreakGlassLasts = TimeSpan.FromMinutes(60);

    /// <summary>Rows that may be shown behind a broken glass.</summary>
    public const int BreakGlassCap = 50;

    /// <summary>The longest time a purpose can be given for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    /// <summary>The most rows a purpose can be given for.</summary>
    public const int LargestCap = 500;

    /// <summary>Letters a reason must have: enough for a sentence.</summary>
    public const int ShortestReason = 12;

    public const int LongestReason = 500;

    public int Left => Cap - Shown;

    public bool IsOpen(DateTimeOffset now) => From <= now && now < Until;

    /// <summary>
    /// Whether rows may be shown under it now, to this person; the same answer for a purpose of somebody else as for none.
    /// </summary>
    public Result<Purpose> MayShow(string person, int rows, DateTimeOffset now) =>
        Person != person ? new NoPurpose()
        : !IsOpen(now) ? new PurposeIsOver(Until)
        : rows > Left ? new PurposeIsUsedUp(Cap, Left)
        : this;

    /// <summary>Whether the words are a reason: a sentence of a length that can be read in a report.</summary>
    public static Result<string> ReasonOf(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var reason = string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return reason.Length is >= ShortestReason and <= LongestReason ? reason : new ReasonIsNotOne();
    }
}

/// <summary>There is none, or it is somebody else's.</summary>
public sealed record NoPurpose() : Refusal(
    "Case rows are opened only under a purpose that was assigned to you, and there is none here: ask a unit head or the area's lead.");

/// <summary>Its time has passed.</summary>
public sealed record PurposeIsOver(DateTimeOffset Until) : Refusal(string.Create(
    System.Globalization.CultureInfo.InvariantCulture,
    $"This purpose is not open now (it runs until {Until:d MMMM yyyy HH:mm} UTC): ask whoever gave it for another."));

/// <summary>All its rows have been shown.</summary>
public sealed record PurposeIsUsedUp(int Cap, int Left) : Refusal(string.Create(
    System.Globalization.CultureInfo.InvariantCulture,
    $"This purpose allows {Cap} rows and {Left} are left, fewer than this page would show: ask whoever gave it for another."));

/// <summary>Too short to be read as a reason, or too long.</summary>
public sealed record ReasonIsNotOne() : Refusal(
    $"Say the reason in a sentence of {Purpose.ShortestReason} to {Purpose.LongestReason} signs, without names of people in cases.");
