namespace Candour.Statistics.Disclosure;

/// <summary>
/// What contributors add to a cell that is a sum of amounts (days, payments, offences of one offender), and whether one
/// of them could tell what another added (Hundepool and others, Statistical Disclosure Control, 2012, 136-143). With
/// the amounts x in order from the largest and X their sum, the cell is unsafe
/// <code>
/// p % rule:        if X − x₁ − x₂ is less than p % of x₁: the second could tell the first's to within p %
/// (n, k) rule:     if the first n make up more than k % of X
/// </code>
/// For a count of persons neither applies: everybody adds one.
/// </summary>
/// <param name="Id">Of the cell.</param>
/// <param name="Amounts">Not negative, in any order.</param>
/// <param name="Percent">p, above 0; 0 when the rule is not used.</param>
/// <param name="Few">n; 0 when the rule is not used.</param>
/// <param name="Share">k, above 0 and up to 100.</param>
public sealed record Contributions(
    string Id, IReadOnlyList<double> Amounts, double Percent = 10, int Few = 0, double Share = 85)
{
    /// <summary>Whether one contributor alone makes up the cell, and so knows it.</summary>
    internal bool HasOneContributor => Amounts.Count(amount => amount > 0) == 1;

    /// <summary>Why the cell is unsafe and how far a reader must be kept from its sum; nothing when it is
    /// safe.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An amount or a number of the rules is outside its
    /// range.</exception>
    internal (SensitiveBecause Because, long Protection)? Unsafe()
    {
        Arguments.RefuseUnlessNotNegative(Percent);
        ArgumentOutOfRangeException.ThrowIfNegative(Few);
        Arguments.RefuseUnlessPositive(Share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Share, 100);
        foreach (var amount in Amounts)
        {
            Arguments.RefuseUnlessNotNegative(amount, nameof(Amounts));
        }

        var ordered = Amounts.OrderDescending().ToList();
        var sum = ordered.Sum();
        if (sum == 0)
        {
            return null;
        }

        var told = (Percent / 100 * ordered[0]) - ordered.Skip(2).Sum();
        if (told > 0)
        {
            return (SensitiveBecause.NearlyTold, (long)Math.Ceiling(told));
        }

        var dominated = (ordered.Take(Few).Sum() * 100 / Share) - sum;
        return dominated > 0 ? (SensitiveBecause.Dominated, (long)Math.Ceiling(dominated)) : null;
    }
}
