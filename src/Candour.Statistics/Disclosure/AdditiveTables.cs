namespace Candour.Statistics.Disclosure;

/// <summary>A number that may be published.</summary>
/// <param name="Id">What it is the number of: the same in every table and release that shows it.</param>
/// <param name="Count">Not negative.</param>
public sealed record TableCell(string Id, long Count);

/// <summary>An addition that anybody can make.</summary>
/// <param name="Total">The id of the sum.</param>
/// <param name="Parts">The ids of what adds up to it, each once.</param>
public sealed record TableSum(string Total, IReadOnlyList<string> Parts);

/// <summary>
/// All numbers that are, were or will be published together, and how they add up: not one table but the union of all,
/// because what one hides another may give away. A cell that stands in two tables is one cell.
/// </summary>
public sealed class AdditiveTables
{
    /// <summary>The name of rows and columns of totals in <see cref="TwoWay"/>.</summary>
    public const string Total = "*";

    private readonly Dictionary<string, int> positions;

    private AdditiveTables(
        IReadOnlyList<TableCell> cells, IReadOnlyList<TableSum> sums, Dictionary<string, int> positions) =>
        (Cells, Sums, this.positions) = (cells, sums, positions);

    /// <summary>Every cell once, in the order given.</summary>
    public IReadOnlyList<TableCell> Cells { get; }

    /// <summary>Every addition.</summary>
    public IReadOnlyList<TableSum> Sums { get; }

    /// <summary>Where in <see cref="Cells"/> the cell with this id is.</summary>
    /// <exception cref="ArgumentException">There is no such cell.</exception>
    public int PositionOf(string id) => positions.TryGetValue(id, out var position)
        ? position : throw new ArgumentException($"There is no cell {id}.", nameof(id));

    /// <summary>The cell with this id.</summary>
    /// <exception cref="ArgumentException">There is no such cell.</exception>
    public TableCell Cell(string id) => Cells[PositionOf(id)];

    /// <summary>A sum as positions with their signs: the parts less the total is 0.</summary>
    internal IEnumerable<(int Position, int Sign)> Signed(TableSum sum) =>
        sum.Parts.Select(part => (PositionOf(part), 1)).Append((PositionOf(sum.Total), -1));

    /// <summary>The union of cells and their additions.</summary>
    /// <param name="cells">A cell may be given more than once, with the same count.</param>
    /// <param name="sums">Of these cells; each must be right.</param>
    /// <exception cref="ArgumentException">A cell has two counts, a sum is wrong or has a part twice, or names a cell
    /// that is not given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static AdditiveTables Of(IEnumerable<TableCell> cells, IEnumerable<TableSum> sums)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(sums);
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        var once = new List<TableCell>();
        foreach (var cell in cells)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(cell.Count, nameof(cells));
            if (positions.TryAdd(cell.Id, once.Count))
            {
                once.Add(cell);
            }
            else if (once[positions[cell.Id]].Count != cell.Count)
            {
                throw new ArgumentException($"{cell.Id} has two counts.", nameof(cells));
            }
        }

        var tables = new AdditiveTables(once, [.. sums], positions);
        foreach (var sum in tables.Sums)
        {
            if (sum.Parts.Distinct(StringComparer.Ordinal).Count() != sum.Parts.Count
                || tables.Cell(sum.Total).Count != sum.Parts.Sum(part => tables.Cell(part).Count))
            {
                throw new ArgumentException($"{sum.Total} is not the sum of its parts.", nameof(sums));
            }
        }

        return tables;
    }

    /// <summary>A table of rows and columns with its totals.</summary>
    /// <param name="rows">Names, none of them <see cref="Total"/>, none with a stroke.</param>
    /// <param name="columns">Names, none of them <see cref="Total"/>, none with a stroke.</param>
    /// <param name="counts">By row and column, without totals.</param>
    /// <returns>Cells are called <c>row|column</c>, totals <c>row|*</c>, <c>*|column</c> and <c>*|*</c>.</returns>
    /// <exception cref="ArgumentException">A name is not allowed, or counts and names do not match.</exception>
    public static AdditiveTables TwoWay(
        IReadOnlyList<string> rows, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<long>> counts)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(counts);
        if (rows.Concat(columns).Any(name => name == Total || name.Contains('|', StringComparison.Ordinal)))
        {
            throw new ArgumentException("A name is that of totals, or has a stroke in it.", nameof(rows));
        }

        if (counts.Count != rows.Count || counts.Any(row => row.Count != columns.Count))
        {
            throw new ArgumentException("There is one count for every row and column.", nameof(counts));
        }

        var (cells, sums) = (new List<TableCell>(), new List<TableSum>());
        for (var r = 0; r < rows.Count; r++)
        {
            cells.AddRange(columns.Select((column, c) => new TableCell($"{rows[r]}|{column}", counts[r][c])));
            cells.Add(new TableCell($"{rows[r]}|{Total}", counts[r].Sum()));
            sums.Add(new TableSum($"{rows[r]}|{Total}", [.. columns.Select(column => $"{rows[r]}|{column}")]));
        }

        for (var c = 0; c < columns.Count; c++)
        {
            cells.Add(new TableCell($"{Total}|{columns[c]}", counts.Sum(row => row[c])));
            sums.Add(new TableSum($"{Total}|{columns[c]}", [.. rows.Select(row => $"{row}|{columns[c]}")]));
        }

        cells.Add(new TableCell($"{Total}|{Total}", counts.Sum(row => row.Sum())));
        sums.Add(new TableSum($"{Total}|{Total}", [.. columns.Select(column => $"{Total}|{column}")]));
        sums.Add(new TableSum($"{Total}|{Total}", [.. rows.Select(row => $"{row}|{Total}")]));
        return Of(cells, sums);
    }

    /// <summary>These tables and others, for example those of an earlier release.</summary>
    /// <exception cref="ArgumentException">A cell of both has two counts.</exception>
    public AdditiveTables With(AdditiveTables other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Of(Cells.Concat(other.Cells), Sums.Concat(other.Sums));
    }
}
