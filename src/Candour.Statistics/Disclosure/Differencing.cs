namespace Candour.Statistics.Disclosure;

/// <summary>A published count that is part of another published one.</summary>
/// <param name="Outer">The larger: a longer period, an area with its surroundings.</param>
/// <param name="Inner">The smaller, all of whose cases are in the larger.</param>
public sealed record NestedCells(TableCell Outer, TableCell Inner);

/// <summary>A count that nobody published and anybody can have.</summary>
/// <param name="From">The id that it is taken from.</param>
/// <param name="Taken">The id that is taken away; the same when it is one cell in two releases.</param>
/// <param name="Difference">What remains; below 0 when a count was lowered.</param>
public sealed record ToldByDifference(string From, string Taken, long Difference);

/// <summary>
/// What two publications tell when one is taken from the other: the month between two "year to date" figures, the
/// street between two boundaries, the cases that were added since the last release. What remains must be 0 or at least
/// the threshold. (A remainder of 0 says only that nothing was added.)
/// </summary>
public static class Differencing
{
    /// <summary>Remainders of nested counts that are too small.</summary>
    /// <param name="pairs">Both published.</param>
    /// <param name="threshold">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An inner count is larger than its outer one, or an argument is
    /// outside its range.</exception>
    public static IReadOnlyList<ToldByDifference> OfNested(IEnumerable<NestedCells> pairs, long threshold)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 1);
        var told = new List<ToldByDifference>();
        foreach (var (outer, inner) in pairs.Select(pair => (pair.Outer, pair.Inner)))
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(inner.Count, outer.Count, nameof(pairs));
            told.Add(new ToldByDifference(outer.Id, inner.Id, outer.Count - inner.Count));
        }

        return Small(told, threshold);
    }

    /// <summary>What changed by too little between two releases of the same cells.</summary>
    /// <param name="earlier">What was published then.</param>
    /// <param name="later">What is to be published now.</param>
    /// <param name="threshold">At least 1.</param>
    /// <returns>In the order of <paramref name="later"/>; cells that are in one release only are passed over.</returns>
    /// <exception cref="ArgumentException">A release has a cell twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is outside its range.</exception>
    public static IReadOnlyList<ToldByDifference> OfReleases(
        IEnumerable<TableCell> earlier, IEnumerable<TableCell> later, long threshold)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 1);
        var then = earlier.ToDictionary(cell => cell.Id, cell => cell.Count, StringComparer.Ordinal);
        var now = later.ToList();
        if (now.DistinctBy(cell => cell.Id, StringComparer.Ordinal).Count() != now.Count)
        {
            throw new ArgumentException("The release has a cell twice.", nameof(later));
        }

        return Small(
            now.Where(cell => then.ContainsKey(cell.Id))
                .Select(cell => new ToldByDifference(cell.Id, cell.Id, cell.Count - then[cell.Id])), threshold);
    }

    private static List<ToldByDifference> Small(IEnumerable<ToldByDifference> told, long threshold) =>
        [.. told.Where(one => one.Difference != 0 && Math.Abs(one.Difference) < threshold)];
}
