using System.IO.Compression;
using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Kernel;
using Candour.Store;
using Parquet;
using Parquet.Schema;

namespace Candour.Intake.Submitting;

/// <summary>
/// The immutable Parquet file of one submission: a column <c>line</c> with the physical line in the file as it arrived,
/// and a column of text for each field of the dataset, missing values as null.
/// </summary>
public static class SubmissionFile
{
    private const string LineColumn = "line";

    /// <summary>So many rows are held as text at a time.</summary>
    private const int RowsOfAGroup = 100_000;

    public static string PathOf(string folder, ContentHash id) => Path.Combine(folder, $"{id}.parquet");

    /// <summary>Whether the file of a submission is there and has the bytes that were written.</summary>
    public static bool IsIntact(string folder, SubmissionRecord submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var path = PathOf(folder, submission.Id);
        return File.Exists(path) && ContentHash.OfFile(path) == submission.ParquetHash;
    }

    /// <summary>The areas of the lowest level that the rows of a submission are about.</summary>
    public static IReadOnlySet<string> AreasOf(string folder, ContentHash id, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var area = dataset.IndexOf(dataset.AreaField.Id);
        return ReadAsync(PathOf(folder, id), dataset, CancellationToken.None).GetAwaiter().GetResult()
            .Select(row => row.Values[area]).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Writes the file whole or not at all, and gives the hash of its bytes.</summary>
    public static async Task<ContentHash> WriteAsync(
        string path, Dataset dataset, string dataClass, IReadOnlyList<MappedRow> rows, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(rows);
        var line = new DataField<long>(LineColumn);
        var fields = dataset.Fields.Select(field => new DataField<string>(field.Id)).ToList();
        // The default is the smallest size, which takes half of a whole import for a tenth of the bytes.
        var options = new ParquetOptions
        {
            CompressionMethod = CompressionMethod.Zstd, CompressionLevel = CompressionLevel.Fastest,
        };
        var unfinished = WholeFile.Unfinished(path);
        try
        {
            await WriteUnfinishedAsync(unfinished, line, fields, options, dataClass, rows, cancellation);
        }
        catch (Exception fault)
        {
            // Cancelled, or the disk is full: nothing of it stays.
            File.Delete(unfinished);

            // So .NET calls a file that may not grow further here.
            if (fault is ArgumentOutOfRangeException { ParamName: "value" })
            {
                throw new IOException("a file of the workspace may not grow as large as it has to.", fault);
            }

            throw;
        }

        var hash = ContentHash.OfFile(unfinished);
        WholeFile.PutInPlace(unfinished, path);
        return hash;
    }

    private static async Task WriteUnfinishedAsync(
        string unfinished, DataField<long> line, List<DataField<string>> fields, ParquetOptions options, string dataClass, IReadOnlyList<MappedRow> rows,
        CancellationToken cancellation)
    {
        await using (var content = new FileStream(unfinished, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            await using (var writer = await ParquetWriter.CreateAsync(
                new ParquetSchema([line, .. fields]), content, options, cancellationToken: cancellation))
            {
                writer.CustomMetadata = Label(dataClass);
                for (var from = 0; from < rows.Count; from += RowsOfAGroup)
                {
                    await WriteGroupAsync(writer, line, fields, rows, from, cancellation);
                }
            }

            FaultPoints.Reach(FaultPoint.RowsWritten);
            content.Flush(flushToDisk: true);
            FaultPoints.Reach(FaultPoint.RowsFlushed);
        }
    }

    private static async Task WriteGroupAsync(
        ParquetWriter writer, DataField<long> line, List<DataField<string>> fields, IReadOnlyList<MappedRow> rows, int from, CancellationToken cancellation)
    {
        var count = Math.Min(RowsOfAGroup, rows.Count - from);
        var lines = new long[count];
        var columns = fields.ConvertAll(_ => new string[count]);
        for (var r = 0; r < count; r++)
        {
            var row = rows[from + r];
            lines[r] = row.Line;
            for (var i = 0; i < columns.Count; i++)
            {
                columns[i][r] = row.Values[i].Length == 0 ? null! : row.Values[i];
            }
        }

        using var group = writer.CreateRowGroup();
        await group.WriteAsync<long>(line, lines.AsMemory(), cancellationToken: cancellation);
        for (var i = 0; i < fields.Count; i++)
        {
            await group.WriteAsync(fields[i], columns[i]);
        }
    }

    /// <summary>Says inside every file of ours whether its rows are public, synthetic or confidential.</summary>
    public static Dictionary<string, string> Label(string dataClass) => new() { ["candour.data"] = dataClass };

    /// <summary>The rows of a file, missing values as empty text.</summary>
    public static async Task<IReadOnlyList<MappedRow>> ReadAsync(
        string path, Dataset dataset, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        await using var reader = await ParquetReader.CreateAsync(path, cancellationToken: cancellation);
        var rows = new List<MappedRow>();
        for (var g = 0; g < reader.RowGroupCount; g++)
        {
            using var group = reader.OpenRowGroupReader(g);
            var count = (int)group.RowCount;
            var lines = new long[count];
            await group.ReadAsync<long>(reader.Schema.DataFields[0], lines, cancellationToken: cancellation);
            var columns = new string?[dataset.Fields.Count][];
            for (var i = 0; i < columns.Length; i++)
            {
                columns[i] = new string?[count];

                // A field that the dataset gained after the file was written is missing in all of its rows.
                if (Array.Find(reader.Schema.DataFields, field => field.Name == dataset.Fields[i].Id) is { } stored)
                {
                    await group.ReadAsync(stored, columns[i].AsMemory()!, cancellationToken: cancellation);
                }
            }

            for (var r = 0; r < count; r++)
            {
                rows.Add(new MappedRow(lines[r], [.. columns.Select(column => column[r] ?? "")]));
            }
        }

        return rows;
    }
}
