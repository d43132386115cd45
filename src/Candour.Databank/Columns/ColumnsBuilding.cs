using System.Globalization;
using Candour.Definitions;
using Candour.Intake.Mapped;

namespace Candour.Databank.Columns;

/// <summary>Encodes rows as they come, file after file, so that no more than one file is held as texts.</summary>
public sealed class ColumnsBuilding
{
    private readonly Dataset dataset;
    private readonly int[] fields;
    private readonly GrowingColumn[] columns;
    private readonly Dictionary<string, int>[] known;

    /// <summary>No rows yet.</summary>
    /// <param name="dataset">What one row is.</param>
    /// <param name="fields">The fields that are asked for; the others are left out. The field of the area is always there.</param>
    public ColumnsBuilding(Dataset dataset, IReadOnlySet<string> fields)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(fields);
        this.dataset = dataset;
        this.fields =
        [
            .. Enumerable.Range(0, dataset.Fields.Count)
                .Where(at => fields.Contains(dataset.Fields[at].Id) || dataset.Fields[at].Id == dataset.AreaField.Id),
        ];
        columns = [.. this.fields.Select(_ => new GrowingColumn())];
        known = [.. this.fields.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal) { [""] = 0 })];
    }

    public void Add(IReadOnlyList<MappedRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Parallel.For(0, fields.Length, at => Add(at, rows));
    }

    /// <summary>The columns, in the order of areas and identifiers. What was built on is given up.</summary>
    /// <param name="sortedBy">The identifier whose rows are put together within an area; empty for none.</param>
    public EncodedColumns Finish(string sortedBy)
    {
        var whole = new Dictionary<string, EncodedColumn>();
        var order = RowOrder.ByArea(Of(dataset.AreaField.Id).Codes);
        if (sortedBy.Length > 0)
        {
            order.SortWithin(Of(sortedBy).Codes);
        }

        // One after the other, so that no more than one lies there in two orders.
        foreach (var field in fields.Select(at => dataset.Fields[at].Id))
        {
            var column = Of(field);
            whole[field] = column with { Codes = column.Codes.Ordered(order.Rows) };
        }

        return new EncodedColumns(dataset, whole, order.Starts);

        EncodedColumn Of(string field)
        {
            if (!whole.TryGetValue(field, out var column))
            {
                whole[field] = column = Column(Array.IndexOf(fields, dataset.IndexOf(field)));
            }

            return column;
        }
    }

    private EncodedColumn Column(int at)
    {
        var (type, growing, texts) = (dataset.Fields[fields[at]].Type, columns[at], known[at]);
        known[at] = [];
        if (type == FieldType.Date)
        {
            var first = growing.Largest == 0 ? 1 : growing.Smallest;
            return EncodedColumn.OfDays(growing.Finish(first - 1, growing.Largest == 0 ? 1 : growing.Largest - first + 2), first);
        }

        return EncodedColumn.Of(type, growing.Finish(0, texts.Count), texts.Keys);
    }

    /// <summary>A date is kept as its day number, anything else as its place in the dictionary.</summary>
    private void Add(int at, IReadOnlyList<MappedRow> rows)
    {
        var (field, column, texts) = (fields[at], columns[at], known[at]);
        var isDate = dataset.Fields[field].Type == FieldType.Date;
        foreach (var row in rows)
        {
            var text = row.Values[field];
            if (!texts.TryGetValue(text, out var code))
            {
                code = isDate ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber : texts.Count;
                texts.Add(text, code);
            }

            column.Add(code);
        }
    }
}
