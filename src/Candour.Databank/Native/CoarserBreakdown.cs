namespace Candour.Databank.Native;

/// <summary>
/// A breakdown whose cells are added up from those of a finer one, which has all of its fields and counters: every row of a
/// cell lies in one of the finer cells. So the whole is not counted where anything is counted by a field.
/// </summary>
internal sealed class CoarserBreakdown
{
    /// <summary>Cells of so few are added up sooner than rows are counted.</summary>
    private const int FinerCellsAtMost = 4096;

    private readonly BoundBreakdown coarse;
    private readonly int[] coarseOf;
    private readonly int[] counters;

    private CoarserBreakdown(int at, int finer, IReadOnlyList<BoundBreakdown> breakdowns, CellAxes axes)
    {
        (At, Finer, coarse) = (at, finer, breakdowns[at]);
        var fine = breakdowns[finer];
        var own = fine.Counters.ToList();
        counters = [.. coarse.Counters.Select(counter => own.IndexOf(counter))];
        coarseOf = [.. Enumerable.Range(0, fine.Cells).Select(cell => Coarse(cell, fine, axes))];
    }

    /// <summary>Position of the breakdown.</summary>
    public int At { get; }

    /// <summary>Position of the finer one.</summary>
    public int Finer { get; }

    /// <summary>How a breakdown is added up from the one of the fewest cells that is finer; none where its rows are counted.</summary>
    public static CoarserBreakdown? Find(IReadOnlyList<BoundBreakdown> breakdowns, int at, CellAxes axes)
    {
        var finer = FinerOf(breakdowns, at);
        // One that is itself added up is not added up from, or the order would matter.
        return finer < 0 || FinerOf(breakdowns, finer) >= 0 ? null : new CoarserBreakdown(at, finer, breakdowns, axes);
    }

    /// <summary>The block of an area.</summary>
    public CellBlock AddUp(CellBlock fine)
    {
        var sums = new long[coarse.Cells * counters.Length];
        var reached = new bool[coarse.Cells];
        for (var i = 0; i < fine.Cells.Length; i++)
        {
            var cell = coarseOf[fine.Cells[i]];
            reached[cell] = true;
            for (var k = 0; k < counters.Length; k++)
            {
                sums[(cell * counters.Length) + k] += fine.Values[(i * fine.Counters.Count) + counters[k]];
            }
        }

        var cells = Enumerable.Range(0, reached.Length).Where(cell => reached[cell]).ToArray();
        var values = new long[cells.Length * counters.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            sums.AsSpan(cells[i] * counters.Length, counters.Length).CopyTo(values.AsSpan(i * counters.Length));
        }

        return new CellBlock(cells, coarse.Counters, values);
    }

    private static int FinerOf(IReadOnlyList<BoundBreakdown> breakdowns, int at) => Enumerable.Range(0, breakdowns.Count)
        .Where(other => IsFiner(breakdowns[other], breakdowns[at]) && breakdowns[other].Cells <= FinerCellsAtMost)
        .OrderBy(other => breakdowns[other].Cells).FirstOrDefault(-1);

    private static bool IsFiner(BoundBreakdown one, BoundBreakdown than) =>
        one.Breakdown.Fields.Count > than.Breakdown.Fields.Count && !than.Breakdown.Fields.Except(one.Breakdown.Fields).Any()
        && !than.Counters.Except(one.Counters).Any();

    private int Coarse(int cell, BoundBreakdown fine, CellAxes axes)
    {
        var (period, codes) = axes.Place(cell, fine.Breakdown);
        var fields = fine.Breakdown.Fields.ToList();
        return coarse.Breakdown.Fields.Aggregate(period, (found, field) => (found * axes.Codes[field].Count) + codes[fields.IndexOf(field)]);
    }
}
