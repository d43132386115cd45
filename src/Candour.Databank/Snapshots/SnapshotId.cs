using Candour.Kernel;

namespace Candour.Databank.Snapshots;

/// <summary>
/// The name of a snapshot: the hash of its sorted submissions, its adjustments (none yet), its period and the
/// computational part of the definitions. No time, path, caption or random number enters it, so the same inputs have the
/// same name on every machine.
/// </summary>
public static class SnapshotId
{
    public static ContentHash Of(IEnumerable<ContentHash> submissions, ContentHash definitions)
    {
        var inputs = submissions.Select(submission => submission.Hex).Order(StringComparer.Ordinal);
        return ContentHash.Of(
            $"snapshot 1\nperiod all\nadjustments none\ndefinitions {definitions}\n{string.Join('\n', inputs)}\n");
    }
}
