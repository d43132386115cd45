using System.Globalization;
using Candour.Definitions;
using Candour.Intake.Joining;
using Candour.Intake.Reading;
using Candour.Kernel;
using SourceMapping = Candour.Definitions.Mapping;

namespace Candour.Intake.Mapped;

/// <summary>Turns the records of one file into rows of a dataset and findings; every bad cell of a row is named, not only its first.</summary>
internal sealed class RowMapper
{
    private readonly SourceMapping mapping;
    private readonly Dataset dataset;
    private readonly FieldReader reader;
    private readonly TotalCheck? total;
    private readonly AreaHierarchy hierarchy;
    private readonly RowRules rules;
    private readonly RowKeys keys;
    private readonly long[] absent;
    private readonly string[] scratch;
    private readonly IReadOnlySet<string> areas;
    private readonly int areaIndex;
    private readonly Joins joins;
    private readonly RowPeriod period;
    private readonly KeyValuePair<int, string>[] always;
    private readonly Dictionary<string, TwoWayDates> twoWays = new(StringComparer.Ordinal);
    private (int Index, IReadOnlyList<string> Values)[] only = [];
    private long passedBy;
    private Header header = null!;
    private RowShape shape = null!;
    private bool rowHasError;

    public RowMapper(SourceMapping mapping, Catalogue catalogue, Pseudonymiser pseudonymiser, string periodOfFile, Joins joins, CheckWishes wishes)
    {
        (this.mapping, this.joins) = (mapping, joins);
        dataset = catalogue.Datasets[mapping.Dataset];
        hierarchy = catalogue.HierarchyOf(dataset);
        reader = new FieldReader(mapping, catalogue, pseudonymiser, wishes.DateWriting ?? mapping.Dates, wishes.Today);
        total = mapping.Total is { } rule ? new TotalCheck(rule.Value) : null;
        absent = new long[dataset.Fields.Count];
        scratch = new string[dataset.Fields.Count];
        rules = new RowRules(dataset, catalogue);
        Rows = new RowTable(dataset);
        keys = new RowKeys(dataset, Rows);
        areas = wishes.Areas;
        areaIndex = dataset.IndexOf(dataset.AreaField.Id);
        period = new RowPeriod(mapping.Period, periodOfFile, dataset.Months);
        always = [.. mapping.Always.Select(pair => KeyValuePair.Create(dataset.IndexOf(pair.Key), pair.Value))];
    }

    public RowTable Rows { get; }

    public FindingLog Findings { get; } = new();

    /// <summary>Records of the file that are rows (no header, no blank line, no total).</summary>
    public long Read { get; private set; }

    /// <summary>Rows that are not taken: with an error, or said twice.</summary>
    public long NotAccepted { get; private set; }

    /// <summary>Rows of areas that the sender may not submit, the first of them; 0 when there is none.</summary>
    public (long Line, string Column) OtherArea { get; private set; }

    /// <summary>Errors that are about the file and not about one row: such a file is never taken in part.</summary>
    public long ErrorsOfTheFile { get; private set; }

    /// <summary>The first cell whose bytes fit no character.</summary>
    public (long Line, string Column) Undecodable { get; private set; }

    /// <summary>Date columns of which every value can be read two ways: column and first line.</summary>
    public IEnumerable<(string Column, long Line)> AmbiguousDates =>
        twoWays.Where(pair => pair.Value.Count == pair.Value.Of && pair.Value.Count > 0).Select(pair => (pair.Key, pair.Value.First));

    /// <summary>How the records that follow are laid out.</summary>
    public void Use(Header matched, bool cellsCount)
    {
        (header, shape) = (matched, new RowShape(dataset, matched, cellsCount));
        joins.Use(matched.Names);
        only = [.. mapping.Only.Select(rule => (matched.Position(rule.Column), rule.Values))];
        foreach (var index in matched.Changed)
        {
            Findings.Add(new Finding(
                "COLUMN_NORMALISED", Severity.Warning, matched.Line, Header.Shown(matched.Names[index]), "",
                "The column's name was read without regard to case and blanks: the source should write it as its mapping does."));
        }

        foreach (var index in matched.Dropped.Where(index => matched.Names[index].Trim().Length > 0))
        {
            Findings.Add(new Finding(
                "UNDECLARED_COLUMN_DROPPED", Severity.Warning, matched.Line, Header.Shown(matched.Names[index]), "",
                "The mapping does not declare this column: it was dropped unread, and nothing of it is kept."));
        }
    }

    public void Take(SourceRecord record)
    {
        if (record.IsBlank && !record.Cells.Any(cell => cell.Kind == CellKind.Merged))
        {
            return;
        }

        Read++;
        if (shape.IsHeaderAgain(record))
        {
            Refuse(record.Line, "HEADER_REPEATED", "", "The header stands here a second time: two extracts were put together. The line was not taken.");
        }
        else if (record.BrokenQuote >= 0)
        {
            Refuse(
                record.Line, "QUOTE_MALFORMED", record.BrokenQuote < header.InFile ? header.Names[record.BrokenQuote] : "",
                "Text follows a closing quotation mark: put quotation marks inside a value twice.");
        }
        else if (shape.FieldCountIsWrong(record, out var said))
        {
            Refuse(record.Line, "FIELD_COUNT", "", said);
        }
        else if (IsPassedBy(record = joins.Added(record, header.InFile)))
        {
            Read--;
            passedBy++;
        }
        else if (mapping.Total is { } rule && TextAt(record, header.Position(rule.Column)).Trim() == rule.Value)
        {
            Read--;
            TakeTotal(record);
        }
        else
        {
            TakeRow(record);
        }
    }

    /// <summary>What can only be said when the whole file was read.</summary>
    public void Finish()
    {
        NotAccepted += keys.RemoveConflicts();
        AddOfTheFile(total?.Findings() ?? []);
        AddOfTheFile(joins.Findings());
        if (passedBy > 0)
        {
            Findings.Add(new Finding(
                "ROWS_PASSED_BY", Severity.Note, 0, string.Join(", ", mapping.Only.Select(rule => rule.Column)), "",
                $"{passedBy} rows are about something else than this dataset, by what the mapping says, and were not read.", passedBy));
        }

        if (Rows.Count > 0 && NotAccepted == 0)
        {
            AddOfTheFile(mapping.Complete.SelectMany(rule => CompleteCheck.Findings(rule, dataset, hierarchy, Rows)));
        }

        foreach (var (field, count) in reader.Rounded)
        {
            Findings.Add(new Finding(
                "NUMBER_ROUNDED", Severity.Note, 0, field, "",
                $"'{dataset.FieldNamed(field)!.Title}' had more decimals than are kept on {count} rows and was rounded, as the mapping says.", count));
        }

        for (var i = 0; i < absent.Length; i++)
        {
            if (absent[i] > 0)
            {
                Findings.Add(new Finding(
                    "COUNT_ABSENT", Severity.Note, 0, dataset.Fields[i].Id, "",
                    $"'{dataset.Fields[i].Title}' is not stated on {absent[i]} rows; absent is not zero, and these rows do not count on that basis.",
                    absent[i]));
            }
        }
    }

    private void AddOfTheFile(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            ErrorsOfTheFile += finding.Severity == Severity.Error ? 1 : 0;
            Findings.Add(finding);
        }
    }

    private void TakeRow(SourceRecord record)
    {
        rowHasError = false;
        foreach (var (index, value) in header.MustBe.Where(must => TextAt(record, must.Key) != must.Value))
        {
            Say(FieldReader.Error("LABEL_MISSING", record.Line, header.Names[index], "", $"Every row must say {value} here, and this one does not."));
        }

        var values = scratch;
        Array.Fill(values, "");
        foreach (var (field, index) in header.Cells)
        {
            Set(values, field, CellAt(record, index), record.Line, header.Names[index]);
        }

        foreach (var (index, code) in always)
        {
            values[index] = code;
        }

        SetPeriod(values, record);
        foreach (var finding in rules.Findings(values, record.Line, header))
        {
            Say(finding);
        }

        LookAtArea(values[areaIndex], record.Line);
        var added = mapping.Parts is { } parts ? Parted(parts, values, record) : header.Wide.Count == 0 ? [values] : Widened(values, record);
        if (rowHasError)
        {
            NotAccepted++;
            return;
        }

        var kept = true;
        foreach (var row in added)
        {
            kept &= Keep(record.Line, row);
        }

        NotAccepted += kept ? 0 : 1;
    }

    private void LookAtArea(string area, long line)
    {
        if (area.Length > 0 && areas.Count > 0 && !areas.Contains(area) && OtherArea.Line == 0)
        {
            OtherArea = (line, header.Cells.TryGetValue(dataset.AreaField.Id, out var index) ? header.Names[index] : "");
        }
    }

    /// <summary>False when the row is not kept: it stands there already.</summary>
    private bool Keep(long line, string[] row)
    {
        var (before, differs) = keys.Add(line, row);
        if (before == 0)
        {
            for (var i = 0; i < row.Length; i++)
            {
                absent[i] += dataset.Fields[i].Type == FieldType.Count && row[i].Length == 0 ? 1 : 0;
            }

            return true;
        }

        if (differs < 0 && dataset.Rows == RowKind.Case && !keys.IsInConflict(before))
        {
            Findings.Add(new Finding(
                "DUPLICATE_ROW", Severity.Warning, line, "", "", $"This row says the same as the row on line {before}: it is counted once."));
            return false;
        }

        // A wide record repeats all of its rows at once; one finding a record says it.
        if (!Findings.JustSaid(line, "CONFLICTING_KEY"))
        {
            SayConflict(before, line, differs);
            SayConflict(line, before, differs);
        }

        return false;
    }

    private void SayConflict(long line, long other, int differs)
    {
        if (keys.IsFirstSaying(line))
        {
            Findings.Add(FieldReader.Error(
                "CONFLICTING_KEY", line, differs >= 0 && header.Cells.TryGetValue(dataset.Fields[differs].Id, out var index) ? header.Names[index] : "", "",
                $"This row has the same {string.Join(", ", dataset.Key)} as the row on line {other}: only one can be right, and neither was taken."));
        }
    }

    private List<string[]> Widened(string[] shared, SourceRecord record)
    {
        var rows = new List<string[]>(header.Wide.Count);
        foreach (var cell in header.Wide)
        {
            var row = (string[])shared.Clone();
            foreach (var (field, code) in cell.Codes)
            {
                row[dataset.IndexOf(field)] = code;
            }

            Set(row, cell.Value, CellAt(record, cell.Index), record.Line, cell.Name);
            total?.Part(cell.Name, row[dataset.IndexOf(cell.Value)]);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>A row for each part; a part that is less than nothing shows that whole and part do not belong together.</summary>
    private List<string[]> Parted(PartsRule rule, string[] shared, SourceRecord record)
    {
        var rows = new List<string[]>(rule.Of.Count);
        var (code, value) = (dataset.IndexOf(rule.Field), dataset.IndexOf(rule.Value));
        foreach (var part in rule.Of)
        {
            var row = (string[])shared.Clone();
            row[code] = part.Code;
            Set(row, rule.Value, CellAt(record, header.Position(part.Column)), record.Line, part.Column);
            if (part.Minus.Length > 0)
            {
                var whole = row[value];
                Set(row, rule.Value, CellAt(record, header.Position(part.Minus)), record.Line, part.Minus);
                row[value] = Less(whole, row[value]);
                if (row[value].StartsWith('-') && !dataset.Fields[value].NegativeAllowed)
                {
                    Say(FieldReader.Error(
                        "PART_EXCEEDS_WHOLE", record.Line, part.Minus, "", $"'{part.Minus}' is more than '{part.Column}', of which it is a part: one of them is wrong."));
                }
            }

            rows.Add(row);
        }

        return rows;
    }

    private static string Less(string whole, string part) => whole.Length == 0 || part.Length == 0 ? ""
        : (long.Parse(whole, CultureInfo.InvariantCulture) - long.Parse(part, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);

    private bool IsPassedBy(SourceRecord record)
    {
        foreach (var (index, values) in only)
        {
            if (!values.Contains(TextAt(record, index).Trim()))
            {
                return true;
            }
        }

        return false;
    }

    private void TakeTotal(SourceRecord record)
    {
        var values = new string[dataset.Fields.Count];
        total!.Total(record.Line, header.Wide.Select(cell =>
        {
            Set(values, cell.Value, CellAt(record, cell.Index), record.Line, cell.Name);
            return KeyValuePair.Create(cell.Name, values[dataset.IndexOf(cell.Value)]);
        }).ToList());
    }

    private void Set(string[] values, string fieldId, Cell cell, long line, string column)
    {
        var index = dataset.IndexOf(fieldId);
        var field = dataset.Fields[index];
        if (cell.Text.Contains(TextEncoding.Undecodable, StringComparison.Ordinal) && Undecodable.Line == 0)
        {
            Undecodable = (line, Header.Shown(column));
        }

        var (value, finding) = reader.Read(field, cell, line, column);
        values[index] = value;
        if (field.Type == FieldType.Date && !cell.IsBlank)
        {
            CountTwoWays(column, line);
        }

        if (finding is not null)
        {
            Say(finding);
        }
    }

    private void CountTwoWays(string column, long line)
    {
        if (!twoWays.TryGetValue(column, out var counted))
        {
            twoWays[column] = counted = new TwoWayDates();
        }

        counted.Of++;
        if (reader.WasTwoWays)
        {
            counted.First = counted.Count++ == 0 ? line : counted.First;
        }
    }

    private void SetPeriod(string[] values, SourceRecord record)
    {
        if (mapping.Period is not { } rule)
        {
            return;
        }

        var (value, finding) = period.Read(column => TextAt(record, header.Position(column)).Trim(), record.Line);
        values[dataset.IndexOf(rule.Field)] = value;
        if (finding is not null)
        {
            Say(finding);
        }
    }

    private void Refuse(long line, string code, string column, string said)
    {
        NotAccepted++;
        Findings.Add(FieldReader.Error(code, line, column, "", said));
    }

    private void Say(Finding finding)
    {
        rowHasError |= finding.Severity == Severity.Error;
        Findings.Add(finding);
    }

    private static Cell CellAt(SourceRecord record, int index) => index < record.Cells.Count ? record.Cells[index] : Cell.Empty;

    private static string TextAt(SourceRecord record, int index) => CellAt(record, index).Text;

    private sealed class TwoWayDates
    {
        public long Of { get; set; }

        public long Count { get; set; }

        public long First { get; set; }
    }
}
