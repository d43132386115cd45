namespace Candour.SignIn;

/// <summary>What was read, as the trail tells it: the page and what it was asked, and nothing that was typed freely.</summary>
public static class ReadSubject
{
    /// <summary>Parameters that name things of the definitions or records by id; a search is not among them.</summary>
    private static readonly string[] Told =
        ["measure", "numerator", "denominator", "dataset", "area", "period", "where", "page", "view", "level", "field", "before", "since", "path"];

    private const int Longest = 400;

    public static string Of(PathString path, IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var asked = string.Join('&', Told.SelectMany(name => query[name]
            .Where(value => !string.IsNullOrEmpty(value)).Select(value => $"{name}={value}")));
        var text = asked.Length > 0 ? $"{path}?{asked}" : path.Value ?? "/";
        var plain = string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign));
        return plain.Length <= Longest ? plain : plain[..Longest];
    }
}
