using Candour.Kernel;

namespace Candour.Intake.Guiding;

/// <summary>How alike two names are by their words. Pure.</summary>
internal static class WordsInCommon
{
    /// <summary>The words of a name, in lower case and without signs.</summary>
    public static IEnumerable<string> Of(string text) => Slug.Of(text).Split('-').Where(word => word.Length > 0);

    /// <summary>The share of the words of either that both have; 0 when one has none.</summary>
    public static double Share(HashSet<string> one, HashSet<string> other) =>
        one.Count == 0 || other.Count == 0 ? 0 : (double)one.Intersect(other).Count() / one.Union(other).Count();
}
