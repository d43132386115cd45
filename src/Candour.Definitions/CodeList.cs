using Candour.Kernel;

namespace Candour.Definitions;

/// <summary>One code of a list.</summary>
/// <param name="Id">As it is stored and compared; unique in its list.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Group">The group it belongs to; empty for none.</param>
/// <param name="Synonyms">Other spellings that source systems use for it.</param>
public sealed record Code(string Id, string Title, string Group, IReadOnlyList<string> Synonyms);

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

    public CodeList(
        string id, string title, string source, bool verified, IReadOnlyList<CodeGroup> groups, IReadOnlyList<Code> codes)
    {
        (Id, Title, Source, Verified, Groups, Codes) = (id, title, source, verified, groups, codes);
        byId = codes.ToDictionary(code => code.Id, StringComparer.Ordinal);
        this.groups = groups.ToDictionary(group => group.Id, StringComparer.Ordinal);
        foreach (var code in codes)
        {
            foreach (var spelling in code.Synonyms.Prepend(code.Title).Prepend(code.Id))
            {
                bySpelling.TryAdd(Slug.Of(spelling), code.Id);
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

    /// <summary>The code a spelling stands for: its id, title or a synonym, whatever the case and punctuation.</summary>
    public bool TryFind(string spelling, out string code) => bySpelling.TryGetValue(Slug.Of(spelling), out code!);

    /// <summary>The codes that a code or group stands for; empty when it is neither.</summary>
    public IReadOnlyList<string> Expand(string codeOrGroup)
    {
        if (TryFind(codeOrGroup, out var code))
        {
            return [code];
        }

        var group = Groups.FirstOrDefault(g => Slug.Of(g.Id) == Slug.Of(codeOrGroup))
            ?? Groups.FirstOrDefault(g => Slug.Of(g.Title) == Slug.Of(codeOrGroup));
        return group is null ? [] : [.. Codes.Where(c => LiesIn(c.Group, group.Id)).Select(c => c.Id)];
    }

    /// <summary>The id of the code or group that a spelling means; empty when it is neither.</summary>
    public string Canonical(string codeOrGroup) =>
        TryFind(codeOrGroup, out var code) ? code
        : Groups.FirstOrDefault(g => Slug.Of(g.Id) == Slug.Of(codeOrGroup))?.Id
            ?? Groups.FirstOrDefault(g => Slug.Of(g.Title) == Slug.Of(codeOrGroup))?.Id
            ?? "";

    /// <summary>How people read a code or a group.</summary>
    public string TitleOf(string codeOrGroup) =>
        byId.TryGetValue(codeOrGroup, out var code) ? code.Title
        : groups.TryGetValue(codeOrGroup, out var group) ? group.Title
        : codeOrGroup;

    public bool Has(string code) => byId.ContainsKey(code);

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
