using System.Globalization;

namespace Candour.Kernel;

/// <summary>
/// The permanent name of a reading, in its form from the first day:
/// measure @ version / method version / snapshot / period and basis / source agency / hierarchy @ date : area /
/// breakdown. Claims, actions and releases will store only this; a restatement points forward and never overwrites.
/// Written as a path, so that the reference is also the address of its page:
/// <c>rape-outcome-16-share-assigned@1/m1/3f…/2018_19-Q3.assigned/home-office/police-forces@2018-04-01:durham/all</c>.
/// </summary>
/// <param name="Measure">Id of the measure.</param>
/// <param name="Version">Version of its definition.</param>
/// <param name="MethodVersion">Version of the statistical methods.</param>
/// <param name="Snapshot">The frozen or unfrozen inputs, 64 hexadecimal digits.</param>
/// <param name="Period">The period asked about.</param>
/// <param name="Basis">The cohort basis that decides which period a row belongs to.</param>
/// <param name="Agency">The agency whose submissions were read.</param>
/// <param name="Hierarchy">The hierarchy of areas.</param>
/// <param name="HierarchyDate">The day on which that hierarchy is taken.</param>
/// <param name="Area">Code of the area in the hierarchy.</param>
/// <param name="Breakdown">Conditions, as field and code, in order of field; empty for all.</param>
public sealed record FigureReference(
    string Measure,
    int Version,
    int MethodVersion,
    ContentHash Snapshot,
    Period Period,
    string Basis,
    string Agency,
    string Hierarchy,
    DateOnly HierarchyDate,
    string Area,
    IReadOnlyList<KeyValuePair<string, string>> Breakdown)
{
    private const string All = "all";

    public override string ToString()
    {
        var breakdown = Breakdown.Count == 0
            ? All
            : string.Join(",", Breakdown.OrderBy(b => b.Key, StringComparer.Ordinal).Select(b => $"{b.Key}={Escape(b.Value)}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Measure}@{Version}/m{MethodVersion}/{Snapshot}/{Period.ToReference()}.{Basis}/{Agency}/"
            + $"{Hierarchy}@{HierarchyDate:yyyy-MM-dd}:{Area}/{breakdown}");
    }

    /// <summary>Reads a reference back; false when the text is not one.</summary>
    public static bool TryParse(
        string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out FigureReference? reference)
    {
        ArgumentNullException.ThrowIfNull(text);
        reference = null;
        var parts = text.Split('/');
        if (parts.Length != 7
            || !Cut(parts[0], '@', out var measure, out var versionText)
            || !int.TryParse(versionText, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            || !parts[1].StartsWith('m')
            || !int.TryParse(parts[1].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var method)
            || !ContentHash.TryParse(parts[2], out var snapshot)
            || parts[3].LastIndexOf('.') is var dot && dot < 1
            || !Period.TryParse(parts[3][..dot], out var period)
            || !Cut(parts[5], '@', out var hierarchy, out var dateAndArea)
            || !Cut(dateAndArea, ':', out var dateText, out var area)
            || !DateOnly.TryParseExact(dateText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || !Conditions(parts[6], out var breakdown))
        {
            return false;
        }

        reference = new FigureReference(
            measure, version, method, snapshot, period, parts[3][(dot + 1)..], parts[4], hierarchy, date, area, breakdown);
        return true;
    }

    public bool Equals(FigureReference? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private static bool Conditions(string text, out IReadOnlyList<KeyValuePair<string, string>> breakdown)
    {
        var conditions = new List<KeyValuePair<string, string>>();
        breakdown = conditions;
        if (text == All)
        {
            return true;
        }

        foreach (var part in text.Split(','))
        {
            if (!Cut(part, '=', out var field, out var code))
            {
                return false;
            }

            conditions.Add(new(field, Unescape(code)));
        }

        return true;
    }

    /// <summary>A code may hold signs that part a reference (an offence code is "1/4.1"); they are written as ~ and two
    /// hexadecimal digits, which a web address leaves alone.</summary>
    private static string Escape(string code) => string.Concat(code.Select(sign =>
        char.IsAsciiLetterOrDigit(sign) || sign is '-' or '.' or '_' || sign > 0x7F
            ? sign.ToString()
            : string.Create(CultureInfo.InvariantCulture, $"~{(int)sign:X2}")));

    private static string Unescape(string code)
    {
        var parts = code.Split('~');
        return parts[0] + string.Concat(parts.Skip(1).Select(part =>
            part.Length >= 2 && int.TryParse(part.AsSpan(0, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var sign)
                ? (char)sign + part[2..]
                : "~" + part));
    }

    private static bool Cut(string text, char at, out string before, out string after)
    {
        var index = text.IndexOf(at, StringComparison.Ordinal);
        (before, after) = index < 0 ? (text, "") : (text[..index], text[(index + 1)..]);
        return index > 0 && after.Length > 0;
    }
}
