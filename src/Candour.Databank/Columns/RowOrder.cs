namespace Candour.Databank.Columns;

/// <summary>In which order rows lie: those of an area together and, within it, as they came or by an identifier.</summary>
internal sealed class RowOrder
{
    private RowOrder(int[] rows, int[] starts) => (Rows, Starts) = (rows, starts);

    /// <summary>The rows, as they came, in the new order.</summary>
    public int[] Rows { get; }

    /// <summary>For each number of the area field where its rows begin, and at the end how many rows there are.</summary>
    public int[] Starts { get; }

    /// <summary>The order of areas.</summary>
    public static RowOrder ByArea(PackedColumn areas)
    {
        var areaOf = new int[areas.Count];
        areas.Copy(0, areaOf);
        var starts = GroupStarts.Of(areaOf, areas.Codes);
        var next = starts.ToArray();
        var order = new int[areaOf.Length];
        for (var row = 0; row < areaOf.Length; row++)
        {
            order[next[areaOf[row]]++] = row;
        }

        return new RowOrder(order, starts);
    }

    /// <summary>Puts the rows of an area into the order of an identifier.</summary>
    public void SortWithin(PackedColumn identifier)
    {
        var identifiers = new int[Rows.Length];
        identifier.CopyAt(Rows, identifiers);
        Parallel.For(0, Starts.Length - 1, area => Array.Sort(identifiers, Rows, Starts[area], Starts[area + 1] - Starts[area]));
    }
}
