using System.Text;
using System.Text.Json;
using Candour.Databank.Native;
using Candour.Databank.Planning;
using Candour.Kernel;

namespace Candour.Databank.Cells;

/// <summary>
/// The file that keeps the states of one area: a line of JSON that says whose they are and how they are numbered, and then
/// the numbers, each run in the fewest bytes that hold it. A cache: it can be made again from the submissions.
/// </summary>
public static class AreaFile
{
    public const string Extension = ".cells";

    /// <summary>Changes with what a plan keeps and how it is written: files of another version are made again.</summary>
    internal const int Version = 2;

    public static string PathOf(string folder, string dataset, string area) => Path.Combine(folder, $"{dataset}.{area}{Extension}");

    /// <summary>The files of one dataset in a snapshot's folder.</summary>
    public static IEnumerable<string> Of(string folder, string dataset) =>
        Directory.EnumerateFiles(folder, $"{dataset}.*{Extension}").Order(StringComparer.Ordinal);

    public static void Write(string path, AreaCells cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        stream.Write(JsonSerializer.SerializeToUtf8Bytes(new Head(
            cells.DataClass, cells.Dataset, cells.Area, [.. cells.Submissions.Select(one => one.Hex)],
            [.. cells.Covered.Select(one => one.ToString())], [.. cells.Axes.Periods.Select(one => one.ToString())],
            cells.Axes.Codes)));
        stream.WriteByte((byte)'\n');
        foreach (var basis in cells.States)
        {
            foreach (var block in basis.Counters)
            {
                PackedNumbers.Write(stream, block.Cells);
                PackedNumbers.Write(stream, block.Values);
            }

            foreach (var block in basis.Days.SelectMany(one => one))
            {
                PackedNumbers.Write(stream, block.Cells);
                PackedNumbers.Write(stream, block.Starts);
                PackedNumbers.Write(stream, block.Days);
                PackedNumbers.Write(stream, block.Events);
                PackedNumbers.Write(stream, block.Censored);
            }
        }
    }

    /// <summary>What a file says of itself, without its numbers.</summary>
    public static AreaCells ReadHead(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        return Headed(reader.ReadLine() ?? "");
    }

    /// <summary>The states of an area, made by the same plan.</summary>
    public static AreaCells Read(string path, DatasetPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var content = File.ReadAllBytes(path).AsSpan();
        var line = content.IndexOf((byte)'\n');
        var head = Headed(Encoding.UTF8.GetString(content[..Math.Max(line, 0)]));
        var rest = content[(line + 1)..];
        var states = new List<BasisStates>();
        foreach (var basis in plan.Bases)
        {
            var counters = new List<CellBlock>();
            foreach (var breakdown in basis.Breakdowns)
            {
                counters.Add(new CellBlock(
                    PackedNumbers.ReadInts(ref rest), BoundBreakdown.CountersOf(basis, breakdown), PackedNumbers.Read(ref rest)));
            }

            var days = new List<IReadOnlyList<DayBlock>>();
            foreach (var counter in basis.Days)
            {
                var blocks = new List<DayBlock>();
                for (var at = 0; at < counter.DaysBy.Count; at++)
                {
                    blocks.Add(new DayBlock(
                        PackedNumbers.ReadInts(ref rest), PackedNumbers.ReadInts(ref rest), PackedNumbers.ReadInts(ref rest),
                        PackedNumbers.ReadInts(ref rest), PackedNumbers.ReadInts(ref rest)));
                }

                days.Add(blocks);
            }

            states.Add(new BasisStates(counters, [], days, []));
        }

        return head with { States = states };
    }

    private static AreaCells Headed(string line)
    {
        var head = JsonSerializer.Deserialize<Head>(line) ?? throw new InvalidDataException("A cell file does not say whose it is.");
        return new AreaCells(
            head.Dataset, head.Area, head.DataClass,
            [.. head.Submissions.Select(one => ContentHash.TryParse(one, out var id) ? id : throw new InvalidDataException("A cell file names no submission."))],
            [.. head.Covered.Select(Parsed)],
            new CellAxes([.. head.Periods.Select(Parsed)], head.Codes), []);
    }

    private static Period Parsed(string text) => Period.TryParse(text, out var period)
        ? period : throw new InvalidDataException("A cell file holds a broken period.");

    private sealed record Head(
        string DataClass,
        string Dataset,
        string Area,
        IReadOnlyList<string> Submissions,
        IReadOnlyList<string> Covered,
        IReadOnlyList<string> Periods,
        IReadOnlyDictionary<string, IReadOnlyList<string>> Codes);
}
