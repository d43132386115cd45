namespace Candour.Statistics.Disclosure;

/// <summary>
/// Tables rounded to multiples of a base so that every sum stays right: each count goes to the multiple below or above,
/// a multiple stays, and all together move as little as possible (controlled rounding, zero-restricted: Cox, "A
/// constructive procedure for unbiased controlled rounding", Journal of the American Statistical Association 82, 1987,
/// 520-524; here by integer programming). Unlike <see cref="RandomRounding"/> it is not right on average, and it
/// changes when any count of the tables does.
/// </summary>
public abstract record ControlledRounding
{
    private ControlledRounding()
    {
    }

    /// <summary>Rounded.</summary>
    /// <param name="Counts">Of all cells, in the tables' order.</param>
    /// <param name="Distance">The sum of what all cells moved; no other rounding of this kind has less.</param>
    public sealed record Known(IReadOnlyList<TableCell> Counts, long Distance) : ControlledRounding;

    /// <summary>No such rounding exists. For one table of rows and columns there always is one; for tables of more
    /// dimensions, or linked ones, there need not be.</summary>
    public sealed record NoneExists : ControlledRounding;

    /// <summary>The rounding of <paramref name="tables"/>.</summary>
    /// <param name="tables">With all their sums.</param>
    /// <param name="toBase">At least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">The base is outside its range.</exception>
    public static ControlledRounding Of(AdditiveTables tables, int toBase)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentOutOfRangeException.ThrowIfLessThan(toBase, 2);
        using var program = LinearProgram.Whole();
        var ups = tables.Cells.Select(cell => cell.Count % toBase == 0 ? null : program.Choice()).ToList();
        for (var i = 0; i < ups.Count; i++)
        {
            if (ups[i] is { } up)
            {
                program.Cost(up, toBase - (2 * (tables.Cells[i].Count % toBase)));
            }
        }

        foreach (var sum in tables.Sums)
        {
            var missing = -tables.Signed(sum).Sum(term => (double)(term.Sign * Down(term.Position)));
            program.Hold(missing, missing, tables.Signed(sum).Where(term => ups[term.Position] is not null)
                .Select(term => (ups[term.Position]!, (double)term.Sign)));
        }

        if (!program.Minimise())
        {
            return new NoneExists();
        }

        var rounded = tables.Cells.Select((cell, i) => cell with
        {
            Count = toBase * (Down(i) + (ups[i]?.SolutionValue() > 0.5 ? 1 : 0)),
        }).ToList();
        return new Known(rounded, rounded.Zip(tables.Cells, (now, was) => Math.Abs(now.Count - was.Count)).Sum());

        // In multiples of the base.
        long Down(int position) => tables.Cells[position].Count / toBase;
    }

    public T Match<T>(Func<Known, T> known, Func<NoneExists, T> noneExists)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(noneExists);
        return this is Known rounding ? known(rounding) : noneExists((NoneExists)this);
    }
}
