using System.Globalization;
using Candour.Kernel;
using Parquet;
using Parquet.Schema;

namespace Candour.Intake.Reading;

/// <summary>The Parquet file is broken.</summary>
public sealed record ParquetCorrupt(string File) : FileRefusal(
    $"The file {File} is a broken Parquet file: nothing of it was taken. Ask the sender for it again.");

/// <summary>A column of the Parquet file holds lists or records.</summary>
public sealed record ParquetNested(string File, string Name) : FileRefusal(
    $"The file {File} has a column that holds lists or records: export it with one value in each cell.", 1, Name);

/// <summary>
/// Reads a flat Parquet file, row group by row group. Its numbers, days and truth values are said as what they are; the header
/// is row 1 and the first record row 2, as in a sheet.
/// </summary>
internal static class ParquetReading
{
    private const int MostGroups = 10_000;
    private const int MostRowsOfAGroup = 2_000_000;

    public static Result<long> Read(string name, Stream content, IRecordSink sink)
    {
        try
        {
            return HasWholeFooter(content) ? ReadAsync(name, content, sink).GetAwaiter().GetResult() : new ParquetCorrupt(name);
        }
#pragma warning disable CA1031 // Whatever the library throws over bytes it cannot read means that they are broken.
        catch (Exception)
#pragma warning restore CA1031
        {
            return new ParquetCorrupt(name);
        }
    }

    private static async Task<Result<long>> ReadAsync(string name, Stream content, IRecordSink sink)
    {
        await using var reader = await ParquetReader.CreateAsync(content, new ParquetOptions { UseDateOnlyTypeForDates = true }, leaveStreamOpen: true);
        var fields = reader.Schema.DataFields;
        if (Array.Find(fields, field => field.MaxRepetitionLevel > 0 || field.Path.Length > 1) is { } nested)
        {
            return new ParquetNested(name, nested.Path.ToString());
        }

        if (reader.Schema.Fields.Count != fields.Length || reader.RowGroupCount > MostGroups)
        {
            return new ParquetCorrupt(name);
        }

        var unpacked = reader.Metadata?.RowGroups.Sum(group => group.TotalByteSize) ?? 0;
        if (unpacked > Workbooks.ZipDirectory.NoBombBelow && unpacked > Workbooks.ZipDirectory.MostRatio * content.Length)
        {
            return new CompressionRatio(name, "it states that it unpacks to far more than it is");
        }

        sink.Begin(new SourceForm("Parquet", "", EncodingIsKnown: true, CellsAreCounted: true));
        sink.BeginSheet(new SheetHeading("", IsHidden: false));
        sink.Take(new SourceRecord(1, [.. fields.Select(field => new Cell(field.Name))]));
        var line = 1L;
        for (var g = 0; g < reader.RowGroupCount; g++)
        {
            using var group = reader.OpenRowGroupReader(g);
            if (group.RowCount is < 0 or > MostRowsOfAGroup)
            {
                return new ParquetCorrupt(name);
            }

            var columns = new Cell[fields.Length][];
            for (var i = 0; i < fields.Length; i++)
            {
                columns[i] = await ColumnAsync(group, fields[i], (int)group.RowCount);
            }

            for (var r = 0; r < (int)group.RowCount; r++)
            {
                var row = r;
                sink.Take(new SourceRecord(++line, [.. columns.Select(column => column[row])]));
            }
        }

        sink.EndSheet([]);
        return line - 1;
    }

    private static async Task<Cell[]> ColumnAsync(ParquetRowGroupReader group, DataField field, int rows)
    {
        // The library says of a column of text that it holds characters, and reads it as text.
        if (field.ClrType == typeof(string) || field.ClrType == typeof(ReadOnlyMemory<char>))
        {
            var texts = new string?[rows];
            await group.ReadAsync(field, texts.AsMemory()!);
            return Array.ConvertAll(texts, text => text is null ? Cell.Empty : new Cell(text));
        }

        return field.ClrType switch
        {
            var type when type == typeof(bool) => await ValuesAsync<bool>(group, field, rows, value => new Cell(value ? "1" : "0", CellKind.TrueOrFalse)),
            var type when type == typeof(sbyte) => await ValuesAsync<sbyte>(group, field, rows, Whole),
            var type when type == typeof(byte) => await ValuesAsync<byte>(group, field, rows, Whole),
            var type when type == typeof(short) => await ValuesAsync<short>(group, field, rows, Whole),
            var type when type == typeof(ushort) => await ValuesAsync<ushort>(group, field, rows, Whole),
            var type when type == typeof(int) => await ValuesAsync<int>(group, field, rows, Whole),
            var type when type == typeof(uint) => await ValuesAsync<uint>(group, field, rows, Whole),
            var type when type == typeof(long) => await ValuesAsync<long>(group, field, rows, Whole),
            var type when type == typeof(ulong) => await ValuesAsync<ulong>(group, field, rows, Whole),
            var type when type == typeof(float) => await ValuesAsync<float>(group, field, rows, value => Workbooks.SheetDates.Number(value.ToString("R", CultureInfo.InvariantCulture))),
            var type when type == typeof(double) => await ValuesAsync<double>(group, field, rows, value => Workbooks.SheetDates.Number(value.ToString("R", CultureInfo.InvariantCulture))),
            var type when type == typeof(decimal) => await ValuesAsync<decimal>(group, field, rows, value => new Cell((value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture), CellKind.Number)),
            var type when type == typeof(DateOnly) => await ValuesAsync<DateOnly>(group, field, rows, value => new Cell(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellKind.Date)),
            var type when type == typeof(DateTime) => await ValuesAsync<DateTime>(group, field, rows, At),
            _ => [.. Enumerable.Repeat(new Cell("?", CellKind.Fault), rows)],
        };
    }

    private static Cell Whole<T>(T value)
        where T : IFormattable => new(value.ToString("D", CultureInfo.InvariantCulture), CellKind.Number);

    private static Cell At(DateTime at) => at.TimeOfDay == TimeSpan.Zero
        ? new Cell(at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellKind.Date)
        : new Cell(at.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), CellKind.DateAndTime);

    private static async Task<Cell[]> ValuesAsync<T>(ParquetRowGroupReader group, DataField field, int rows, Func<T, Cell> cell)
        where T : struct
    {
        if (!field.IsNullable)
        {
            var values = new T[rows];
            await group.ReadAsync<T>(field, values.AsMemory());
            return Array.ConvertAll(values, value => cell(value));
        }

        var some = new T?[rows];
        await group.ReadAsync<T>(field, some.AsMemory());
        return Array.ConvertAll(some, value => value is { } known ? cell(known) : Cell.Empty);
    }

    /// <summary>The last eight bytes state how long the footer before them is.</summary>
    private static bool HasWholeFooter(Stream content)
    {
        if (content.Length < 12)
        {
            return false;
        }

        var last = new byte[8];
        content.Position = content.Length - last.Length;
        content.ReadExactly(last);
        var length = BitConverter.ToInt32(last);
        if (!last.AsSpan(4).SequenceEqual("PAR1"u8) || length <= 0 || length > content.Length - 12)
        {
            return false;
        }

        var footer = new byte[length];
        content.Position = content.Length - last.Length - length;
        content.ReadExactly(footer);
        content.Position = 0;
        return ParquetFooter.IsWhole(footer);
    }
}
