using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Readings.Asking;

/// <summary>What a person asks for, as typed or as it stands in a link.</summary>
/// <param name="Area">Code or name; empty for the top of the hierarchy.</param>
/// <param name="Period">Any written form; empty for everything there are data for.</param>
/// <param name="Where">Conditions as <c>field=code</c>.</param>
/// <param name="Dataset">Empty unless several datasets have the area.</param>
public sealed record Asked(string Area, string Period, IReadOnlyList<string> Where, string Dataset)
{
    public static Asked Everything { get; } = new("", "", [], "");
}

/// <summary>A question that can be answered: every name in it exists.</summary>
/// <param name="Dataset">The dataset that answers; datasets are never pooled.</param>
/// <param name="Hierarchy">The hierarchy of its areas.</param>
/// <param name="Area">Where.</param>
/// <param name="Period">When.</param>
/// <param name="Where">Which, as field and code or group, in order of field.</param>
public sealed record Question(
    Dataset Dataset,
    AreaHierarchy Hierarchy,
    Area Area,
    Period Period,
    IReadOnlyList<KeyValuePair<string, string>> Where)
{
    /// <summary>The areas of the lowest level at or under the area.</summary>
    public IReadOnlyList<string> Areas => Hierarchy.LowestUnder(Area.Id);
}
