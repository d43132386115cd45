using System.Globalization;
using Candour.Definitions;
using Candour.Intake;
using Candour.Intake.Mapped;
using Candour.Kernel;

namespace Candour.Databank.Columns;

/// <summary>One field of a dataset, encoded.</summary>
/// <param name="Codes">A small number for each row; 0 for missing.</param>
/// <param name="Values">What each number stands for, the first being the empty text; empty for a date.</param>
/// <param name="FirstDay">Of a date, the day number of 1; 0 otherwise.</param>
public sealed record EncodedColumn(PackedColumn Codes, IReadOnlyList<string> Values, int FirstDay)
{
    public static EncodedColumn OfTexts(IReadOnlyList<int> codes, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(PackedColumn.Of(codes, values.Count), values, 0);
    }

    /// <summary>Of day numbers, 0 for missing.</summary>
    public static EncodedColumn OfDays(IReadOnlyList<int> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var (first, last) = (int.MaxValue, 0);
        foreach (var day in days)
        {
            first = day > 0 ? Math.Min(first, day) : first;
            last = Math.Max(last, day);
        }

        first = last == 0 ? 1 : first;
        var codes = new int[days.Count];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = days[row] == 0 ? 0 : days[row] - first + 1;
        }

        return new EncodedColumn(PackedColumn.Of(codes, last == 0 ? 1 : last - first + 2), [], first);
    }
}

/// <summary>
/// The rows of one dataset as columns of the fewest bytes: dictionary codes and days, the rows of an area together and,
/// within it, those of one identifier. A cache of the submissions: made again whenever it is needed.
/// </summary>
public sealed class EncodedColumns
{
    private readonly EncodedColumn[] columns;

    private EncodedColumns(Dataset dataset, EncodedColumn[] columns, int[] starts)
    {
        (Dataset, this.columns, Starts) = (dataset, columns, starts);
        Count = starts[^1];
    }

    public Dataset Dataset { get; }

    public int Count { get; }

    /// <summary>For each number of the area field where its rows begin, and at the end how many rows there are.</summary>
    public IReadOnlyList<int> Starts { get; }

    /// <summary>The areas by their number; the first is missing and has no rows where the field is required.</summary>
    public IReadOnlyList<string> Areas => this[Dataset.AreaField.Id].Values;

    public EncodedColumn this[string field] => Dataset.IndexOf(field) is var index and >= 0
        ? columns[index] : throw new ArgumentException($"The dataset '{Dataset.Id}' has no field '{field}'.", nameof(field));

    /// <summary>How many bytes the columns take in memory, their dictionaries aside.</summary>
    public long Bytes => columns.Sum(column => (long)column.Codes.Width * column.Codes.Count);

    /// <summary>Encodes rows.</summary>
    /// <param name="dataset">What one row is.</param>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="sortedBy">The identifier whose rows are put together within an area; empty for none.</param>
    public static EncodedColumns Of(Dataset dataset, IReadOnlyList<MappedRow> rows, string sortedBy)
    {
        var building = new ColumnsBuilding(dataset);
        building.Add(rows);
        return building.Finish(sortedBy);
    }

    /// <summary>Puts encoded columns, in the order of the dataset's fields, into the order of areas and identifiers.</summary>
    public static EncodedColumns Of(Dataset dataset, IReadOnlyList<EncodedColumn> columns, string sortedBy)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(columns);
        var areas = columns[dataset.IndexOf(dataset.AreaField.Id)].Codes;
        var starts = new int[areas.Codes + 1];
        var areaOf = new int[areas.Count];
        areas.Copy(0, areaOf);
        foreach (var area in areaOf)
        {
            starts[area + 1]++;
        }

        for (var area = 0; area < areas.Codes; area++)
        {
            starts[area + 1] += starts[area];
        }

        var next = starts.ToArray();
        var order = new int[areaOf.Length];
        for (var row = 0; row < areaOf.Length; row++)
        {
            order[next[areaOf[row]]++] = row;
        }

        if (sortedBy.Length > 0)
        {
            var identifiers = new int[order.Length];
            columns[dataset.IndexOf(sortedBy)].Codes.Ordered(order).Copy(0, identifiers);
            Parallel.For(0, areas.Codes, area => Array.Sort(identifiers, order, starts[area], starts[area + 1] - starts[area]));
        }

        var moved = new EncodedColumn[columns.Count];
        Parallel.For(0, moved.Length, at => moved[at] = columns[at] with { Codes = columns[at].Codes.Ordered(order) });
        return new EncodedColumns(dataset, moved, starts);
    }

    /// <summary>The numbers of a count or number field by their code, as whole numbers of the smallest decimal.</summary>
    internal long[] Numbers(string field)
    {
        var of = Dataset.FieldNamed(field)!;
        return
        [
            .. this[field].Values.Select(text => text.Length == 0 ? 0
                : of.Type == FieldType.Count ? long.Parse(text, CultureInfo.InvariantCulture)
                : FixedNumber.TryParse(text, of.Decimals, out var scaled) ? scaled
                : throw new InvalidOperationException($"'{field}' of '{Dataset.Id}' holds what is no number.")),
        ];
    }

    /// <summary>For each code of a date or period field the position of its shortest period; -1 for none.</summary>
    internal int[] Positions(string field, IReadOnlyList<Period> periods)
    {
        var positions = periods.Select((period, index) => (period, index)).ToDictionary(pair => pair.period, pair => pair.index);
        var column = this[field];
        return Dataset.FieldNamed(field)!.Type == FieldType.Date
            ? [-1, .. Enumerable.Range(column.FirstDay, column.Codes.Codes - 1).Select(day => positions.GetValueOrDefault(Shortest(day), -1))]
            : [.. column.Values.Select(text => text.Length == 0 ? -1 : positions.GetValueOrDefault(Periods.Of(text, Dataset), -1))];
    }

    private Period Shortest(int day)
    {
        var date = DateOnly.FromDayNumber(day);
        return Dataset.Months == 1 ? Period.MonthOf(date) : Period.CalendarQuarter(date.Year, ((date.Month - 1) / 3) + 1);
    }
}
