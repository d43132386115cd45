using System.Text;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;
using Candour.Kernel;
using Candour.Store;

namespace Candour.Intake;

/// <summary>
/// Gives a file back to its sender with a column that says, row by row, what is wrong. Only columns that the mapping declares are
/// given back; what a spreadsheet would execute is made inert. It is written whole, where the sender says, and nowhere else.
/// </summary>
public static class Returning
{
    /// <summary>The name of the added column.</summary>
    public const string Column = "candour_errors";

    /// <summary>Reads the file again and writes it with its findings.</summary>
    public static Result<long> Write(CheckedFile file, CheckWishes wishes, string path)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(wishes);
        var said = file.Findings.Where(finding => finding.Line > 0 && finding.Severity != Severity.Note)
            .GroupBy(finding => finding.Line)
            .ToDictionary(
                row => row.Key,
                row => string.Join(" | ", row.Select(finding => $"{finding.Code}{(finding.Column.Length > 0 ? $" ({finding.Column})" : "")}: {finding.Message}")));
        var encoding = wishes.Encoding.Length > 0 ? wishes.Encoding : file.Mapping.Encoding;
        var names = Header.NamesOf(file.Mapping).Where(name => name.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var text = new StringBuilder();
        var sink = new Lines(text, said, file.Mapping);
        return wishes.Reader(file.File, new ReadingWishes(file.Mapping.Delimiter, encoding, names), sink).Then<long>(_ =>
        {
            WholeFile.Write(path, Encoding.UTF8.GetBytes(text.ToString()));
            return sink.Rows;
        });
    }

    /// <summary>One cell as CSV: quoted where it must be, and inert in a spreadsheet.</summary>
    public static string Inert(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private sealed class Lines(StringBuilder text, Dictionary<long, string> said, Definitions.Mapping mapping) : IRecordSink
    {
        private List<int>? declared;

        public long Rows { get; private set; }

        public void Begin(SourceForm form)
        {
        }

        public void BeginSheet(SheetHeading heading) => declared = null;

        public void Take(SourceRecord record)
        {
            var names = record.Cells.Select(cell => cell.Text).ToList();
            if (declared is null)
            {
                var (named, of) = Header.Score(names, mapping);
                if (named > 0 && named * 2 >= of)
                {
                    declared = [.. Enumerable.Range(0, names.Count).Where(index => Header.Declares(mapping, Header.Plain(names[index])))];
                    Add(names, Column);
                }

                return;
            }

            if (!record.IsBlank)
            {
                Rows++;
                Add(names, said.GetValueOrDefault(record.Line, ""));
            }
        }

        public void EndSheet(IReadOnlyList<Finding> findings)
        {
        }

        private void Add(List<string> cells, string last) => text.AppendJoin(',', declared!.Select(index => Inert(index < cells.Count ? cells[index] : "")))
            .Append(',').Append(Inert(last)).Append("\r\n");
    }
}
