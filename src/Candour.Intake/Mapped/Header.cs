using System.Globalization;
using System.Text.RegularExpressions;
using Candour.Definitions;
using Candour.Intake.Reading;
using Candour.Kernel;
using SourceMapping = Candour.Definitions.Mapping;

namespace Candour.Intake.Mapped;

/// <summary>No record near the start of the file is a header of the mapping.</summary>
public sealed record HeaderNotRecognised(string File, string Mapping, IReadOnlyList<string> Columns, long First) : FileRefusal(
    $"The file {File} does not have the columns of '{Mapping}': no line at its start names them ({string.Join(", ", Columns.Take(5))}"
    + $"{(Columns.Count > 5 ? " …" : "")}). Choose the mapping that belongs to it, or ask the sender for the file with its header.", First);

/// <summary>The header does not have what the mapping needs.</summary>
/// <param name="File">The file.</param>
/// <param name="Mapping">The mapping that was tried.</param>
/// <param name="Columns">What is missing, in words.</param>
/// <param name="Present">How many of its columns are there.</param>
/// <param name="HeaderLine">Where the header stands.</param>
/// <param name="First">The first missing column.</param>
public sealed record MissingColumn(
    string File, string Mapping, IReadOnlyList<string> Columns, int Present, long HeaderLine, string First) : FileRefusal(
    $"The file {File} does not have the columns of '{Mapping}': "
    + $"{string.Join(", ", Columns.Take(5))}{(Columns.Count > 5 ? $" and {Columns.Count - 5} more" : "")} "
    + $"{(Columns.Count == 1 ? "is" : "are")} missing from its first line. Choose the mapping that belongs to it, or ask the sender for the right file.",
    HeaderLine, First);

/// <summary>Two columns of the header have the same name.</summary>
public sealed record DuplicateColumn(string File, string Name, int Position, int Other, long HeaderLine) : FileRefusal(
    $"The file {File} has the column '{Name}' twice (columns {Position} and {Other}), so nobody can tell which one is meant: ask the sender.",
    HeaderLine, Name);

/// <summary>A wide header names a code that the code list does not have.</summary>
public sealed record WideColumnIsUnknown(string File, string Header, long HeaderLine) : FileRefusal(
    $"The file {File} has a column like '{Header}' whose codes are in no code list: add a synonym to the code list.", HeaderLine);

/// <summary>A cell that becomes the value of a count field, with the codes its header names.</summary>
/// <param name="Index">Position in the record.</param>
/// <param name="Name">The header.</param>
/// <param name="Codes">Field and code, as the header says.</param>
/// <param name="Value">The count field it fills.</param>
public sealed record WideCell(int Index, string Name, IReadOnlyList<KeyValuePair<string, string>> Codes, string Value);

/// <summary>How the columns of one file are used, decided from its first record.</summary>
/// <param name="Names">The header as it stands.</param>
/// <param name="Cells">Position of the column that fills each field.</param>
/// <param name="Wide">The wide cells; empty when the file has one row a record.</param>
/// <param name="MustBe">Positions with the value every record must hold.</param>
/// <param name="Dropped">Positions of the columns that were declared nowhere and are dropped at the door.</param>
/// <param name="Changed">Positions of the columns whose names had to be read with another case, or without blanks.</param>
/// <param name="Line">The line the header stands on.</param>
public sealed record Header(
    IReadOnlyList<string> Names,
    IReadOnlyDictionary<string, int> Cells,
    IReadOnlyList<WideCell> Wide,
    IReadOnlyList<KeyValuePair<int, string>> MustBe,
    IReadOnlyList<int> Dropped,
    IReadOnlyList<int> Changed,
    long Line)
{
    private const int LongestName = 60;

    /// <summary>How many of the columns stand in the file; those behind them are added by joins.</summary>
    public required int InFile { get; init; }

    /// <summary>Where a column that the mapping declares stands in a record.</summary>
    public int Position(string column)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (Same.Equals(Plain(Names[i]), column))
            {
                return i;
            }
        }

        throw new ArgumentException("The header was matched without this column.", nameof(column));
    }

    private static StringComparer Same => StringComparer.OrdinalIgnoreCase;

    /// <summary>A name without outer blanks and without signs that nobody sees.</summary>
    public static string Plain(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var seen = name.Any(sign => char.GetUnicodeCategory(sign) == UnicodeCategory.Format)
            ? string.Concat(name.Where(sign => char.GetUnicodeCategory(sign) != UnicodeCategory.Format)) : name;
        return seen.Trim().Replace('\u00A0', ' ');
    }

    /// <summary>A name as it is shown: a header is what a sender wrote, and may be anything.</summary>
    public static string Shown(string name)
    {
        var plain = string.Concat(Plain(name).Select(sign => char.IsControl(sign) ? '?' : sign));
        return plain.Length <= LongestName ? plain : plain[..LongestName] + "…";
    }

    /// <summary>Every name by which a column of the mapping may be called.</summary>
    public static IEnumerable<string> NamesOf(SourceMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        return NeededInFile(mapping);
    }

    /// <summary>How many columns of the mapping a record names, of how many.</summary>
    public static (int Named, int Of) Score(IReadOnlyList<string> names, SourceMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        var plain = names.Select(Plain).ToHashSet(Same);
        var named = NeededInFile(mapping).Count(column => column.Length > 0 && plain.Contains(column));
        var wide = mapping.Wide.Sum(rule => plain.Count(Expression(rule.Header).IsMatch));
        return (named + wide, NeededInFile(mapping).Count(column => column.Length > 0) + mapping.Wide.Sum(rule => rule.Columns));
    }

    /// <summary>Matches a header with a mapping; the names of joined columns are added to those of the file.</summary>
    public static Result<Header> Match(
        IReadOnlyList<string> inFile, long line, SourceMapping mapping, Catalogue catalogue, string file)
    {
        ArgumentNullException.ThrowIfNull(inFile);
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(catalogue);
        IReadOnlyList<string> names = [.. inFile, .. Joined(mapping)];
        var positions = new Dictionary<string, int>(Same);
        for (var i = 0; i < names.Count; i++)
        {
            if (!positions.TryAdd(Plain(names[i]), i) && Declares(mapping, Plain(names[i])))
            {
                return new DuplicateColumn(file, Shown(names[i]), positions[Plain(names[i])] + 1, i + 1, line);
            }
        }

        var wide = new List<WideCell>();
        var used = new HashSet<int>();
        var missing = Needed(mapping).Where(column => !positions.ContainsKey(column))
            .Select(column => column.Length == 0 ? "the column without a name" : $"'{column}'").ToList();
        foreach (var rule in mapping.Wide)
        {
            var expression = Expression(rule.Header);
            var found = positions.Where(p => expression.IsMatch(p.Key)).ToList();
            if (found.Count != rule.Columns)
            {
                missing.Add($"{rule.Columns} columns like '{rule.Header}' (there are {found.Count})");
                continue;
            }

            used.UnionWith(found.Select(p => p.Value));
            foreach (var (name, index) in rule.Value.Length == 0 ? [] : found)
            {
                if (Codes(expression.Match(name), mapping, catalogue) is not { } codes)
                {
                    return new WideColumnIsUnknown(file, rule.Header, line);
                }

                wide.Add(new WideCell(index, name, codes, rule.Value));
            }
        }

        if (missing.Count > 0)
        {
            return new MissingColumn(
                file, mapping.Id, missing, Needed(mapping).Count(positions.ContainsKey) + used.Count, line,
                Needed(mapping).FirstOrDefault(column => !positions.ContainsKey(column), ""));
        }

        used.UnionWith(Needed(mapping).Select(column => positions[column]));
        return new Header(
            names,
            mapping.Columns.Where(rule => rule.Field.Length > 0).ToDictionary(rule => rule.Field, rule => positions[rule.Column]),
            [.. wide.OrderBy(cell => cell.Index)],
            [.. mapping.Columns.Where(rule => rule.MustBe.Length > 0)
                .Select(rule => KeyValuePair.Create(positions[rule.Column], rule.MustBe))],
            [.. Enumerable.Range(0, names.Count).Where(index => !used.Contains(index))],
            [.. Needed(mapping).Where(column => names[positions[column]] != column).Select(column => positions[column]).Order()],
            line) { InFile = inFile.Count };
    }

    private static IEnumerable<string> Joined(SourceMapping mapping) => mapping.Joins.SelectMany(join => join.Adds).Select(add => add.Column);

    private static IEnumerable<string> NeededInFile(SourceMapping mapping) => Needed(mapping).Except(Joined(mapping), Same);

    private static IEnumerable<string> Needed(SourceMapping mapping) =>
        mapping.Columns.Select(rule => rule.Column)
            .Concat(mapping.Period?.Columns ?? [])
            .Concat(mapping.Joins.SelectMany(join => join.Here))
            .Concat(mapping.Parts?.Columns ?? [])
            .Concat(mapping.Only.Select(rule => rule.Column))
            .Concat(mapping.Total is { } total ? [total.Column] : [])
            .Distinct();

    internal static bool Declares(SourceMapping mapping, string name) =>
        Needed(mapping).Contains(name, Same) || mapping.Wide.Any(rule => Expression(rule.Header).IsMatch(name));

    private static Regex Expression(string header) => new(
        "^" + Regex.Replace(Regex.Escape(header), @"\\\{(?<field>\w+)}", "(?<${field}>.+)") + "$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static List<KeyValuePair<string, string>>? Codes(Match match, SourceMapping mapping, Catalogue catalogue)
    {
        var dataset = catalogue.Datasets[mapping.Dataset];
        var codes = new List<KeyValuePair<string, string>>();
        foreach (var group in match.Groups.Values.Where(group => dataset.FieldNamed(group.Name) is not null))
        {
            if (!catalogue.CodesOf(dataset, group.Name).TryRead(group.Value, out var code))
            {
                return null;
            }

            codes.Add(new(group.Name, code));
        }

        return codes;
    }
}
