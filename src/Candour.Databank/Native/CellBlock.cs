namespace Candour.Databank.Native;

/// <summary>
/// The counters of one basis and breakdown for one area or roll-up: only the cells that any row reached.
/// </summary>
/// <param name="Cells">The numbers of the cells (see <see cref="CellAxes"/>), in order.</param>
/// <param name="Counters">Positions of the counters in the plan of the basis, in the order of the values.</param>
/// <param name="Values">For each cell the value of each counter.</param>
public sealed record CellBlock(int[] Cells, IReadOnlyList<int> Counters, long[] Values)
{
    /// <summary>Adds blocks of the same basis and breakdown up: areas into the area above.</summary>
    public static CellBlock Sum(IReadOnlyList<CellBlock> blocks, int cells)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        var counters = blocks[0].Counters;
        var present = new bool[cells];
        foreach (var cell in blocks.SelectMany(block => block.Cells))
        {
            present[cell] = true;
        }

        var positions = new int[cells];
        var kept = new List<int>();
        for (var cell = 0; cell < cells; cell++)
        {
            if (present[cell])
            {
                positions[cell] = kept.Count;
                kept.Add(cell);
            }
        }

        var values = new long[kept.Count * counters.Count];
        foreach (var block in blocks)
        {
            for (var i = 0; i < block.Cells.Length; i++)
            {
                var to = values.AsSpan(positions[block.Cells[i]] * counters.Count, counters.Count);
                var from = block.Values.AsSpan(i * counters.Count, counters.Count);
                for (var k = 0; k < to.Length; k++)
                {
                    to[k] += from[k];
                }
            }
        }

        return new CellBlock([.. kept], counters, values);
    }
}
