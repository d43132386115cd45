using Candour.Access;
using Candour.Definitions;
using Candour.Freezing;
using Candour.Kernel;

namespace Candour.Packs;

/// <summary>For whose eyes a pack is made: what would point to a few people is left out for them, whoever makes it.</summary>
public enum PackAudience
{
    /// <summary>Those who see the whole of the dataset.</summary>
    Whole,

    /// <summary>The people of one area.</summary>
    Area,
}

/// <summary>There is no pack for such an area.</summary>
public sealed record NotAPackArea(string Said) : Refusal(
    $"There is no pack for '{Said}': packs are made for the whole and for each area that agrees the data; choose one from the list of packs.");

/// <summary>What a pack is about.</summary>
/// <param name="Dataset">The dataset that is closed.</param>
/// <param name="Period">The reporting period.</param>
/// <param name="Hierarchy">The dataset's own hierarchy.</param>
/// <param name="Area">Its top, or an area that agrees the data.</param>
public sealed record PackSubject(Dataset Dataset, Period Period, AreaHierarchy Hierarchy, Area Area)
{
    public PackAudience Audience => Area == Hierarchy.Top ? PackAudience.Whole : PackAudience.Area;

    /// <summary>The subject of these names; no area is the whole.</summary>
    public static Result<PackSubject> Find(Catalogue catalogue, string dataset, string period, string area) =>
        PeriodClose.Find(catalogue, dataset, period).Then<PackSubject>(found => AreasOf(catalogue, found.Dataset)
            .FirstOrDefault(one => one.Id == area || (string.IsNullOrEmpty(area) && one == catalogue.HierarchyOf(found.Dataset).Top)) is { } place
                ? new PackSubject(found.Dataset, found.Period, catalogue.HierarchyOf(found.Dataset), place)
                : new NotAPackArea(area is { Length: <= 60 } ? area : "…"));

    /// <summary>The areas for which there are packs: the whole first, then those that agree the data, in name order.</summary>
    public static IReadOnlyList<Area> AreasOf(Catalogue catalogue, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var hierarchy = catalogue.HierarchyOf(dataset);
        return [.. new[] { hierarchy.Top }.Concat(PeriodRows.AreasThatAgree(hierarchy, dataset)).Distinct()];
    }

    /// <summary>Somebody of the audience, as the house knows viewers: a person of the area and nothing else.</summary>
    internal Viewer Somebody(string agency) => new(
        "audience", "audience",
        [new Assignment(Role.AreaPerformanceManager, agency, Hierarchy.Id, Area.Id, DateOnly.MinValue, DateOnly.MaxValue)]);
}
