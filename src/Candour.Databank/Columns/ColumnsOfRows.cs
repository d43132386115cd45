using Candour.Databank.Engine;
using Candour.Definitions;

namespace Candour.Databank.Columns;

/// <summary>Makes columns, the rows of an area together, of rows that are encoded already: no file is read for it.</summary>
internal static class ColumnsOfRows
{
    public static EncodedColumns ToColumns(this EncodedRows rows)
    {
        var dataset = rows.Dataset;
        var order = RowOrder.ByArea(Column(rows, dataset.AreaField).Codes);
        var columns = new Dictionary<string, EncodedColumn>();
        // One after the other, so that no more than one lies there in two orders.
        foreach (var field in dataset.Fields)
        {
            var column = Column(rows, field);
            columns[field.Id] = column with { Codes = column.Codes.Ordered(order.Rows) };
        }

        return new EncodedColumns(dataset, columns, order.Starts);
    }

    private static EncodedColumn Column(EncodedRows rows, Field field)
    {
        var (codes, values) = (rows.Codes(field.Id), rows.Dictionary(field.Id));
        if (field.Type != FieldType.Date)
        {
            return EncodedColumn.Of(field.Type, PackedColumn.Of(codes.Length, values.Count, [codes]), values);
        }

        var days = rows.Days(field.Id);
        var (first, last) = days.Length > 1 ? (days.Skip(1).Min(), days.Max()) : (1, 0);
        var places = Array.ConvertAll(days, day => day - first + 1);
        places[0] = 0;
        return EncodedColumn.OfDays(PackedColumn.Of(codes.Length, last - first + 2, [Array.ConvertAll(codes, code => places[code])]), first);
    }
}
