using System.Globalization;
using System.IO.Compression;
using Candour.Intake.Submitting;
using Candour.Kernel;
using Candour.Store;
using Parquet;
using Parquet.Schema;

namespace Candour.Databank.Cells;

/// <summary>The Parquet file that keeps one cell table. A cache: it can be made again from the submissions.</summary>
internal static class CellFile
{
    private static readonly DataField<string> Area = new("area");
    private static readonly DataField<string> PeriodText = new("period");
    private static readonly DataField<string> Breakdown = new("breakdown");
    private static readonly DataField<string> Code = new("code");
    private static readonly DataField<string> Days = new("days");

    private static readonly DataField<long>[] Numbers =
    [
        new("numerator"), new("denominator"), new("missing"), new("rows"), new("absent"),
    ];

    /// <summary>The breakdown name of a row that only says "there are data here".</summary>
    private const string CoverageMark = "#covered";

    public static async Task WriteAsync(string path, CellTable table, string dataClass, CancellationToken cancellation)
    {
        var rows = table.Covered
            .Select(c => (Key: new CellKey(c.Area, c.PeriodIndex, CoverageMark, ""), State: CellState.Zero))
            .Concat(table.Cells.Select(cell => (Key: cell.Key, State: cell.Value)))
            .OrderBy(row => row.Key.Field, StringComparer.Ordinal).ThenBy(row => row.Key.Area, StringComparer.Ordinal)
            .ThenBy(row => row.Key.PeriodIndex).ThenBy(row => row.Key.Code, StringComparer.Ordinal)
            .ToList();
        using var content = new MemoryStream();
        // The default is the smallest size, which takes half of a whole import for a tenth of the bytes.
        var options = new ParquetOptions
        {
            CompressionMethod = CompressionMethod.Zstd, CompressionLevel = CompressionLevel.Fastest,
        };
        await using (var writer = await ParquetWriter.CreateAsync(
            new ParquetSchema([Area, PeriodText, Breakdown, Code, Days, .. Numbers]), content, options,
            cancellationToken: cancellation))
        {
            writer.CustomMetadata = SubmissionFile.Label(dataClass);
            using var group = writer.CreateRowGroup();
            await group.WriteAsync(Area, rows.Select(row => row.Key.Area).ToArray());
            await group.WriteAsync(PeriodText, rows.Select(row => table.Periods[row.Key.PeriodIndex].ToString()).ToArray());
            await group.WriteAsync(Breakdown, rows.Select(row => row.Key.Field).ToArray());
            await group.WriteAsync(Code, rows.Select(row => row.Key.Code).ToArray());
            await group.WriteAsync(Days, rows.Select(row => Text(row.State.Days)).ToArray());
            foreach (var (number, index) in Numbers.Select((number, index) => (number, index)))
            {
                await group.WriteAsync<long>(
                    number, rows.Select(row => Values(row.State)[index]).ToArray().AsMemory(), cancellationToken: cancellation);
            }
        }

        WholeFile.Write(path, content.ToArray());
    }

    public static async Task<CellTable> ReadAsync(string path, CancellationToken cancellation)
    {
        await using var reader = await ParquetReader.CreateAsync(path, cancellationToken: cancellation);
        using var group = reader.OpenRowGroupReader(0);
        var count = (int)group.RowCount;
        var texts = new string[5][];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = new string[count];
            await group.ReadAsync(reader.Schema.DataFields[i], texts[i].AsMemory()!, cancellationToken: cancellation);
        }

        var numbers = new long[Numbers.Length][];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = new long[count];
            await group.ReadAsync<long>(
                reader.Schema.DataFields[texts.Length + i], numbers[i], cancellationToken: cancellation);
        }

        var periods = texts[1].Distinct().Select(Parse).Order().ToList();
        var positions = periods.Select((period, index) => (Text: period.ToString(), index)).ToDictionary(p => p.Text, p => p.index);
        var covered = new HashSet<(string Area, int PeriodIndex)>();
        var cells = new Dictionary<CellKey, CellState>(count);
        for (var r = 0; r < count; r++)
        {
            var period = positions[texts[1][r]];
            if (texts[2][r] == CoverageMark)
            {
                covered.Add((texts[0][r], period));
                continue;
            }

            cells.Add(
                new CellKey(texts[0][r], period, texts[2][r], texts[3][r]),
                new CellState(numbers[0][r], numbers[1][r], numbers[2][r], numbers[3][r], numbers[4][r], Parsed(texts[4][r])));
        }

        return new CellTable(periods, covered, cells);
    }

    private static long[] Values(CellState state) =>
        [state.Numerator, state.Denominator, state.Missing, state.Rows, state.Absent];

    private static Period Parse(string text) => Period.TryParse(text, out var period)
        ? period : throw new InvalidDataException("A cell file holds a broken period.");

    private static string Text(IReadOnlyList<DayCount> days) => string.Join(';', days.Select(day =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day},{day.Events},{day.Censored}")));

    private static List<DayCount> Parsed(string text) => text.Length == 0 ? [] :
    [
        .. text.Split(';').Select(part => part.Split(',')).Select(part => new DayCount(
            int.Parse(part[0], CultureInfo.InvariantCulture),
            long.Parse(part[1], CultureInfo.InvariantCulture),
            long.Parse(part[2], CultureInfo.InvariantCulture))),
    ];
}
