using System.Globalization;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Intake.Reading;
using SourceMapping = Candour.Definitions.Mapping;

namespace Candour.Intake.Mapped;

/// <summary>Turns the records of one file into rows of a dataset and findings; every bad cell is named.</summary>
internal sealed class RowMapper
{
    private readonly SourceMapping mapping;
    private readonly Dataset dataset;
    private readonly Header header;
    private readonly FieldReader reader;
    private readonly string periodOfFile;
    private readonly TotalCheck? total;
    private readonly AreaHierarchy hierarchy;
    private readonly long[] absent;
    private readonly Dictionary<string, long> keys = new(StringComparer.Ordinal);

    public RowMapper(
        SourceMapping mapping, Catalogue catalogue, Header header, Pseudonymiser pseudonymiser, string periodOfFile)
    {
        (this.mapping, this.header, this.periodOfFile) = (mapping, header, periodOfFile);
        dataset = catalogue.Datasets[mapping.Dataset];
        hierarchy = catalogue.HierarchyOf(dataset);
        reader = new FieldReader(mapping, catalogue, pseudonymiser);
        total = mapping.Total is { } rule ? new TotalCheck(rule.Value) : null;
        absent = new long[dataset.Fields.Count];
    }

    public List<MappedRow> Rows { get; } = [];

    public List<Finding> Findings { get; } = [];

    /// <summary>Records of the file that are rows (no header, no blank line, no total).</summary>
    public long Read { get; private set; }

    public long NotAccepted { get; private set; }

    public void Take(CsvRecord record)
    {
        if (record.IsBlank)
        {
            return;
        }

        if (record.Cells.Count != header.Names.Count)
        {
            Read++;
            NotAccepted++;
            Findings.Add(FieldReader.Error(
                "ragged-row", record.Line, "", "",
                $"This row has {record.Cells.Count} of {header.Names.Count} columns: the file is cut short, or a separator is missing."));
            return;
        }

        if (mapping.Total is { } rule && record.Cells[header.Position(rule.Column)].Trim() == rule.Value)
        {
            TakeTotal(record);
            return;
        }

        Read++;
        var before = Findings.Count;
        foreach (var (index, value) in header.MustBe.Where(must => record.Cells[must.Key] != must.Value))
        {
            Findings.Add(FieldReader.Error(
                "label-missing", record.Line, header.Names[index], "", $"Every row must say {value} here, and this one does not."));
        }

        var values = new string[dataset.Fields.Count];
        Array.Fill(values, "");
        foreach (var (field, index) in header.Cells)
        {
            Set(values, field, record.Cells[index], record.Line, header.Names[index]);
        }

        SetPeriod(values, record);
        var added = header.Wide.Count == 0 ? [values] : Widened(values, record);
        if (Findings.Skip(before).Any(finding => finding.Severity == Severity.Error))
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

    /// <summary>What can only be said when the whole file was read.</summary>
    public void Finish()
    {
        Findings.AddRange(total?.Findings() ?? []);
        if (Rows.Count > 0 && NotAccepted == 0)
        {
            Findings.AddRange(mapping.Complete.SelectMany(rule => CompleteCheck.Findings(rule, dataset, hierarchy, Rows)));
        }

        if (header.Dropped > 0)
        {
            Findings.Add(new Finding(
                "undeclared-column", Severity.Warning, 1, "", "",
                $"{header.Dropped} column(s) that the mapping does not declare were dropped unread.", header.Dropped));
        }

        for (var i = 0; i < absent.Length; i++)
        {
            if (absent[i] > 0)
            {
                Findings.Add(new Finding(
                    "count-absent", Severity.Note, 0, dataset.Fields[i].Id, "",
                    $"'{dataset.Fields[i].Title}' is not stated on {absent[i]} rows; absent is not zero, and these rows do not count on that basis.",
                    absent[i]));
            }
        }
    }

    /// <summary>False when the row has the key of an earlier one.</summary>
    private bool Keep(long line, string[] row)
    {
        var key = string.Join('\u001F', dataset.Key.Select(field => row[dataset.IndexOf(field)]));
        if (keys.TryGetValue(key, out var first))
        {
            // A wide record repeats all of its rows at once; one finding a record says it.
            if (Findings.Count == 0 || Findings[^1].Line != line || Findings[^1].Code != "duplicate-row")
            {
                Findings.Add(FieldReader.Error(
                    "duplicate-row", line, "", "",
                    $"This row has the same {string.Join(", ", dataset.Key)} as the row on line {first}: only one can be right."));
            }

            return false;
        }

        keys.Add(key, line);
        for (var i = 0; i < row.Length; i++)
        {
            absent[i] += dataset.Fields[i].Type == FieldType.Count && row[i].Length == 0 ? 1 : 0;
        }

        Rows.Add(new MappedRow(line, row));
        return true;
    }

    private List<string[]> Widened(string[] shared, CsvRecord record)
    {
        var rows = new List<string[]>(header.Wide.Count);
        foreach (var cell in header.Wide)
        {
            var row = (string[])shared.Clone();
            foreach (var (field, code) in cell.Codes)
            {
                row[dataset.IndexOf(field)] = code;
            }

            Set(row, cell.Value, record.Cells[cell.Index], record.Line, cell.Name);
            total?.Part(cell.Name, row[dataset.IndexOf(cell.Value)]);
            rows.Add(row);
        }

        return rows;
    }

    private void TakeTotal(CsvRecord record)
    {
        var values = new string[dataset.Fields.Count];
        total!.Total(record.Line, header.Wide.Select(cell =>
        {
            Set(values, cell.Value, record.Cells[cell.Index], record.Line, cell.Name);
            return KeyValuePair.Create(cell.Name, values[dataset.IndexOf(cell.Value)]);
        }).ToList());
    }

    private void Set(string[] values, string fieldId, string cell, long line, string column)
    {
        var index = dataset.IndexOf(fieldId);
        var (value, finding) = reader.Read(dataset.Fields[index], cell, line, column);
        values[index] = value;
        if (finding is not null)
        {
            Findings.Add(finding);
        }
    }

    private void SetPeriod(string[] values, CsvRecord record)
    {
        if (mapping.Period is not { } rule)
        {
            return;
        }

        var index = dataset.IndexOf(rule.Field);
        if (periodOfFile.Length > 0)
        {
            values[index] = periodOfFile;
            return;
        }

        var year = record.Cells[header.Position(rule.FinancialYear)].Trim();
        var quarter = record.Cells[header.Position(rule.FinancialQuarter)].Trim();
        if (Period.TryParse(string.Create(CultureInfo.InvariantCulture, $"{year}-Q{quarter}"), out var period)
            && period.Months == dataset.Months && year.Contains('/', StringComparison.Ordinal))
        {
            values[index] = period.ToString();
            return;
        }

        Findings.Add(FieldReader.Error(
            "not-a-period", record.Line, rule.FinancialQuarter, quarter,
            "The financial year (like 2018/19) and quarter (1 to 4) do not name a quarter."));
    }
}
