using System.Globalization;
using Candour.Databank.Planning;
using Candour.Definitions;
using Candour.Intake;
using Candour.Intake.Mapped;
using Candour.Kernel;

namespace Candour.Databank.Columns;

/// <summary>One field of a dataset, encoded.</summary>
/// <param name="Codes">A small number for each row; 0 for missing.</param>
/// <param name="Values">What each number stands for, the first being the empty text; empty for a date and for an identifier.</param>
/// <param name="FirstDay">Of a date, the day number of 1; 0 otherwise.</param>
public sealed record EncodedColumn(PackedColumn Codes, IReadOnlyList<string> Values, int FirstDay)
{
    /// <summary>A column of anything but days. Which identifier it is, nobody asks of a column: only whether two are the same.</summary>
    internal static EncodedColumn Of(FieldType type, PackedColumn codes, IEnumerable<string> values) =>
        new(codes, type == FieldType.Identifier ? [] : [.. values], 0);

    /// <summary>A column of days, of which the first is 1.</summary>
    internal static EncodedColumn OfDays(PackedColumn codes, int first) => new(codes, [], first);
}

/// <summary>
/// The rows of one dataset as columns of the fewest bytes: dictionary codes and days, the rows of an area together and,
/// within it, those of one identifier. A cache of the submissions: made again whenever it is needed.
/// </summary>
public sealed class EncodedColumns
{
    private readonly IReadOnlyDictionary<string, EncodedColumn> columns;

    internal EncodedColumns(Dataset dataset, IReadOnlyDictionary<string, EncodedColumn> columns, int[] starts)
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

    public EncodedColumn this[string field] => columns.TryGetValue(field, out var column)
        ? column : throw new ArgumentException($"The field '{field}' of '{Dataset.Id}' was not encoded.", nameof(field));

    /// <summary>The columns one by one.</summary>
    public IEnumerable<PackedColumn> Columns => columns.Values.Select(column => column.Codes);

    /// <summary>How many bytes the columns take in memory, their dictionaries aside.</summary>
    public long Bytes => Columns.Sum(column => (long)column.Width * column.Count);

    /// <summary>Encodes the fields of rows that a plan asks for.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="sortedBy">The identifier whose rows are put together within an area; empty for none.</param>
    public static EncodedColumns Of(DatasetPlan plan, IReadOnlyList<MappedRow> rows, string sortedBy)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var building = new ColumnsBuilding(plan.Dataset, plan.Fields);
        building.Add(rows);
        return building.Finish(sortedBy);
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
