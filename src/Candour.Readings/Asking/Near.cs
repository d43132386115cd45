using Candour.Kernel;

namespace Candour.Readings.Asking;

/// <summary>The names a person may have meant: those that share most of their words with what was typed.</summary>
public static class Near
{
    public static IReadOnlyList<string> To(string typed, IEnumerable<string> names)
    {
        var words = Words(typed);
        return [.. names
            .Select(name => (Name: name, Shared: Words(name).Intersect(words).Count()))
            .Where(candidate => candidate.Shared > 0 && candidate.Shared * 2 >= words.Count)
            .OrderByDescending(candidate => candidate.Shared)
            .ThenBy(candidate => candidate.Name.Length)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .Take(3)];
    }

    private static HashSet<string> Words(string text) => [.. Slug.Of(text).Split('-', StringSplitOptions.RemoveEmptyEntries)];
}
