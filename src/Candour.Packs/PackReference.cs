using Candour.Kernel;

namespace Candour.Packs;

/// <summary>
/// The permanent name of a pack: <c>packs/crimes/2025_26-Q4/synthetic-nation:a01/3f…</c>. Its last part is the hash of what the
/// pack says, so that two packs of one name are one.
/// </summary>
/// <param name="Dataset">Of which dataset.</param>
/// <param name="Period">Of which period.</param>
/// <param name="Hierarchy">The hierarchy of the area.</param>
/// <param name="Area">Of which area.</param>
/// <param name="Content">SHA-256 of what it says.</param>
public sealed record PackReference(string Dataset, Period Period, string Hierarchy, string Area, ContentHash Content)
{
    private const string Start = "packs";

    public override string ToString() => $"{Start}/{Dataset}/{Period.ToReference()}/{Hierarchy}:{Area}/{Content}";

    /// <summary>Whether a text is meant to be one, right or wrong.</summary>
    public static bool IsMeant(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith(Start + "/", StringComparison.Ordinal);
    }

    /// <summary>Reads a reference back; false when the text is not one.</summary>
    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out PackReference? reference)
    {
        ArgumentNullException.ThrowIfNull(text);
        reference = text.Split('/') is [Start, { Length: > 0 } dataset, var written, var place, var hash]
            && Period.TryParse(written, out var period) && ContentHash.TryParse(hash, out var content)
            && place.Split(':') is [{ Length: > 0 } hierarchy, { Length: > 0 } area]
                ? new PackReference(dataset, period, hierarchy, area, content) : null;
        return reference is not null;
    }
}
