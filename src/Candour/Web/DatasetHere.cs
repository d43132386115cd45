using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Figures;
using Candour.Store;

namespace Candour.Web;

/// <summary>A dataset that has data: what was submitted, for which periods, and what is missing between them.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Submissions">In the order of their periods.</param>
/// <param name="Mappings">Whoever read them, for publisher and attribution.</param>
/// <param name="Range">From the first period to the last.</param>
/// <param name="Gaps">Shortest periods between them without any submission.</param>
/// <param name="IsSynthetic">No row describes a real person.</param>
public sealed record DatasetHere(
    Dataset Dataset,
    IReadOnlyList<SubmissionRecord> Submissions,
    IReadOnlyList<Mapping> Mappings,
    Period Range,
    IReadOnlyList<Period> Gaps,
    bool IsSynthetic)
{
    public DateTimeOffset Loaded => Submissions.Max(submission => submission.ReceivedAt);

    public long Rows => Submissions.Sum(submission => submission.Rows);

    /// <summary>Real data first, then by title.</summary>
    public static IReadOnlyList<DatasetHere> All(ReadingRoom room)
    {
        ArgumentNullException.ThrowIfNull(room);
        return
        [
            .. room.Seen.Submissions.Select(submission => submission.Dataset).Distinct()
                .Select(name => room.Catalogue.Datasets[name])
                .Select(dataset => Of(room, dataset))
                .OrderBy(here => here.IsSynthetic).ThenBy(here => here.Dataset.Title, StringComparer.Ordinal),
        ];
    }

    /// <summary>The datasets with data that can be read by a hierarchy, by id.</summary>
    public static IReadOnlyList<Dataset> By(ReadingRoom room, AreaHierarchy hierarchy)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(hierarchy);
        return
        [
            .. room.Catalogue.Datasets.Values.Where(dataset => dataset.Hierarchies.Contains(hierarchy.Id) && room.Seen.Has(dataset.Id))
                .OrderBy(dataset => dataset.Id, StringComparer.Ordinal),
        ];
    }

    private static DatasetHere Of(ReadingRoom room, Dataset dataset)
    {
        var submissions = room.Snapshot.SubmissionsOf(dataset.Id).ToList();
        var periods = room.Snapshot.PeriodsOf(dataset.Id);
        var range = Period.Between(periods[0], periods[^1]);
        return new DatasetHere(
            dataset,
            submissions,
            [.. submissions.Select(room.MappingOf).Distinct()],
            range,
            [.. range.Split(dataset.Months).Except(periods)],
            room.IsSynthetic(dataset));
    }
}
