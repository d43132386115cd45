using System.Collections.Concurrent;
using System.Globalization;
using Candour.Databank.Planning;
using Candour.Definitions;
using Candour.Intake;
using Candour.Intake.Mapped;
using Candour.Kernel;

namespace Candour.Databank.Engine;

/// <summary>
/// The rows of one dataset as columns of small numbers: every value an index into its field's dictionary, 0 for missing.
/// A cache of the submissions, made again whenever it is needed.
/// </summary>
public sealed class EncodedRows
{
    private readonly long[] lines;
    private readonly int[][] codes;
    private readonly string[][] dictionaries;
    private readonly ConcurrentDictionary<Test, CompiledTest> compiled = [];

    private EncodedRows(Dataset dataset, long[] lines, int[][] codes, string[][] dictionaries) =>
        (Dataset, this.lines, this.codes, this.dictionaries) = (dataset, lines, codes, dictionaries);

    public Dataset Dataset { get; }

    public int Count => lines.Length;

    public static EncodedRows Of(Dataset dataset, IReadOnlyList<MappedRow> rows) => Of(dataset, [rows]);

    /// <summary>Encodes rows as they come, so that no more than one piece of them is held as texts.</summary>
    public static EncodedRows Of(Dataset dataset, IEnumerable<IReadOnlyList<MappedRow>> pieces)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(pieces);
        var known = dataset.Fields.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal) { [""] = 0 }).ToArray();
        var codes = dataset.Fields.Select(_ => new List<int>()).ToArray();
        var lines = new List<long>();
        foreach (var piece in pieces)
        {
            Parallel.For(0, codes.Length, field => Add(piece, field, known[field], codes[field]));
            lines.AddRange(piece.Select(row => row.Line));
        }

        // A dictionary that nothing is taken out of keeps the order in which it was filled.
        return new EncodedRows(dataset, [.. lines], [.. codes.Select(column => column.ToArray())], [.. known.Select(texts => texts.Keys.ToArray())]);
    }

    private static void Add(IReadOnlyList<MappedRow> rows, int field, Dictionary<string, int> known, List<int> column)
    {
        column.EnsureCapacity(column.Count + rows.Count);
        foreach (var row in rows)
        {
            var value = row.Values[field];
            if (!known.TryGetValue(value, out var code))
            {
                known.Add(value, code = known.Count);
            }

            column.Add(code);
        }
    }

    /// <summary>One row as it came, spelled out.</summary>
    public MappedRow Row(int row)
    {
        var values = new string[codes.Length];
        for (var field = 0; field < values.Length; field++)
        {
            values[field] = dictionaries[field][codes[field][row]];
        }

        return new MappedRow(lines[row], values);
    }

    public ReadOnlySpan<int> Column(string field) => codes[IndexOf(field)];

    /// <summary>The same column for the engine, which keeps it.</summary>
    internal int[] Codes(string field) => codes[IndexOf(field)];

    /// <summary>A test compiled once for these rows; several measures ask the same.</summary>
    internal CompiledTest Compiled(Test test, Func<CompiledTest> compile) => compiled.GetOrAdd(test, _ => compile());

    /// <summary>The numbers of a number field by their number, each as a whole number of its smallest decimal; 0 for
    /// missing, so check the code first.</summary>
    public long[] Numbers(string field)
    {
        var decimals = Dataset.FieldNamed(field)!.Decimals;
        return
        [
            .. Dictionary(field).Select(text => text.Length == 0 ? 0
                : FixedNumber.TryParse(text, decimals, out var scaled) ? scaled
                : throw new InvalidOperationException($"'{field}' of '{Dataset.Id}' holds what is no number.")),
        ];
    }

    /// <summary>The values of a field by their number; the first is the empty text for missing.</summary>
    public IReadOnlyList<string> Dictionary(string field) => dictionaries[IndexOf(field)];

    /// <summary>The days of a date field by their number; 0 for missing, so check the code first.</summary>
    public int[] Days(string field) =>
        [.. Dictionary(field).Select(text => text.Length == 0 ? 0 : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber)];

    /// <summary>The counts of a count field by their number; 0 for missing, so check the code first.</summary>
    public long[] Counts(string field) =>
        [.. Dictionary(field).Select(text => text.Length == 0 ? 0 : long.Parse(text, CultureInfo.InvariantCulture))];

    /// <summary>The shortest period of each value of a period or date field; none for missing.</summary>
    public IReadOnlyList<Period?> PeriodsOf(string field) =>
        [.. Dictionary(field).Select(text => text.Length == 0 ? (Period?)null : Periods.Of(text, Dataset))];

    private int IndexOf(string field) => Dataset.IndexOf(field) is var index and >= 0
        ? index
        : throw new ArgumentException($"The dataset '{Dataset.Id}' has no field '{field}'.", nameof(field));
}
