namespace Candour.Statistics;

/// <summary>One group of cases at two times.</summary>
/// <param name="Before">Its share at the earlier time.</param>
/// <param name="After">Its share at the later time.</param>
public readonly record struct GroupChange(ShareCount Before, ShareCount After);

/// <summary>What a group adds to the change of the share of all.</summary>
/// <param name="Mix">Because it became a larger or smaller part of all: above 0 when a group with a high share grew or
/// one with a low share shrank.</param>
/// <param name="Rate">Because its own share changed.</param>
public readonly record struct GroupPart(double Mix, double Rate);

/// <summary>
/// Why a share of all changed: because the cases are other ones, or because like cases end otherwise (Kitagawa,
/// "Components of a difference between two rates", Journal of the American Statistical Association 50, 1955,
/// 1168-1194). With w a group's part of all cases and r its share,
/// <code>mix = ∑ (w₁ − w₀)(r₀ + r₁)/2,   rate = ∑ (r₁ − r₀)(w₀ + w₁)/2</code>
/// The two add up to the change exactly, and do not depend on which time is called the first. It is arithmetic: whether
/// the change is more than chance is the question of <see cref="TwoShares"/>, and what caused it is not answered at
/// all.
/// </summary>
public abstract record ShareChange
{
    private ShareChange()
    {
    }

    /// <summary>There are cases at both times.</summary>
    /// <param name="Before">The share of all at the earlier time.</param>
    /// <param name="After">The share of all at the later time.</param>
    /// <param name="Mix">What the groups' parts add.</param>
    /// <param name="Rate">What the groups' shares add.</param>
    /// <param name="Groups">In the order given; their parts add up to <paramref name="Mix"/> and
    /// <paramref name="Rate"/>.</param>
    public sealed record Known(double Before, double After, double Mix, double Rate, IReadOnlyList<GroupPart> Groups)
        : ShareChange;

    /// <summary>One of the times has no cases.</summary>
    public sealed record NothingToCompare : ShareChange;

    /// <summary>The change over <paramref name="groups"/>.</summary>
    /// <param name="groups">Every case is in one of them. A group without cases at one time has no share then: all that
    /// it adds is mix.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is impossible.</exception>
    public static ShareChange Of(IReadOnlyList<GroupChange> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        foreach (var group in groups)
        {
            group.Before.RefuseUnlessShare(nameof(groups));
            group.After.RefuseUnlessShare(nameof(groups));
        }

        double before = groups.Sum(group => group.Before.Denominator);
        double after = groups.Sum(group => group.After.Denominator);
        if (before == 0 || after == 0)
        {
            return new NothingToCompare();
        }

        var (first, second) = (groups.Sum(group => group.Before.Numerator) / before,
            groups.Sum(group => group.After.Numerator) / after);

        // What the parts gain they lose elsewhere, so a constant may be taken from every share: then growth of a group
        // with a low share counts against.
        var middle = (first + second) / 2;
        var parts = groups.Select(group =>
        {
            var (w0, w1) = (group.Before.Denominator / before, group.After.Denominator / after);
            var (r0, r1) = group.Shares();
            return new GroupPart((w1 - w0) * (((r0 + r1) / 2) - middle), (r1 - r0) * ((w0 + w1) / 2));
        }).ToList();
        return new Known(first, second, parts.Sum(part => part.Mix), parts.Sum(part => part.Rate), parts);
    }

    public T Match<T>(Func<Known, T> known, Func<NothingToCompare, T> nothingToCompare)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(nothingToCompare);
        return this switch
        {
            Known change => known(change),
            NothingToCompare nothing => nothingToCompare(nothing),
            _ => throw new InvalidOperationException("A change is known, or there is nothing to compare."),
        };
    }
}

/// <summary>
/// Why a count changed: because there were more cases, because they are other ones, or because like cases end
/// otherwise. With N all cases, <code>X = N ∑ w r</code>
/// and each of the three is what its own change adds, averaged over the orders in which the three may change (Das
/// Gupta, Standardization and Decomposition of Rates, US Bureau of the Census P23-186, 1993, 15-18):
/// <code>volume = (N₁ − N₀)((R₀₀ + R₁₁)/3 + (R₀₁ + R₁₀)/6),   R_jk = ∑ w_j r_k</code>
/// and so for mix and rate. The three add up to the change exactly. See <see cref="ShareChange"/> for what it does not
/// say.
/// </summary>
/// <param name="Before">The count at the earlier time.</param>
/// <param name="After">The count at the later time.</param>
/// <param name="Volume">What the number of cases adds.</param>
/// <param name="Mix">What the groups' parts add.</param>
/// <param name="Rate">What the groups' shares add.</param>
public sealed record CountChange(long Before, long After, double Volume, double Mix, double Rate)
{
    /// <summary>The change over <paramref name="groups"/>.</summary>
    /// <param name="groups">Every case is in one of them. Where a time has no cases at all, the whole change is volume.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A share is impossible.</exception>
    public static CountChange Of(IReadOnlyList<GroupChange> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        foreach (var group in groups)
        {
            group.Before.RefuseUnlessShare(nameof(groups));
            group.After.RefuseUnlessShare(nameof(groups));
        }

        double n0 = groups.Sum(group => group.Before.Denominator);
        double n1 = groups.Sum(group => group.After.Denominator);
        var (r00, r01, r10, r11) = (0.0, 0.0, 0.0, 0.0);
        foreach (var group in groups)
        {
            var (x0, x1) = group.Shares();
            var (w0, w1) = (Part(group.Before, n0, group.After, n1), Part(group.After, n1, group.Before, n0));
            (r00, r01, r10, r11) = (r00 + (w0 * x0), r01 + (w0 * x1), r10 + (w1 * x0), r11 + (w1 * x1));
        }

        return new CountChange(
            groups.Sum(group => group.Before.Numerator),
            groups.Sum(group => group.After.Numerator),
            (n1 - n0) * (((r00 + r11) / 3) + ((r01 + r10) / 6)),
            ((((n0 * (r10 - r00)) + (n1 * (r11 - r01))) / 3) + (((n0 * (r11 - r01)) + (n1 * (r10 - r00))) / 6)),
            ((((n0 * (r01 - r00)) + (n1 * (r11 - r10))) / 3) + (((n0 * (r11 - r10)) + (n1 * (r01 - r00))) / 6)));

        static double Part(ShareCount own, double all, ShareCount other, double allOther) =>
            all > 0 ? own.Denominator / all : allOther > 0 ? other.Denominator / allOther : 0;
    }
}

/// <summary>The shares of a group at two times.</summary>
internal static class GroupShares
{
    /// <summary>Where the group has no cases at one time, its share then is taken to be that of the other time, so that
    /// nothing is called a change of its share; where it never has, 0.</summary>
    public static (double Before, double After) Shares(this GroupChange group) =>
        (group.Before.Denominator, group.After.Denominator) switch
        {
            (0, 0) => (0, 0),
            (0, _) => (group.After.Share, group.After.Share),
            (_, 0) => (group.Before.Share, group.Before.Share),
            _ => (group.Before.Share, group.After.Share),
        };
}
