using System.Text.RegularExpressions;
using Candour.Definitions;
using Candour.Kernel;
using SourceMapping = Candour.Definitions.Mapping;

namespace Candour.Intake.Mapped;

/// <summary>The header does not have what the mapping needs.</summary>
public sealed record ColumnsAreMissing(string File, string Mapping, IReadOnlyList<string> Columns) : Refusal(
    $"The file {File} does not have the columns of '{Mapping}': "
    + $"{string.Join(", ", Columns.Take(5))}{(Columns.Count > 5 ? $" and {Columns.Count - 5} more" : "")} "
    + $"{(Columns.Count == 1 ? "is" : "are")} missing from its first line. Choose the mapping that belongs to it, or ask the sender for the right file.");

/// <summary>Two columns of the header have the same name.</summary>
public sealed record ColumnStandsTwice(string File, string Column) : Refusal(
    $"The file {File} has the column '{Column}' twice, so nobody can tell which one is meant: ask the sender.");

/// <summary>A wide header names a code that the code list does not have.</summary>
public sealed record WideColumnIsUnknown(string File, string Header) : Refusal(
    $"The file {File} has a column like '{Header}' whose codes are in no code list: add a synonym to the code list.");

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
/// <param name="Dropped">How many columns were declared nowhere and are dropped at the door.</param>
public sealed record Header(
    IReadOnlyList<string> Names,
    IReadOnlyDictionary<string, int> Cells,
    IReadOnlyList<WideCell> Wide,
    IReadOnlyList<KeyValuePair<int, string>> MustBe,
    int Dropped)
{
    /// <summary>Where a column that the mapping declares stands in a record.</summary>
    public int Position(string column)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (Names[i].Trim() == column)
            {
                return i;
            }
        }

        throw new ArgumentException("The header was matched without this column.", nameof(column));
    }

    /// <summary>Matches a header with a mapping.</summary>
    public static Result<Header> Match(
        IReadOnlyList<string> names, SourceMapping mapping, Catalogue catalogue, string file)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(catalogue);
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
        {
            if (!positions.TryAdd(names[i].Trim(), i) && Declares(mapping, names[i].Trim()))
            {
                return new ColumnStandsTwice(file, names[i].Trim());
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
                    return new WideColumnIsUnknown(file, rule.Header);
                }

                wide.Add(new WideCell(index, name, codes, rule.Value));
            }
        }

        if (missing.Count > 0)
        {
            return new ColumnsAreMissing(file, mapping.Id, missing);
        }

        used.UnionWith(Needed(mapping).Select(column => positions[column]));
        return new Header(
            names,
            mapping.Columns.Where(rule => rule.Field.Length > 0).ToDictionary(rule => rule.Field, rule => positions[rule.Column]),
            [.. wide.OrderBy(cell => cell.Index)],
            [.. mapping.Columns.Where(rule => rule.MustBe.Length > 0)
                .Select(rule => KeyValuePair.Create(positions[rule.Column], rule.MustBe))],
            names.Count - used.Count);
    }

    private static IEnumerable<string> Needed(SourceMapping mapping) =>
        mapping.Columns.Select(rule => rule.Column)
            .Concat(mapping.Period is { FinancialYear.Length: > 0 } period
                ? [period.FinancialYear, period.FinancialQuarter] : [])
            .Concat(mapping.Total is { } total ? [total.Column] : [])
            .Distinct();

    private static bool Declares(SourceMapping mapping, string name) =>
        Needed(mapping).Contains(name) || mapping.Wide.Any(rule => Expression(rule.Header).IsMatch(name));

    private static Regex Expression(string header) => new(
        "^" + Regex.Replace(Regex.Escape(header), @"\\\{(?<field>\w+)}", "(?<${field}>.+)") + "$",
        RegexOptions.CultureInvariant);

    private static List<KeyValuePair<string, string>>? Codes(Match match, SourceMapping mapping, Catalogue catalogue)
    {
        var dataset = catalogue.Datasets[mapping.Dataset];
        var codes = new List<KeyValuePair<string, string>>();
        foreach (var group in match.Groups.Values.Where(group => dataset.FieldNamed(group.Name) is not null))
        {
            if (!catalogue.CodesOf(dataset, group.Name).TryFind(group.Value, out var code))
            {
                return null;
            }

            codes.Add(new(group.Name, code));
        }

        return codes;
    }
}
