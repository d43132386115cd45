namespace Candour.Definitions.Reading;

/// <summary>One file as it was parsed.</summary>
/// <param name="File">Its path below the folder of definitions.</param>
/// <param name="Root">What is in it; absent when it is not well-formed.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record ParsedFile(string File, Entry? Root, ProblemList Problems)
{
    /// <summary>Every text, in the order of the paths. Parsing is most of the work, so it is done side by side.</summary>
    public static IReadOnlyList<ParsedFile> All(IReadOnlyDictionary<string, string> texts) =>
    [
        .. texts.OrderBy(pair => pair.Key, StringComparer.Ordinal).AsParallel().AsOrdered().Select(pair =>
        {
            var problems = new ProblemList(pair.Key);
            return new ParsedFile(pair.Key, Entry.Root(pair.Value, problems), problems);
        }),
    ];
}
