using System.Globalization;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Figures;
using Candour.Store;

namespace Candour.Web;

/// <summary>What stands round every page: whether the rows are invented, and how fresh they are.</summary>
/// <param name="Synthetic">True when no row describes a real person.</param>
/// <param name="Freshness">Null while nothing has been loaded.</param>
public sealed record PageFrame(bool Synthetic, Freshness? Freshness)
{
    public const string SyntheticSentence = "SYNTHETIC: no row describes a real person";

    public static PageFrame Empty { get; } = new(false, null);

    /// <summary>The frame of a page about one dataset; a page sets it under <see cref="Key"/>.</summary>
    public static PageFrame Of(ReadingRoom room, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(dataset);
        return Of(room, [.. room.Snapshot.SubmissionsOf(dataset.Id)]);
    }

    /// <summary>
    /// The frame of a page about everything. Invented rows are left out as soon as there are others: they would make
    /// real figures look newer than they are.
    /// </summary>
    public static PageFrame Of(ReadingRoom room)
    {
        ArgumentNullException.ThrowIfNull(room);
        var all = room.Seen.Submissions.ToList();
        var real = all.Where(submission => submission.DataClass != "synthetic").ToList();
        return all.Count == 0 ? Empty : Of(room, real.Count > 0 ? real : all);
    }

    /// <summary>Where a page lays its own frame for the layout.</summary>
    public const string Key = "Frame";

    private static PageFrame Of(ReadingRoom room, IReadOnlyList<SubmissionRecord> submissions) => new(
        submissions.All(submission => submission.DataClass == "synthetic"),
        new Freshness(
            submissions.Max(submission => submission.Periods[^1].End).AddDays(-1),
            submissions.Max(submission => submission.ReceivedAt),
            room.Snapshot.Record.Id));
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
