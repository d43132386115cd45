using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;
using Candour.Kernel;

namespace Candour.Intake.Joining;

/// <summary>
/// Takes the records of a joined file: finds the table and its header, and hands its rows on. What a joined row says becomes part
/// of another row, so one that is not whole refuses the file; it can be put in no quarantine of its own.
/// </summary>
internal sealed class JoinSink(JoinRule rule, string file, JoinedTable table) : IRecordSink
{
    /// <summary>A header stands among the first records, or there is none.</summary>
    private const int MostBefore = 25;

    private readonly HashSet<string> own =
        rule.Read.Except(table.Nested.Columns, StringComparer.OrdinalIgnoreCase).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private SourceForm form = new("", "", EncodingIsKnown: true, CellsAreCounted: true);
    private Dictionary<string, int> positions = [];
    private FileRefusal? refused;
    private SourceRecord? last;
    private string lacking = "";
    private long headerLine;
    private bool isFound;
    private bool isPassedBy;
    private bool isInTable;
    private int before;
    private int width;

    public void Begin(SourceForm read)
    {
        form = read;
        refused = read.EncodingIsKnown ? refused : new JoinedEncodingUnknown(file);
    }

    public void BeginSheet(SheetHeading heading)
    {
        isPassedBy = rule.Sheet.Length > 0 ? heading.Name != rule.Sheet : heading.IsHidden;
        (isInTable, before) = (false, 0);
    }

    public void EndSheet(IReadOnlyList<Finding> findings)
    {
    }

    public void Take(SourceRecord record)
    {
        if (refused is not null || isPassedBy || record.IsBlank)
        {
            return;
        }

        last = record;
        if (isInTable)
        {
            TakeRow(record);
        }
        else
        {
            Search(record);
        }
    }

    /// <summary>The table, or why it cannot be joined.</summary>
    public Result<JoinedTable> End(bool finalNewline) =>
        refused is not null ? refused
        : !isFound && rule.Sheet.Length > 0 && lacking.Length == 0 ? new JoinedSheetMissing(file, rule.Sheet)
        : !isFound ? new JoinedColumnMissing(file, lacking, headerLine)
        : form.Kind == "text" && finalNewline && last is { Ends: false } end ? new TruncatedFile(file, "its last line has no end", end.Line)
        : table;

    private void Search(SourceRecord record)
    {
        var names = record.Cells.Select(cell => Header.Plain(cell.Text)).ToList();
        var lacked = own.FirstOrDefault(name => !names.Contains(name, StringComparer.OrdinalIgnoreCase), "");
        if (lacked.Length > 0)
        {
            (lacking, headerLine) = lacking.Length == 0 ? (lacked, record.Line) : (lacking, headerLine);
            isPassedBy = ++before >= MostBefore;
            return;
        }

        if (isFound)
        {
            refused = new JoinedSheetIsNotOne(file);
            return;
        }

        (isFound, isInTable, width) = (true, true, names.Count);
        positions = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, name) in names.Concat(table.Nested.Columns).Index())
        {
            if (!positions.TryAdd(name, index) && rule.Read.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                refused = new DuplicateColumn(file, Header.Shown(name), positions[name] + 1, index + 1, record.Line);
            }
        }

        table.Nested.Use([.. names, .. table.Nested.Columns]);
    }

    private void TakeRow(SourceRecord record)
    {
        var how = record.BrokenQuote >= 0 ? "has text behind a closing quotation mark"
            : form.CellsAreCounted && record.Cells.Count != width ? $"has {record.Cells.Count} of {width} columns"
            : own.Any(name => At(record, name).Text.Contains(TextEncoding.Undecodable, StringComparison.Ordinal)) ? "holds bytes that are no letters of its encoding"
            : "";
        if (how.Length > 0)
        {
            refused = new JoinedRowBroken(file, record.Line, how);
            return;
        }

        var whole = table.Nested.Added(record, width);
        var key = rule.There.Select(name => At(whole, name).Text.Trim()).ToList();
        if (!table.Add(key, name => At(whole, name)))
        {
            refused = new JoinIsNotOne(file, record.Line, string.Join(", ", rule.There));
        }
        else if (table.IsFull)
        {
            refused = new JoinedFileTooLarge(file, record.Line, JoinedTable.MostBytes);
        }
    }

    private Cell At(SourceRecord record, string column) =>
        positions.TryGetValue(column, out var index) && index < record.Cells.Count ? record.Cells[index] : Cell.Empty;
}
