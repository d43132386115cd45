namespace Candour.Statistics;

/// <summary>Whether a group's results may be shown beside those of the whole.</summary>
public enum GroupShown
{
    /// <summary>They may.</summary>
    Shown,

    /// <summary>The group is smaller than the threshold.</summary>
    TooSmall,

    /// <summary>The group is large enough, but the whole less the groups shown would reveal one that is not.</summary>
    WouldRevealAnother,

    /// <summary>Nobody is in the group: there is nothing to show, and nothing to hide behind.</summary>
    Nobody,
}

/// <summary>
/// Which groups of a whole may be shown when the whole is. Anybody can take the groups that are shown from the whole;
/// what remains must be nothing, or at least two groups with together as many people as the threshold. So when what is
/// hidden is less, the smallest group that is shown is hidden, too, until it is enough.
/// </summary>
public static class ComplementRule
{
    /// <summary>For each group whether it may be shown.</summary>
    /// <param name="groups">People in each; not negative. Together they are the whole: nobody is in two or in
    /// none.</param>
    /// <param name="threshold">The smallest number of people of whom results are shown; at least 1.</param>
    /// <returns>In the order given. When the whole itself is below the threshold, nothing is shown, nor is the whole.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static IReadOnlyList<GroupShown> Of(IReadOnlyList<long> groups, long threshold)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 1);
        foreach (var people in groups)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(people, nameof(groups));
        }

        var shown = groups.Select(people => people == 0 ? GroupShown.Nobody
            : people < threshold ? GroupShown.TooSmall : GroupShown.Shown).ToArray();
        var (hidden, sum) = (shown.Count(one => one == GroupShown.TooSmall),
            groups.Where((_, i) => shown[i] == GroupShown.TooSmall).Sum());
        foreach (var next in Enumerable.Range(0, groups.Count)
            .Where(i => shown[i] == GroupShown.Shown).OrderBy(i => groups[i]).ToList())
        {
            if (hidden == 0 || (hidden > 1 && sum >= threshold))
            {
                break;
            }

            shown[next] = GroupShown.WouldRevealAnother;
            hidden++;
            sum += groups[next];
        }

        return shown;
    }

    /// <summary>Whether one group may be shown beside the whole when the others are not named: both the group and all
    /// the others together reach the threshold, or there are no others.</summary>
    /// <param name="group">People in the group; from 0 to <paramref name="whole"/>.</param>
    /// <param name="whole">People in all.</param>
    /// <param name="threshold">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static GroupShown OfOne(long group, long whole, long threshold)
    {
        new ShareCount(group, whole).RefuseUnlessShare(nameof(group));
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 1);
        return group == 0 ? GroupShown.Nobody
            : group < threshold ? GroupShown.TooSmall
            : whole > group && whole - group < threshold ? GroupShown.WouldRevealAnother
            : GroupShown.Shown;
    }
}
