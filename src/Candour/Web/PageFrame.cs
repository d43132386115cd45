using System.Globalization;
using Candour.Kernel;

namespace Candour.Web;

/// <summary>What stands round every page: whether the rows are invented, and how fresh they are.</summary>
/// <param name="Synthetic">True when no row describes a real person.</param>
/// <param name="Freshness">Null while nothing has been loaded.</param>
public sealed record PageFrame(bool Synthetic, Freshness? Freshness)
{
    public static PageFrame Empty { get; } = new(false, null);
}

/// <summary>How fresh the figures are.</summary>
/// <param name="DataTo">The last day any row is about.</param>
/// <param name="Loaded">When the newest submission was accepted.</param>
/// <param name="Snapshot">The inputs the figures were calculated from.</param>
public sealed record Freshness(DateOnly DataTo, DateTimeOffset Loaded, ContentHash Snapshot)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"Data to {DataTo:d MMMM yyyy}, loaded {Loaded:d MMMM yyyy HH:mm}, snapshot {Snapshot.Abbreviated}");
}

/// <summary>Asked anew for every page, because a load may finish between two pages.</summary>
public delegate PageFrame FrameNow();
