using Candour.Kernel;

namespace Candour.Requesting;

/// <summary>
/// How well a title fits the words of a request: each word of the request that the title has counts, a rare one more than one that
/// many titles have. Words are compared without their endings, so that "rapes recorded" finds "rape crimes recorded". Pure.
/// </summary>
public sealed class WordScore
{
    private const int ShortestStem = 3;

    private static readonly string[] Endings = ["ing", "ed", "es", "s", "e"];

    private static readonly HashSet<string> Empty =
    [
        .. new[]
        {
            "the", "and", "for", "with", "how", "many", "much", "what", "which", "were", "was", "are", "there", "have", "has", "had", "did", "does", "from", "that",
            "this", "their", "them", "you", "your", "our", "all", "any", "per", "last", "year", "years", "month", "please", "number", "figure", "figures", "information",
            "can", "could", "would", "will", "between", "into", "over", "under", "been", "case", "cases", "force", "area", "data",
        }.Select(Stem),
    ];

    private readonly Dictionary<string, int> titles = new(StringComparer.Ordinal);
    private readonly HashSet<string> asked;

    /// <param name="words">The request.</param>
    /// <param name="all">Every title that may be found, from which it is known how rare a word is.</param>
    public WordScore(string words, IEnumerable<string> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        asked = [.. StemsOf(words)];
        foreach (var word in all.SelectMany(title => StemsOf(title).Distinct()))
        {
            titles[word] = titles.GetValueOrDefault(word) + 1;
        }
    }

    /// <summary>0 when no word of the title is asked for; the longer of two titles with the same words scores a little less.</summary>
    public double Of(string title)
    {
        var stems = StemsOf(title).Distinct().ToList();
        var found = stems.Where(asked.Contains).ToList();
        return found.Count == 0 ? 0 : found.Sum(word => 1.0 / Math.Sqrt(titles.GetValueOrDefault(word, 1))) * (1 + ((double)found.Count / stems.Count));
    }

    /// <summary>Every word of the title is asked for.</summary>
    public bool HasAll(string title) => StemsOf(title).ToList() is { Count: > 0 } stems && stems.TrueForAll(asked.Contains);

    private static IEnumerable<string> StemsOf(string text) => Slug.Of(text).Split('-', StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length >= ShortestStem).Select(Stem).Where(word => !Empty.Contains(word));

    private static string Stem(string word) =>
        Endings.FirstOrDefault(ending => word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal)) is { } end
            ? word[..^end.Length] : word;
}
