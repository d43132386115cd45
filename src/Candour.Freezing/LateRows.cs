using System.Globalization;
using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Intake.Submitting;
using Candour.Kernel;
using Candour.Store;
using Candour.Store.Closings;

namespace Candour.Freezing;

/// <summary>
/// Rows that came, changed or vanished after a period was frozen are recorded as an adjustment with its effect: they change no
/// figure of the period until a second person has approved a restatement.
/// </summary>
public static class LateRows
{
    /// <summary>
    /// Compares every frozen period with the current snapshot and records what is new; gives what was recorded. Called when a
    /// snapshot has become current. What was recorded before is not recorded again.
    /// </summary>
    public static Result<IReadOnlyList<Adjustment>> Record(
        Workspace workspace, ReadableSnapshot current, DateTimeOffset now, string who, Func<string> newId)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(newId);
        var recorded = new List<Adjustment>();
        foreach (var last in workspace.Store.FreezesThatHold().Where(last => last.Snapshot != current.Record.Id && current.Has(last.Dataset)))
        {
            var recording = FrozenSnapshots.Open(workspace, current.Catalogue, last)
                .Then(frozen => frozen.Erased is { } erased ? erased : RecordOne(workspace, frozen, current, last, now, who, newId));
            if (recording.Try(out var found, out var refusal))
            {
                recorded.AddRange(found);
            }
            else if (refusal is not InputsErased)
            {
                return refusal;
            }
        }

        return recorded;
    }

    private static Result<IReadOnlyList<Adjustment>> RecordOne(
        Workspace workspace, ReadableSnapshot frozen, ReadableSnapshot current, Freeze last, DateTimeOffset now, string who, Func<string> newId)
    {
        var dataset = current.Catalogue.Datasets[last.Dataset];
        var (was, becomes) = (ContentOf(frozen, dataset, last.Period), ContentOf(current, dataset, last.Period));
        if (was == becomes || workspace.Store.AdjustmentsOf(last.Dataset, last.Period)
            .Any(one => one.Kind == AdjustmentKind.Late && one.Before == last.Snapshot.Hex && one.Becomes == becomes && one.State != AdjustmentState.Accepted
                && (one.State == AdjustmentState.Declined || one.After == current.Record.Id.Hex)))
        {
            return new Result<IReadOnlyList<Adjustment>>.Accepted([]);
        }

        var differences = RowDifferences.Of(frozen, current, dataset, last.Period);
        var hierarchy = current.Catalogue.HierarchyOf(dataset);
        var effects = MeasureEffects.Between(frozen, current, dataset, last.Period, MeasureEffects.AreasOf(hierarchy, differences));
        var late = new Adjustment(
            newId(), last.Dataset, last.Period, hierarchy.Top.Id, AdjustmentKind.Late, "", "", was, becomes, last.Snapshot.Hex,
            current.Record.Id.Hex, InWords(differences), string.Join(' ', differences.Select(row => row.File).Distinct().Take(3)),
            SubmitterOf(workspace, frozen, current, last.Dataset, who), now, AdjustmentState.Asked, "", "", 1);
        return workspace.Store.Ask(
                late, effects, _ => null,
                new AuditEntry(now, who, "record late rows", PeriodClose.Subject(dataset, last.Period), "", late.Reason))
            .Then(asked => new Result<IReadOnlyList<Adjustment>>.Accepted([asked]));
    }

    /// <summary>The hash of all rows of a dataset that any figure of the period counts.</summary>
    internal static string ContentOf(ReadableSnapshot snapshot, Dataset dataset, Period period)
    {
        var placing = new RowPlacing(dataset, period);
        return CanonicalRows.Hash(
            dataset, snapshot.AgencyOf(dataset.Id), placing.Touching(snapshot.RowsOf(dataset)).Select(source => source.Row)).Hex;
    }

    private static string InWords(IReadOnlyList<RowDifference> differences) => string.Create(
        CultureInfo.InvariantCulture,
        $"After the freeze: {differences.Count(row => row.Change == RowChange.Added)} rows added, {differences.Count(row => row.Change == RowChange.Changed)} changed, {differences.Count(row => row.Change == RowChange.Vanished)} vanished");

    /// <summary>Whoever submitted the first of the later files: that person cannot be the second one.</summary>
    private static string SubmitterOf(Workspace workspace, ReadableSnapshot frozen, ReadableSnapshot current, string dataset, string who)
    {
        var before = frozen.Record.Submissions.ToHashSet();
        return current.SubmissionsOf(dataset).Where(submission => !before.Contains(submission.Id))
            .Select(submission => workspace.Store.ApprovalOf(submission.Id).Match(approval => approval.Submitter, _ => ""))
            .FirstOrDefault(submitter => submitter.Length > 0, who);
    }
}
