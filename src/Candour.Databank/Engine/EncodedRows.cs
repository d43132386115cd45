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
    private readonly int[][] codes;
    private readonly string[][] dictionaries;
    private readonly ConcurrentDictionary<Test, CompiledTest> compiled = [];

    private EncodedRows(Dataset dataset, int count, int[][] codes, string[][] dictionaries) =>
        (Dataset, Count, this.codes, this.dictionaries) = (dataset, count, codes, dictionaries);

    public Dataset Dataset { get; }

    public int Count { get; }

    public static EncodedRows Of(Dataset dataset, IReadOnlyList<MappedRow> rows)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(rows);
        var fields = dataset.Fields.Count;
        var codes = new int[fields][];
        var dictionaries = new string[fields][];
        for (var f = 0; f < fields; f++)
        {
            var known = new Dictionary<string, int>(StringComparer.Ordinal) { [""] = 0 };
            var column = new int[rows.Count];
            for (var r = 0; r < column.Length; r++)
            {
                var value = rows[r].Values[f];
                if (!known.TryGetValue(value, out var code))
                {
                    known.Add(value, code = known.Count);
                }

                column[r] = code;
            }

            codes[f] = column;
            dictionaries[f] = [.. known.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
        }

        return new EncodedRows(dataset, rows.Count, codes, dictionaries);
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
