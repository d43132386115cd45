using Candour.Kernel;

namespace Candour.Definitions;

/// <summary>One code of a list.</summary>
/// <param name="Id">As it is stored and compared; unique in its list.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Group">The group it belongs to; empty for none.</param>
/// <param name="Synonyms">Other spellings that source systems use for it.</param>
/// <param name="From">The first day on which it may be used; the earliest day there is when it always could.</param>
/// <param name="Until">The first day on which it may no longer be used; the latest day there is when it still may.</param>
/// <param name="Verified">Somebody has checked this code against its publisher.</param>
public sealed record Code(
    string Id,
    string Title,
    string Group,
    IReadOnlyList<string> Synonyms,
    DateOnly From,
    DateOnly Until,
    bool Verified)
{
    /// <summary>Whether a row of that day may carry it.</summary>
    public bool IsValidOn(DateOnly day) => From <= day && day < Until;
}

/// <summary>A named set of codes; a group may lie in another group.</summary>
public sealed record CodeGroup(string Id, string Title, string Parent);

/// <summary>
/// A dated list of codes with their synonyms and groups. Wherever a code may be named, so may a group, which stands
/// for all codes below it.
/// </summary>
public sealed class CodeList
{
    private readonly Dictionary<string, Code> byId;
    private readonly Dictionary<string, CodeGroup> groups;
    private readonly Dictionary<string, string> bySpelling = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> byCell = new(StringComparer.OrdinalIgnoreCase);

    public CodeList(
        string id, string title, string source, bool verified, IReadOnlyList<CodeGroup> groups, IReadOnlyList<Code> codes)
    {
        (Id, Title, Source, Verified, Groups, Codes) = (id, title, source, verified, groups, codes);
        byId = codes.ToDictionary(code => code.Id, StringComparer.Ordinal);
        this.groups = groups.ToDictionary(group => group.Id, StringComparer.Ordinal);
        foreach (var code in codes)
        {
            foreach (var spelling in code.Synonyms.Prepend(code.Id))
            {
                byCell[spelling] = code.Id;
                bySpelling.TryAdd(Slug.Of(spelling), code.Id);
            }
        }

        foreach (var group in groups)
        {
            bySpelling.TryAdd(Slug.Of(group.Id), group.Id);
        }

        // A title finds its code or group only while it is nobody else's.
        var titles = codes.Select(code => (code.Id, code.Title)).Concat(groups.Select(group => (group.Id, group.Title)));
        foreach (var (named, text) in titles.GroupBy(pair => Slug.Of(pair.Title)).Where(same => same.Count() == 1).Select(same => same.Single()))
        {
            bySpelling.TryAdd(Slug.Of(text), named);
            if (byId.ContainsKey(named))
            {
                byCell.TryAdd(text, named);
            }
        }
    }

    public string Id { get; }

    public string Title { get; }

    public string Source { get; }

    /// <summary>False while nobody has checked the list against its publisher.</summary>
    public bool Verified { get; }

    public IReadOnlyList<CodeGroup> Groups { get; }

    public IReadOnlyList<Code> Codes { get; }

    /// <summary>The code that a source system's cell means: its id, a synonym or its title to the letter, but for case and
    /// outer blanks. Nothing is guessed: "-1" is not 1.</summary>
    public bool TryRead(string cell, out string code) => byCell.TryGetValue(cell.Trim(), out code!);

    /// <summary>The codes that a code or group stands for, whatever the case and punctuation of the question; empty when it
    /// is neither.</summary>
    public IReadOnlyList<string> Expand(string codeOrGroup) => Canonical(codeOrGroup) switch
    {
        "" => [],
        var id when byId.ContainsKey(id) => [id],
        var id => [.. Codes.Where(code => LiesIn(code.Group, id)).Select(code => code.Id)],
    };

    /// <summary>The id of the code or group that a question means; empty when it means neither, or several. An id comes
    /// before a title.</summary>
    public string Canonical(string codeOrGroup) => bySpelling.GetValueOrDefault(Slug.Of(codeOrGroup), "");

    /// <summary>How people read a code or a group.</summary>
    public string TitleOf(string codeOrGroup) =>
        byId.TryGetValue(codeOrGroup, out var code) ? code.Title
        : groups.TryGetValue(codeOrGroup, out var group) ? group.Title
        : codeOrGroup;

    public bool Has(string code) => byId.ContainsKey(code);

    /// <summary>The code of that id.</summary>
    public Code this[string code] => byId[code];

    /// <summary>Who was asked and gave no usable answer has a code of this group: unknown, prefer not to say.</summary>
    public const string NotAnswered = "not-answered";

    /// <summary>The code, or the group within <see cref="NotAnswered"/>, of those who were asked and would not say.</summary>
    public const string Refused = "prefer-not-to-say";

    /// <summary>The code or group of a question that does not concern the case.</summary>
    public const string NotApplicable = "not-applicable";

    private bool LiesIn(string group, string ancestor)
    {
        for (var at = group; at.Length > 0; at = groups.TryGetValue(at, out var next) ? next.Parent : "")
        {
            if (at == ancestor)
            {
                return true;
            }
        }

        return false;
    }
}
