using System.Text;
using System.Text.Json;
using Candour.Synthesis.Files;

namespace Candour.Synthesis.Planted;

/// <summary>
/// Writes a few files of the nation's first crimes with faults, as offices send them: unknown codes, impossible days, the
/// same key twice, a missing column, a row without its label, an end cut off. They lie in a folder of their own and their
/// answer key beside them, so that the nation itself can be imported whole.
/// </summary>
public static class MessyFiles
{
    public const string FolderName = "messy";

    private const int RowsOfEach = 60;

    /// <param name="directory">Where a nation was written.</param>
    /// <exception cref="IOException">The nation is not there, or the files could not be written.</exception>
    public static IReadOnlyList<MessyFile> Write(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        var folder = Path.Combine(directory, FolderName);
        Directory.CreateDirectory(folder);
        var clean = File.ReadLines(Path.Combine(directory, SyntheticNation.CrimesFile)).Take(1 + RowsOfEach)
            .Select(line => line.Split(',')).ToList();
        MessyFile[] files =
        [
            Change(folder, clean, "unknown-codes", "a code that is in no list", "outcome", "99", 12, 31),
            Change(folder, clean, "unknown-offence", "an offence code that is in no list", "offence", "19Z", 7),
            Change(folder, clean, "impossible-days", "a day that does not exist", "recorded_date", "2025-02-30", 5, 23),
            Change(folder, clean, "days-in-words", "a day written in another way", "reported_date", "1 March 2024", 9),
            Change(folder, clean, "without-label", "a row that does not say that it is synthetic", "label", "REAL", 18),
            Change(folder, clean, "without-key", "a row without its reference", "crime", "", 14),
            SameKeyTwice(folder, clean),
            WithoutColumn(folder, clean),
            ShortRow(folder, clean),
            CutShort(folder, clean),
        ];
        File.WriteAllText(Path.Combine(folder, SyntheticNation.AnswerKeyFile), Key(files), new UTF8Encoding(false));
        return files;
    }

    private static MessyFile Change(
        string folder, List<string[]> clean, string name, string fault, string column, string value, params int[] lines)
    {
        var at = Array.IndexOf(clean[0], column);
        var rows = clean.Select(row => (string[])row.Clone()).ToList();
        foreach (var line in lines.Where(line => line <= rows.Count))
        {
            rows[line - 1][at] = value;
        }

        return Save(folder, rows, new(name + ".csv", fault, column, lines));
    }

    private static MessyFile SameKeyTwice(string folder, List<string[]> clean)
    {
        var rows = clean.ToList();
        rows.Add(rows[Math.Min(3, rows.Count - 1)]);
        return Save(folder, rows, new("same-key-twice.csv", "the same reference in two rows", "crime", [4, rows.Count]));
    }

    private static MessyFile WithoutColumn(string folder, List<string[]> clean)
    {
        var at = Array.IndexOf(clean[0], "outcome");
        var rows = clean.Select(row => row.Where((_, i) => i != at).ToArray()).ToList();
        return Save(folder, rows, new("without-column.csv", "a column is missing", "outcome", [1]));
    }

    private static MessyFile ShortRow(string folder, List<string[]> clean)
    {
        var rows = clean.ToList();
        rows[^1] = rows[^1][..10];
        return Save(folder, rows, new("short-row.csv", "a row with fewer values than columns", "", [rows.Count]));
    }

    private static MessyFile CutShort(string folder, List<string[]> clean) =>
        Save(folder, clean, new("cut-short.csv", "the last line has no end", "", [clean.Count]), end: "");

    private static MessyFile Save(string folder, IEnumerable<string[]> rows, MessyFile file, string end = "\n")
    {
        var text = string.Join('\n', rows.Select(row => string.Join(',', row))) + end;
        File.WriteAllText(Path.Combine(folder, file.Name), text, new UTF8Encoding(false));
        return file;
    }

    private static string Key(MessyFile[] files)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("label", SyntheticNation.Label);
            json.WriteString("notice", SyntheticManifest.Notice);
            json.WriteStartArray("files");
            foreach (var file in files)
            {
                json.WriteStartObject();
                json.WriteString("name", file.Name);
                json.WriteString("fault", file.Fault);
                json.WriteString("column", file.Column);
                json.WriteStartArray("lines");
                foreach (var line in file.Lines)
                {
                    json.WriteNumberValue(line);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
