using Candour.Definitions;

namespace Candour.Intake.Guiding;

/// <summary>What the values of a source may mean in a code list or among areas. Pure.</summary>
public static class CodeReading
{
    /// <summary>Whether a cell is read without anybody saying what it means.</summary>
    public static bool TryRead(Field field, string value, Dataset dataset, Catalogue catalogue, out string code)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(catalogue);
        if (field.Type != FieldType.Area)
        {
            return catalogue.CodesOf(dataset, field.Id).TryRead(value, out code);
        }

        var hierarchy = catalogue.HierarchyOf(dataset);
        var found = hierarchy.TryRead(value, out var area) && area.Level == hierarchy.LowestLevel;
        code = found ? area.Id : "";
        return found;
    }

    /// <summary>The codes that may be chosen, as id and title.</summary>
    public static IReadOnlyList<(string Id, string Title)> Choices(Field field, Dataset dataset, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(catalogue);
        return field.Type == FieldType.Area
            ? [.. catalogue.HierarchyOf(dataset).Lowest.Select(area => (area.Id, area.Title))]
            : [.. catalogue.CodesOf(dataset, field.Id).Codes.Select(code => (code.Id, code.Title))];
    }

    /// <summary>The one code whose name, title or synonyms share more than half of the words; empty when there is none, or several.</summary>
    public static string Suggest(Field field, string value, Dataset dataset, Catalogue catalogue)
    {
        var words = Words(value);
        var likely = Spellings(field, dataset, catalogue)
            .Select(one => (one.Id, Likeness: WordsInCommon.Share(words, Words(one.Spelling)))).Where(one => one.Likeness > 0.5).ToList();
        var best = likely.Count == 0 ? [] : likely.Where(one => one.Likeness >= likely.Max(other => other.Likeness)).Select(one => one.Id).Distinct().ToList();
        return best.Count == 1 ? best[0] : "";
    }

    private static IEnumerable<(string Id, string Spelling)> Spellings(Field field, Dataset dataset, Catalogue catalogue) => field.Type == FieldType.Area
        ? catalogue.HierarchyOf(dataset).Lowest.SelectMany(area => area.Synonyms.Append(area.Title).Append(area.Id).Select(one => (area.Id, one)))
        : catalogue.CodesOf(dataset, field.Id).Codes.SelectMany(code => code.Synonyms.Append(code.Title).Append(code.Id).Select(one => (code.Id, one)));

    private static HashSet<string> Words(string text) => [.. WordsInCommon.Of(text)];
}
