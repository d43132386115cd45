using Google.OrTools.LinearSolver;

namespace Candour.Statistics.Disclosure;

/// <summary>What readers have from earlier releases.</summary>
/// <param name="Published">Ids of cells that were published; they cannot be hidden any more.</param>
/// <param name="Hidden">Ids of cells of earlier releases that were hidden then and stay hidden.</param>
public sealed record PastReleases(IReadOnlyCollection<string> Published, IReadOnlyCollection<string> Hidden)
{
    /// <summary>Nothing was released before.</summary>
    public static PastReleases None { get; } = new([], []);
}

/// <summary>
/// Which further cells must be hidden so that the sensitive ones cannot be calculated from the rest.
/// For every sensitive cell and both directions the cheapest change of the tables that moves it as far as it must be
/// movable is found by linear programming, at a cost of its count for every cell that moves and is not hidden yet; all
/// cells that move are hidden (the flow heuristic of Kelly, Golden and Assad, "Cell suppression: disclosure protection
/// for sensitive tabular data", Networks 22, 1992, 397-417, with tables of any shape). It is near the best and not
/// always the best; <see cref="CheapestSuppression"/> finds that for small tables. Where the audit finds that somebody
/// alone in a cell could subtract it, a change that leaves their cell alone is hidden too. The audit is made in any case.
/// </summary>
public abstract record SecondarySuppression
{
    private SecondarySuppression()
    {
    }

    /// <summary>What to hide.</summary>
    /// <param name="Sensitive">Hidden for their own sake.</param>
    /// <param name="Secondary">Ids of cells hidden to protect them, in the tables' order.</param>
    /// <param name="Audit">Passed.</param>
    public sealed record Known(
        IReadOnlyList<SensitiveCell> Sensitive, IReadOnlyList<string> Secondary, DisclosureAudit Audit)
        : SecondarySuppression
    {
        /// <summary>Ids of all cells that are not published.</summary>
        public IReadOnlySet<string> Hidden { get; } =
            Sensitive.Select(cell => cell.Id).Concat(Secondary).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Some cells cannot be protected, whatever else is hidden: nothing is published.</summary>
    /// <param name="Cells">Their ids, in the tables' order.</param>
    public sealed record CannotProtect(IReadOnlyList<string> Cells) : SecondarySuppression;

    /// <summary>The tables are too large for the cheapest answer; the heuristic has no such limit.</summary>
    public sealed record TooLarge : SecondarySuppression;

    /// <summary>What to hide beside <paramref name="sensitive"/>.</summary>
    /// <param name="tables">The union of everything published, past releases included.</param>
    /// <param name="sensitive">From <see cref="PrimarySuppression"/>.</param>
    /// <param name="past">What readers have already.</param>
    /// <exception cref="ArgumentException">An id is not in the tables.</exception>
    public static SecondarySuppression Of(
        AdditiveTables tables, IReadOnlyList<SensitiveCell> sensitive, PastReleases past)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(sensitive);
        ArgumentNullException.ThrowIfNull(past);
        var published = past.Published.Select(tables.PositionOf).ToHashSet();
        var hidden = sensitive.Select(cell => tables.PositionOf(cell.Id))
            .Concat(past.Hidden.Select(tables.PositionOf)).ToHashSet();
        var bare = sensitive.Where(cell => published.Contains(tables.PositionOf(cell.Id))).ToList();
        if (bare.Count > 0)
        {
            return new CannotProtect([.. bare.Select(cell => cell.Id)]);
        }

        using var program = LinearProgram.Continuous();
        var flows = tables.Cells
            .Select((cell, i) => published.Contains(i) ? null : new Flow(program, cell.Count)).ToList();
        foreach (var sum in tables.Sums)
        {
            program.Hold(
                0, 0, tables.Signed(sum).SelectMany(term => flows[term.Position]?.Terms(term.Sign) ?? []));
        }

        for (var i = 0; i < flows.Count; i++)
        {
            flows[i]?.Price(hidden.Contains(i) ? 0 : CostOf(tables.Cells[i]));
        }

        var lost = new HashSet<int>();
        foreach (var cell in sensitive.OrderByDescending(cell => cell.Above))
        {
            Protect(cell);
        }

        var before = -1;
        while (lost.Count == 0)
        {
            var audit = AuditOf(tables, sensitive, hidden);
            if (audit.Told.Count == 0 || hidden.Count == before)
            {
                return Answered(sensitive, audit);
            }

            before = hidden.Count;

            foreach (var told in audit.Told)
            {
                var own = flows[tables.PositionOf(told.Contributor)]!;
                own.Force(0);
                Protect(sensitive.First(cell => cell.Id == told.Cell.Id));
                own.Free();
            }
        }

        return new CannotProtect([.. lost.Order().Select(i => tables.Cells[i].Id)]);

        void Protect(SensitiveCell cell)
        {
            var position = tables.PositionOf(cell.Id);
            foreach (var change in new[] { cell.Above, -Math.Min(cell.Below, tables.Cells[position].Count) })
            {
                flows[position]!.Force(change);
                if (!program.Minimise())
                {
                    lost.Add(position);
                }
                else
                {
                    HideWhatMoves(flows, hidden);
                }

                flows[position]!.Free();
            }
        }
    }

    public T Match<T>(Func<Known, T> known, Func<CannotProtect, T> cannotProtect, Func<TooLarge, T> tooLarge)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(cannotProtect);
        ArgumentNullException.ThrowIfNull(tooLarge);
        return this is Known suppression ? known(suppression)
            : this is CannotProtect lost ? cannotProtect(lost)
            : tooLarge((TooLarge)this);
    }

    /// <summary>What hiding a cell costs: its count, and not less than a few, so that zeros are not hidden for nothing.
    /// </summary>
    internal static double CostOf(TableCell cell) => Math.Max(cell.Count, 5);

    /// <summary>The suppression that hides these cells, if its audit passes.</summary>
    internal static SecondarySuppression Audited(
        AdditiveTables tables, IReadOnlyList<SensitiveCell> sensitive, IReadOnlyCollection<int> hidden) =>
        Answered(sensitive, AuditOf(tables, sensitive, hidden));

    private static DisclosureAudit AuditOf(
        AdditiveTables tables, IReadOnlyList<SensitiveCell> sensitive, IReadOnlyCollection<int> hidden) =>
        DisclosureAudit.Of(tables, [.. hidden.Order().Select(i => tables.Cells[i].Id)], sensitive);

    /// <summary>Every cell of the audit is hidden, for a sensitive one that is shown would not be protected.</summary>
    private static SecondarySuppression Answered(IReadOnlyList<SensitiveCell> sensitive, DisclosureAudit audit)
    {
        var own = sensitive.Select(cell => cell.Id).ToHashSet(StringComparer.Ordinal);
        return audit.Passes
            ? new Known(sensitive, [.. audit.Cells.Where(cell => !own.Contains(cell.Id)).Select(cell => cell.Id)], audit)
            : new CannotProtect([.. audit.Open]);
    }

    private static void HideWhatMoves(List<Flow?> flows, HashSet<int> hidden)
    {
        // All are looked at before one is priced: a program that was changed has no solution any more.
        var moving = Enumerable.Range(0, flows.Count).Where(i => flows[i] is { Moves: true }).ToList();
        hidden.UnionWith(moving);
        moving.ForEach(i => flows[i]!.Price(0));
    }

    /// <summary>By how much a cell goes up and down in a change of the tables.</summary>
    private sealed class Flow(LinearProgram program, long count)
    {
        private readonly Variable up = program.Number(0, double.PositiveInfinity);
        private readonly Variable down = program.Number(0, count);

        public bool Moves => Math.Abs(up.SolutionValue() - down.SolutionValue()) > LinearProgram.Tolerance;

        public (Variable, double)[] Terms(double weight) => [(up, weight), (down, -weight)];

        public void Price(double cost)
        {
            program.Cost(up, cost);
            program.Cost(down, cost);
        }

        public void Force(long change)
        {
            up.SetBounds(Math.Max(change, 0), Math.Max(change, 0));
            down.SetBounds(Math.Max(-change, 0), Math.Max(-change, 0));
        }

        public void Free()
        {
            up.SetBounds(0, double.PositiveInfinity);
            down.SetBounds(0, count);
        }
    }
}
