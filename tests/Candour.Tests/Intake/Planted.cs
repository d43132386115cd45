using System.Text;

namespace Candour.Tests.Intake;

/// <summary>
/// Invented values that nobody could mistake, planted in files: a name, a telephone number of the range kept for stories, an
/// address of electronic mail of a domain kept for examples, and a number of the form of a national insurance number.
/// </summary>
internal static class Planted
{
    private static readonly string[] Values = ["Wilhelmina Plantedson", "07700900123", "plantedson@example.org", "QQ123456C"];

    private static readonly string[] Marks = ["Plantedson", "07700900123", "QQ123456C"];

    /// <summary>Each text file of the corpus that has a row, with more rows: its first, once for each column and value, with the value in that column.</summary>
    public static IEnumerable<(string Name, string Text)> Files(string corpus)
    {
        var month = 0;
        foreach (var path in Directory.EnumerateFiles(corpus, "*.csv").Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(path);
            var lines = bytes.AsSpan().IndexOf((byte)0) >= 0 || bytes.Length > 1_000_000 ? [] : Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
            if (Path.GetFileName(path) == "index.csv" || lines.Length < 2)
            {
                continue;
            }

            var delimiter = lines[0].Contains(';', StringComparison.Ordinal) ? ';' : ',';
            var cells = lines[1].Split(delimiter);
            var rows = Enumerable.Range(0, cells.Length).SelectMany(column => Values.Select(value => string.Join(
                delimiter, cells.Select((cell, at) => at == column ? value : at == 0 ? $"C{month:00}{column:00}{Array.IndexOf(Values, value)}" : cell))));
            yield return ($"{Path.GetFileNameWithoutExtension(path)}.csv", string.Join('\n', lines.Concat(rows)).Replace("2024-", $"{1990 + month++}-", StringComparison.Ordinal) + "\n");
        }
    }

    /// <summary>The cells of a right row of the mapping <c>case-extract</c>, of a month such as 2023-01.</summary>
    public static string[] RightRow(string month) =>
    [
        "C9", "S1", "V1", "A01", "U11", "19C", $"{month}-09", $"{month}-20", "", "", "14", "F", "W1", "34", "N", "EXPARTNER", "Y",
    ];

    /// <summary>A right row, once for each of its columns and each value, with the value in that column; each row is a case of its own.</summary>
    /// <param name="right">The cells of the row; the first names the case.</param>
    public static IEnumerable<string[]> Rows(IReadOnlyList<string> right) => Enumerable.Range(0, right.Count).SelectMany(column => Values.Select(
        (value, which) => right.Select((cell, at) => at == column ? value : at == 0 ? $"C9{column:00}{which}" : cell).ToArray()));

    /// <summary>The first mark that stands in a text, in any case of letters; empty for none.</summary>
    public static string FoundIn(string text) => Marks.FirstOrDefault(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase)) ?? "";

    /// <summary>The same of bytes, as text of one byte or of two for a letter.</summary>
    public static string FoundIn(byte[] bytes) =>
        FoundIn(Encoding.Latin1.GetString(bytes)) is { Length: > 0 } found ? found : FoundIn(Encoding.Unicode.GetString(bytes));
}
