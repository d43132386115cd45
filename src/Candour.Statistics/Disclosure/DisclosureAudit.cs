using Google.OrTools.LinearSolver;

namespace Candour.Statistics.Disclosure;

/// <summary>What a reader can find out about a hidden cell.</summary>
/// <param name="Id">Of the cell.</param>
/// <param name="Least">The least count that fits everything that is published.</param>
/// <param name="Greatest">The greatest; infinite when nothing published limits it.</param>
/// <param name="Sensitive">Whether it is hidden for its own sake.</param>
/// <param name="Protected">Whether the two are as far from the count as they must be; always so for a cell that is not
/// sensitive.</param>
public sealed record CellBounds(string Id, double Least, double Greatest, bool Sensitive, bool Protected);

/// <summary>What somebody who is alone in one cell could find out about another.</summary>
/// <param name="Contributor">The id of the cell that they know.</param>
/// <param name="Cell">What fits everything published and their own cell: never protected.</param>
public sealed record ToldToContributor(string Contributor, CellBounds Cell);

/// <summary>
/// The attack of a reader with a computer: for every hidden cell the least and the greatest count with which all sums
/// of all tables are right and no cell is below 0, by linear programming (Fischetti and Salazar, "Solving the cell
/// suppression problem on tabular data with linear constraints", Management Science 47, 2001, 1008-1027). That every
/// row and column hides two cells proves nothing. A publication whose audit fails is not made.
/// A reader may also be in the tables: whoever is alone in a cell knows it, and must not be able to find another by
/// subtracting it (the attack of the single contributor; Hundepool and others, Statistical Disclosure Control, 2012,
/// chapter 4). Not covered: several contributors who put together what they know, and readers who know more than that.
/// </summary>
/// <param name="Cells">Every hidden cell and every sensitive one, in the tables' order.</param>
/// <param name="Told">What single contributors could find out, by contributor and then by cell in the tables' order.</param>
public sealed record DisclosureAudit(IReadOnlyList<CellBounds> Cells, IReadOnlyList<ToldToContributor> Told)
{
    /// <summary>Whether everything sensitive is protected from every reader.</summary>
    public bool Passes => Told.Count == 0 && Cells.All(cell => cell.Protected);

    /// <summary>The sensitive cells that are not protected from somebody outside the tables.</summary>
    public IReadOnlyList<CellBounds> Failures => [.. Cells.Where(cell => !cell.Protected)];

    /// <summary>Ids of the sensitive cells that are not protected from somebody, in the tables' order.</summary>
    internal IEnumerable<string> Open => Cells
        .Where(cell => !cell.Protected || Told.Any(one => one.Cell.Id == cell.Id)).Select(cell => cell.Id);

    /// <summary>The audit of what is to be published.</summary>
    /// <param name="tables">The union of everything published: these tables, linked ones, and past releases. A cell
    /// that has not changed since has the same id, so it is known if it was ever published.</param>
    /// <param name="hidden">The ids that are published nowhere.</param>
    /// <param name="sensitive">What must be protected; a sensitive cell that is not hidden fails.</param>
    /// <exception cref="ArgumentException">An id is not in the tables.</exception>
    public static DisclosureAudit Of(
        AdditiveTables tables, IReadOnlyCollection<string> hidden, IReadOnlyCollection<SensitiveCell> sensitive)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(hidden);
        ArgumentNullException.ThrowIfNull(sensitive);
        using var program = LinearProgram.Continuous();
        var changes = new SortedDictionary<int, Variable>();

        // No bound that follows from the tables can be as far away as this.
        var far = (2 * tables.Cells.Sum(cell => (double)cell.Count)) + 1000;
        foreach (var position in hidden.Select(tables.PositionOf))
        {
            if (!changes.ContainsKey(position))
            {
                changes[position] = program.Number(-tables.Cells[position].Count, far);
            }
        }

        foreach (var sum in tables.Sums)
        {
            program.Hold(0, 0, tables.Signed(sum).Where(term => changes.ContainsKey(term.Position))
                .Select(term => (changes[term.Position], (double)term.Sign)));
        }

        var protections = sensitive.ToDictionary(cell => tables.PositionOf(cell.Id));
        int[] singles = [.. protections.Where(one => one.Value.OneContributor && changes.ContainsKey(one.Key)).Select(one => one.Key).Order()];

        // Tables that fit what is published. Where one of them leaves a single contributor's cell alone and moves another
        // far enough, nothing needs to be solved for these two.
        var fitting = new List<double[]>();
        var column = changes.Keys.Select((position, i) => (position, i)).ToDictionary(one => one.position, one => one.i);
        CellBounds[] cells = [.. changes.Keys.Union(protections.Keys).Order().Select(Bounds)];
        return new DisclosureAudit(cells, [.. singles.SelectMany(ToldTo)]);

        IEnumerable<ToldToContributor> ToldTo(int single)
        {
            // What everybody can find out is no secret of a contributor's.
            var others = cells.Where(cell => cell is { Sensitive: true, Protected: true }).Select(cell => tables.PositionOf(cell.Id))
                .Where(position => position != single && !(Fits(single, position, 1) && Fits(single, position, -1))).ToList();
            changes[single].SetBounds(0, 0);
            var told = others.Where(position => !(Fits(single, position, 1) && Fits(single, position, -1)))
                .Select(Bounds).Where(cell => !cell.Protected).ToList();
            changes[single].SetBounds(-tables.Cells[single].Count, far);
            return told.Select(cell => new ToldToContributor(tables.Cells[single].Id, cell));
        }

        bool Fits(int single, int position, int direction)
        {
            var needed = direction > 0 ? protections[position].Above : Math.Min(protections[position].Below, tables.Cells[position].Count);
            return fitting.Any(table => Math.Abs(table[column[single]]) < LinearProgram.Tolerance
                && direction * table[column[position]] > needed - LinearProgram.Tolerance);
        }

        CellBounds Bounds(int position)
        {
            var (id, count) = (tables.Cells[position].Id, tables.Cells[position].Count);
            var (least, greatest) = changes.TryGetValue(position, out var change)
                ? (count - Furthest(change, -1), count + Furthest(change, 1)) : (count, count);
            return protections.TryGetValue(position, out var needed)
                ? new CellBounds(id, least, greatest, true,
                    least <= count - Math.Min(needed.Below, count) && greatest >= count + needed.Above)
                : new CellBounds(id, least, greatest, false, true);
        }

        // Counts are whole, so a bound between two whole numbers is the nearer one to the count.
        double Furthest(Variable change, double direction)
        {
            program.Cost(change, -direction);
            program.Minimise();
            var reach = direction * change.SolutionValue();
            if (singles.Length > 0)
            {
                fitting.Add([.. changes.Values.Select(one => one.SolutionValue())]);
            }

            program.Cost(change, 0);
            return reach > far - 1 ? double.PositiveInfinity : Math.Floor(reach + LinearProgram.Tolerance);
        }
    }
}
