namespace Candour.Readings.Areas;

/// <summary>One group of areas that hang together.</summary>
/// <param name="Names">In the order of the alphabet.</param>
/// <param name="First">The first place that any of them may have.</param>
/// <param name="Last">The last place that any of them may have.</param>
public sealed record AlikeGroup(IReadOnlyList<string> Names, int First, int Last);

/// <summary>
/// Areas that cannot be told apart, as groups: within a group a chain of pairs that differ by no more than chance leads from any area
/// to any other, and areas of two groups always differ by more. It is all of an order that the data allow.
/// </summary>
/// <param name="Groups">From the group with the highest shares; areas within each by name.</param>
/// <param name="Own">Whom the reader's own area cannot be told apart from, by name; empty without one.</param>
/// <param name="OwnName">The reader's own area; empty without one.</param>
public sealed record AlikeReading(IReadOnlyList<AlikeGroup> Groups, IReadOnlyList<string> Own, string OwnName)
{
    public static AlikeReading Of(FunnelReading funnel)
    {
        ArgumentNullException.ThrowIfNull(funnel);
        var own = funnel.Ranks.Areas.FirstOrDefault(rank => rank.Area == funnel.Emphasised);
        return new AlikeReading(
            [.. funnel.Ranks.Groups.Select(group => Group(funnel, group))],
            own is null ? [] : Names(funnel, own.NotDistinguishableFrom),
            own is null ? "" : funnel.Areas[own.Area].Name);
    }

    public string Sentence => Groups.Count switch
    {
        0 => "Not enough data: no area has cases.",
        1 => $"All {Groups[0].Names.Count} areas hang together in one group: these data put them in no order.",
        _ => $"These data put the areas into {Groups.Count} groups. Areas of two groups differ by more than chance; within a group there is no "
            + "order.",
    };

    private static AlikeGroup Group(FunnelReading funnel, IReadOnlyList<int> areas)
    {
        var ranks = funnel.Ranks.Areas.Where(rank => areas.Contains(rank.Area)).ToArray();
        return new AlikeGroup(Names(funnel, areas), ranks.Min(rank => rank.Lower), ranks.Max(rank => rank.Upper));
    }

    private static IReadOnlyList<string> Names(FunnelReading funnel, IEnumerable<int> areas) =>
        [.. areas.Select(area => funnel.Areas[area].Name).Order(StringComparer.Ordinal)];
}
