using Candour.Definitions;
using Candour.Kernel;
using Candour.Store;

namespace Candour.Databank.Snapshots;

/// <summary>There is nothing to make a snapshot of.</summary>
public sealed record NothingSubmitted(string Folder) : Refusal(
    $"Nothing has been submitted to the workspace at {Folder}: import a file first.");

/// <summary>Nothing that was submitted may be used yet.</summary>
public sealed record NothingApproved(string Folder) : Refusal(
    $"No submission of the workspace at {Folder} has been approved by a second person, and this workspace counts nothing else: "
    + "ask somebody to approve what was submitted.");

/// <summary>There is no snapshot yet.</summary>
public sealed record NoSnapshot(string Folder) : Refusal(
    $"The workspace at {Folder} has no snapshot to read: run 'candour snapshot' and 'candour compute'.");

/// <summary>The definitions are not those the snapshot was made with.</summary>
public sealed record DefinitionsHaveChanged(ContentHash Snapshot) : Refusal(
    $"The definitions have changed since the snapshot {Snapshot.Abbreviated} was made, so its figures are no longer what the definitions say: "
    + "run 'candour snapshot' and 'candour compute'.");

/// <summary>A submission's own file is not what it was.</summary>
public sealed record SubmissionIsDamaged(ContentHash Submission) : Refusal(
    $"The file of the submission {Submission.Abbreviated} is missing or was altered; no figure is made from it. Restore it from a backup.");

/// <summary>The cells of a snapshot are not what they were.</summary>
public sealed record CellsAreDamaged(ContentHash Snapshot) : Refusal(
    $"The cells of the snapshot {Snapshot.Abbreviated} are incomplete or were altered; no figure is read from them. "
    + "Run 'candour compute' to make them again from the submissions.");

/// <summary>Pins what is in force, and computes its cells.</summary>
public static class SnapshotMaking
{
    /// <summary>Records the submissions in force and the definitions as a snapshot; the same inputs are the same snapshot.</summary>
    public static Result<SnapshotRecord> Pin(Workspace workspace, Catalogue catalogue, DateTimeOffset now, string who)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(catalogue);
        var submissions = workspace.ForSnapshot().Select(submission => submission.Id).ToList();
        if (submissions.Count == 0)
        {
            return workspace.ApprovalIsRequired && workspace.Store.InForce().Count > 0
                ? new NothingApproved(workspace.Folder)
                : new NothingSubmitted(workspace.Folder);
        }

        var id = SnapshotId.Of(submissions, catalogue.ComputationalHash);
        var snapshot = new SnapshotRecord(id, catalogue.ComputationalHash, now, submissions);
        workspace.Store.Record(snapshot, new AuditEntry(now, who, "snapshot", id.Hex, "", "pin what is in force"));
        return snapshot;
    }

    /// <summary>
    /// Computes every measure of a snapshot on every dataset it runs on, and then makes the snapshot current. Readers keep
    /// the snapshot they have until that moment; areas whose submissions are those of the current snapshot are taken over.
    /// </summary>
    public static async Task<Result<SnapshotRecord>> ComputeAsync(
        Workspace workspace,
        Catalogue catalogue,
        SnapshotRecord snapshot,
        DateTimeOffset now,
        string who,
        IProgress<(int Done, int Of)> progress,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(progress);
        if (snapshot.Definitions != catalogue.ComputationalHash)
        {
            return new DefinitionsHaveChanged(snapshot.Id);
        }

        if (InputsErased.Of(workspace, snapshot) is { } erased)
        {
            return erased;
        }

        var folder = SnapshotFolder.Of(workspace, snapshot.Id);
        if (!CellManifest.Holds(folder))
        {
            if (Directory.Exists(folder))
            {
                // A broken cache is made again, never mended.
                Directory.Delete(folder, recursive: true);
            }

            var computed = await ComputeIntoAsync(
                SnapshotFolder.Of(workspace), catalogue, snapshot, workspace.Store.SubmissionsOf(snapshot),
                Reusable(workspace, catalogue, snapshot), progress, cancellation);
            if (computed is Result<SnapshotRecord>.Refused)
            {
                return computed;
            }
        }

        workspace.Store.MakeCurrent(snapshot.Id, new AuditEntry(now, who, "compute", snapshot.Id.Hex, "", "cells are whole"));
        return snapshot;
    }

    /// <summary>Computes the cells of a snapshot from nothing but its rows, in a folder that is no workspace.</summary>
    public static Task<Result<SnapshotRecord>> ComputeElsewhereAsync(
        SnapshotFolder files, Catalogue catalogue, SnapshotRecord snapshot, IReadOnlyList<SubmissionRecord> submissions, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(submissions);
        return ComputeIntoAsync(
            files, catalogue, snapshot, submissions, new EarlierCells(snapshot.Id, []), new Progress<(int Done, int Of)>(), cancellation);
    }

    private static async Task<Result<SnapshotRecord>> ComputeIntoAsync(
        SnapshotFolder files,
        Catalogue catalogue,
        SnapshotRecord snapshot,
        IReadOnlyList<SubmissionRecord> all,
        EarlierCells before,
        IProgress<(int Done, int Of)> progress,
        CancellationToken cancellation)
    {
        // The folder gets its name only when every table in it is whole.
        var folder = files.Of(snapshot.Id);
        var unfinished = WholeFile.Unfinished(folder);
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        Directory.CreateDirectory(unfinished);
        var submissions = all.GroupBy(submission => submission.Dataset).ToList();
        var done = 0;
        foreach (var group in submissions)
        {
            cancellation.ThrowIfCancellationRequested();
            var refresh = new DatasetRefresh(files, catalogue.Datasets[group.Key], catalogue, [.. group], before);
            if (await refresh.MakeAsync(unfinished, cancellation) is { } refusal)
            {
                Directory.Delete(unfinished, recursive: true);
                return refusal;
            }

            progress.Report((++done, submissions.Count));
        }

        CellManifest.Write(unfinished);
        FaultPoints.Reach(FaultPoint.CellsWritten);
        try
        {
            Directory.Move(unfinished, folder);
            FaultPoints.Reach(FaultPoint.CellsNamed);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Another process finished the same cells first; they are equal by construction.
            Directory.Delete(unfinished, recursive: true);
        }

        return snapshot;
    }

    /// <summary>The current snapshot, if its cells were made by the same definitions and are what they were; else one of
    /// no submissions.</summary>
    private static EarlierCells Reusable(Workspace workspace, Catalogue catalogue, SnapshotRecord snapshot) =>
        workspace.Store.CurrentSnapshot() is { } current && current.Definitions == catalogue.ComputationalHash
            && CellManifest.Holds(SnapshotFolder.Of(workspace, current.Id))
            ? new EarlierCells(current.Id, workspace.Store.SubmissionsOf(current))
            : new EarlierCells(snapshot.Id, []);
}
