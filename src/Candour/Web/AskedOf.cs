using Candour.Readings.Asking;

namespace Candour.Web;

/// <summary>The question in a link: area, period, dataset and any number of conditions, each as <c>field=code</c>.</summary>
public static class AskedOf
{
    public static Asked Query(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new Asked(
            Text(query, "area"),
            Text(query, "period"),
            [.. query["where"].Select(text => text ?? "")],
            Text(query, "dataset"));
    }

    /// <summary>The first value of that name, without the spaces round it; empty when there is none.</summary>
    public static string Text(IQueryCollection query, string name)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query[name].FirstOrDefault()?.Trim() ?? "";
    }
}
