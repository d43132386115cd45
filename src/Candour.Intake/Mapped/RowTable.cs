using System.Collections;
using System.Globalization;
using Candour.Definitions;

namespace Candour.Intake.Mapped;

/// <summary>
/// The accepted rows of a file, column by column: a pseudonym as its 128 bits, every other value as a number into the column's
/// own list. A million rows of twenty columns take about 120 MB, where the texts themselves would take several times that.
/// A row is written out only when it is asked for.
/// </summary>
internal sealed class RowTable(Dataset dataset) : IReadOnlyList<MappedRow>
{
    private readonly IColumn[] columns =
        [.. dataset.Fields.Select(field => field.Type == FieldType.Identifier ? (IColumn)new Pseudonyms() : new Coded())];
    private readonly List<long> lines = [];

    public int Count => lines.Count;

    public MappedRow this[int index] => new(lines[index], [.. columns.Select(column => column[index])]);

    public void Add(long line, string[] values)
    {
        lines.Add(line);
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i].Add(values[i]);
        }
    }

    public long LineOf(int index) => lines[index];

    /// <summary>One value of a row, without writing out the others.</summary>
    public string Value(int index, int field) => columns[field][index];

    /// <summary>The first field in which a row differs from these values; -1 when it says the same.</summary>
    public int Difference(int index, string[] values)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i][index] != values[i])
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Takes rows out again, the others keeping their order.</summary>
    public void Remove(IReadOnlySet<int> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        foreach (var column in columns)
        {
            column.Remove(rows);
        }

        var kept = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            lines[kept] = lines[i];
            kept += rows.Contains(i) ? 0 : 1;
        }

        lines.RemoveRange(kept, lines.Count - kept);
    }

    public IEnumerator<MappedRow> GetEnumerator()
    {
        for (var i = 0; i < lines.Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private interface IColumn
    {
        string this[int index] { get; }

        void Add(string value);

        void Remove(IReadOnlySet<int> rows);
    }

    private sealed class Coded : IColumn
    {
        private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal) { [""] = 0 };
        private readonly List<string> texts = [""];
        private readonly List<int> values = [];

        public string this[int index] => texts[values[index]];

        public void Add(string value)
        {
            if (!numbers.TryGetValue(value, out var number))
            {
                number = texts.Count;
                numbers.Add(value, number);
                texts.Add(value);
            }

            values.Add(number);
        }

        public void Remove(IReadOnlySet<int> rows) => Kept(values, rows);
    }

    private sealed class Pseudonyms : IColumn
    {
        private readonly List<UInt128> values = [];
        private readonly List<bool> present = [];

        public string this[int index] => present[index] ? values[index].ToString("x32", CultureInfo.InvariantCulture) : "";

        public void Add(string value)
        {
            present.Add(value.Length > 0);
            values.Add(value.Length > 0 ? UInt128.Parse(value, NumberStyles.HexNumber, CultureInfo.InvariantCulture) : UInt128.Zero);
        }

        public void Remove(IReadOnlySet<int> rows)
        {
            Kept(values, rows);
            Kept(present, rows);
        }
    }

    private static void Kept<T>(List<T> values, IReadOnlySet<int> rows)
    {
        var kept = 0;
        for (var i = 0; i < values.Count; i++)
        {
            values[kept] = values[i];
            kept += rows.Contains(i) ? 0 : 1;
        }

        values.RemoveRange(kept, values.Count - kept);
    }
}
