namespace Candour.Statistics.Disclosure;

/// <summary>Why a cell would say something about a person.</summary>
public enum SensitiveBecause
{
    /// <summary>Its count is above 0 and below the threshold.</summary>
    BelowThreshold,

    /// <summary>It is 0, and zeros are hidden.</summary>
    Zero,

    /// <summary>Everybody in a small total is in this cell, so something is said of each.</summary>
    WholeClass,

    /// <summary>One contributor could tell nearly what another contributed (<see cref="Contributions"/>).</summary>
    NearlyTold,

    /// <summary>A few contributors make up nearly all of it (<see cref="Contributions"/>).</summary>
    Dominated,
}

/// <summary>A cell that is hidden for its own sake.</summary>
/// <param name="Id">Of the cell.</param>
/// <param name="Because">The first rule that applies.</param>
/// <param name="Below">How far below its count a reader must hold it possible; not more than the count.</param>
/// <param name="Above">How far above its count a reader must hold it possible.</param>
/// <param name="OneContributor">Whether one contributor alone makes it up, who therefore knows it and could subtract it.</param>
public sealed record SensitiveCell(string Id, SensitiveBecause Because, long Below, long Above, bool OneContributor = false);

/// <summary>Which cells are hidden. The numbers are a publisher's decision; these are only the usual ones.</summary>
/// <param name="Threshold">The smallest count above 0 that is shown; at least 1.</param>
/// <param name="HideZeros">Whether a count of 0 is hidden. Nobody is in it, but that may be said of somebody.</param>
/// <param name="WholeClassBelow">A total above 0 and below this, all of whose cases are in one part, gives away that
/// part; 0 when this is no concern.</param>
public sealed record DisclosureRules(long Threshold = 5, bool HideZeros = false, long WholeClassBelow = 0);

/// <summary>
/// The cells that say something about a person by themselves (Hundepool and others, Statistical Disclosure Control,
/// 2012, chapters 4 and 5). A reader must hold it possible that such a cell is at least one less, and that it is as
/// much more as the threshold is; see <see cref="DisclosureAudit"/>. Percentages, medians and intervals made of a
/// hidden count are hidden with it.
/// </summary>
public static class PrimarySuppression
{
    /// <summary>The sensitive cells of <paramref name="tables"/>, in their order.</summary>
    /// <param name="tables">Of persons, or of other things with <paramref name="contributions"/>.</param>
    /// <param name="rules">What is hidden.</param>
    /// <param name="contributions">For cells that are sums of what few contribute; a cell that is a plain count of
    /// persons has none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rule is outside its range.</exception>
    public static IReadOnlyList<SensitiveCell> Of(
        AdditiveTables tables, DisclosureRules rules, IReadOnlyCollection<Contributions> contributions)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(contributions);
        ArgumentOutOfRangeException.ThrowIfLessThan(rules.Threshold, 1, nameof(rules));
        ArgumentOutOfRangeException.ThrowIfNegative(rules.WholeClassBelow, nameof(rules));
        var wholes = tables.Sums.SelectMany(sum => WholeClass(tables, sum, rules)).ToHashSet(StringComparer.Ordinal);
        var contributed = contributions.ToDictionary(one => one.Id, StringComparer.Ordinal);
        var sensitive = new List<SensitiveCell>();
        foreach (var (id, count) in tables.Cells.Select(cell => (cell.Id, cell.Count)))
        {
            if (count > 0 && count < rules.Threshold)
            {
                sensitive.Add(new SensitiveCell(
                    id, SensitiveBecause.BelowThreshold, 1, rules.Threshold,
                    contributed.TryGetValue(id, out var few) ? few.HasOneContributor : count == 1));
            }
            else if (count == 0 && rules.HideZeros)
            {
                sensitive.Add(new SensitiveCell(id, SensitiveBecause.Zero, 0, rules.Threshold));
            }
            else if (wholes.Contains(id))
            {
                // It cannot be more than its total; that it may be less is what hides it.
                sensitive.Add(new SensitiveCell(id, SensitiveBecause.WholeClass, 1, 0));
            }
            else if (contributed.TryGetValue(id, out var own) && own.Unsafe() is { } unsafely)
            {
                sensitive.Add(new SensitiveCell(
                    id, unsafely.Because, Math.Min(unsafely.Protection, count), unsafely.Protection, own.HasOneContributor));
            }
        }

        return sensitive;
    }

    private static IEnumerable<string> WholeClass(AdditiveTables tables, TableSum sum, DisclosureRules rules)
    {
        var total = tables.Cell(sum.Total).Count;
        return total == 0 || total >= rules.WholeClassBelow || sum.Parts.Count < 2
            ? [] : sum.Parts.Where(part => tables.Cell(part).Count == total);
    }
}
