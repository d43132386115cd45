using Google.OrTools.LinearSolver;

namespace Candour.Statistics.Disclosure;

/// <summary>
/// The cells to hide whose counts add up to the least, by integer programming: for every sensitive cell and direction a
/// change of the tables that moves it far enough, in which only hidden cells move; and one for every other cell with a single
/// contributor, in which that cell does not move. It is the yardstick of
/// <see cref="SecondarySuppression"/>, and affordable for small tables only. A change moves no cell by more than ten
/// times what the sensitive one needs.
/// </summary>
public static class CheapestSuppression
{
    /// <summary>Above this many cells times changes that must be possible, up and down as one, the answer is "too large".</summary>
    public const long MostWork = 600;

    /// <summary>The cheapest cells to hide beside <paramref name="sensitive"/>; its arguments are those of
    /// <see cref="SecondarySuppression.Of"/>.</summary>
    /// <exception cref="ArgumentException">An id is not in the tables.</exception>
    public static SecondarySuppression Of(
        AdditiveTables tables, IReadOnlyList<SensitiveCell> sensitive, PastReleases past)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(sensitive);
        ArgumentNullException.ThrowIfNull(past);
        int[] singles = [.. sensitive.Where(cell => cell.OneContributor).Select(cell => tables.PositionOf(cell.Id))];
        if ((long)tables.Cells.Count * sensitive.Count * (1 + singles.Length) > MostWork)
        {
            return new SecondarySuppression.TooLarge();
        }

        var published = past.Published.Select(tables.PositionOf).ToHashSet();
        var bare = sensitive.Where(cell => published.Contains(tables.PositionOf(cell.Id))).ToList();
        if (bare.Count > 0)
        {
            return new SecondarySuppression.CannotProtect([.. bare.Select(cell => cell.Id)]);
        }

        var hidden = sensitive.Select(cell => tables.PositionOf(cell.Id))
            .Concat(past.Hidden.Select(tables.PositionOf)).ToHashSet();
        using var program = LinearProgram.Whole();
        var choices = new Dictionary<int, Variable>();
        for (var i = 0; i < tables.Cells.Count; i++)
        {
            if (!published.Contains(i) && !hidden.Contains(i))
            {
                choices[i] = program.Choice();
                program.Cost(choices[i], SecondarySuppression.CostOf(tables.Cells[i]));
            }
        }

        foreach (var cell in sensitive)
        {
            var position = tables.PositionOf(cell.Id);
            foreach (var change in new[] { cell.Above, -Math.Min(cell.Below, tables.Cells[position].Count) })
            {
                AddChange(program, tables, published, choices, position, change);
                foreach (var known in singles.Where(single => single != position))
                {
                    AddChange(program, tables, [.. published, known], choices, position, change);
                }
            }
        }

        return program.Minimise()
            ? SecondarySuppression.Audited(
                tables, sensitive,
                [.. hidden, .. choices.Keys.Where(i => choices[i].SolutionValue() > 0.5)])
            : new SecondarySuppression.CannotProtect([.. sensitive.Select(cell => cell.Id)]);
    }

    private static void AddChange(
        LinearProgram program, AdditiveTables tables, HashSet<int> known, Dictionary<int, Variable> choices,
        int position, long change)
    {
        var most = 10.0 * Math.Abs(change);
        var moves = tables.Cells.Select((cell, i) =>
            i == position ? program.Number(change, change)
            : known.Contains(i) ? program.Number(0, 0)
            : program.Number(-Math.Min(most, cell.Count), most)).ToList();
        foreach (var sum in tables.Sums)
        {
            program.Hold(0, 0, tables.Signed(sum).Select(term => (moves[term.Position], (double)term.Sign)));
        }

        foreach (var (i, choice) in choices)
        {
            program.Hold(double.NegativeInfinity, 0, [(moves[i], 1), (choice, -most)]);
            program.Hold(double.NegativeInfinity, 0, [(moves[i], -1), (choice, -most)]);
        }
    }
}
