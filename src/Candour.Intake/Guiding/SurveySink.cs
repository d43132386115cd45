using Candour.Intake.Mapped;
using Candour.Intake.Reading;
using Candour.Kernel;

namespace Candour.Intake.Guiding;

/// <summary>Counts what the columns of a file look like, record by record. Keeps no record.</summary>
internal sealed class SurveySink : IRecordSink
{
    /// <summary>A header stands among the first records.</summary>
    private const int MostBefore = 25;

    private readonly List<SourceRecord> first = [];
    private SourceForm form = new("", "", EncodingIsKnown: true, CellsAreCounted: true);
    private SheetHeading sheet = new("", IsHidden: false);
    private IReadOnlyList<ColumnCount> columns = [];
    private bool isBegun;
    private long rows;

    /// <summary>The table with the most rows so far; absent while none has a header.</summary>
    public SourceSurvey? Survey { get; private set; }

    public void Begin(SourceForm form) => this.form = form;

    public void BeginSheet(SheetHeading heading)
    {
        (sheet, columns, isBegun, rows) = (heading, [], false, 0);
        first.Clear();
    }

    public void Take(SourceRecord record)
    {
        if (sheet.IsHidden || record.IsBlank)
        {
            return;
        }

        if (isBegun)
        {
            Count(record);
            return;
        }

        first.Add(record);
        if (first.Count == MostBefore)
        {
            Start();
        }
    }

    public void EndSheet(IReadOnlyList<Finding> findings)
    {
        if (!isBegun)
        {
            Start();
        }

        if (columns.Count > 0 && rows > (Survey?.Rows ?? -1))
        {
            var named = columns.GroupBy(column => column.Name, StringComparer.OrdinalIgnoreCase)
                .Where(same => same.Key.Length > 0 && same.Count() == 1).Select(same => same.Single().Counted()).ToList();
            Survey = new SourceSurvey(form, sheet.Name, rows, named, columns.Count - named.Count);
        }
    }

    /// <summary>The header is the first record that is at least half as wide as the widest.</summary>
    private void Start()
    {
        isBegun = true;
        var widest = first.Select(Filled).DefaultIfEmpty(0).Max();
        var header = first.FindIndex(record => widest > 1 && Filled(record) * 2 >= widest);
        if (header >= 0)
        {
            columns = [.. first[header].Cells.Select((cell, index) => new ColumnCount(index, Header.Plain(cell.Text)))];
            first.Skip(header + 1).ToList().ForEach(Count);
        }

        first.Clear();
    }

    private void Count(SourceRecord record)
    {
        rows++;
        for (var i = 0; i < Math.Min(columns.Count, record.Cells.Count); i++)
        {
            columns[i].Take(record.Cells[i]);
        }
    }

    private static int Filled(SourceRecord record) => record.Cells.Count(cell => !cell.IsBlank);
}
