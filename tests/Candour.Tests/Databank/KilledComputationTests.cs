using Candour.Databank.Snapshots;
using Candour.Intake;
using Candour.Intake.Reading;
using Candour.Intake.Submitting;
using Candour.Kernel;
using Candour.Store;

namespace Candour.Tests.Databank;

/// <summary>Killed at a named moment of a computation, a workspace has no half snapshot, and the next computation gives the same cells.</summary>
public sealed class KilledComputationTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 30, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    /// <summary>The moments on the way of a computation.</summary>
    internal static IReadOnlyList<FaultPoint> OfAComputation { get; } = [FaultPoint.CellsWritten, FaultPoint.CellsNamed];

    [Fact]
    public async Task Killed_when_its_cells_are_written_or_named_it_ends_at_the_same_cells()
    {
        var undisturbed = await PinnedAsync("undisturbed");
        var killed = await PinnedAsync("killed");
        await ComputeAsync(undisturbed);

        foreach (var point in OfAComputation)
        {
            using var program = TheProgram.Start(
                new Dictionary<string, string> { [FaultPoints.Variable] = point.ToString() }, "compute", "--workspace", killed.Folder);
            await program.WaitForExitAsync();
            Assert.Equal(137, program.ExitCode);
            Assert.Null(Open("killed").Store.CurrentSnapshot());
        }

        killed.Sweep();
        await ComputeAsync(killed);

        Assert.Equal(undisturbed.Store.CurrentSnapshot()!.Id, killed.Store.CurrentSnapshot()!.Id);
        Assert.Equal(Cells("undisturbed"), Cells("killed"));
        Assert.NotEmpty(Cells("killed"));
    }

    public void Dispose() => folder.Dispose();

    private async Task<Workspace> PinnedAsync(string name)
    {
        var workspace = Workspace.Create(folder.At(name), WorkspaceKind.Demo, StoreKind.Sqlite, ApprovalRule.None, PseudonymKey.DemoKeyId, "")
            .Match(made => made, Fail<Workspace>);
        var file = SourceFile.Open(Repository.At("samples", "cps-case-outcomes-2014-2018", "2014", "principal_offence_category_may_2014.csv"))
            .Then(file => PseudonymKey.Open(workspace).Then(key => Checking.Check(
                file, "cps-case-outcomes", Repository.Catalogue, key, new CheckWishes(DateOnly.FromDateTime(Noon.Date)))))
            .Match(read => read, Fail<CheckedFile>);
        Assert.True(await Submission.SubmitAsync(file, workspace, false, Noon, "tester", CancellationToken.None) is Result<Submitted>.Accepted);
        Assert.True(SnapshotMaking.Pin(workspace, Repository.Catalogue, Noon, "tester") is Result<SnapshotRecord>.Accepted);
        return workspace;
    }

    private Workspace Open(string name) => Workspace.Open(folder.At(name)).Match(open => open, Fail<Workspace>);

    private static async Task ComputeAsync(Workspace workspace) => Assert.True(await SnapshotMaking.ComputeAsync(
        workspace, Repository.Catalogue, workspace.Store.LatestSnapshot()!, Noon, "tester", new Progress<(int, int)>(), CancellationToken.None)
        is Result<SnapshotRecord>.Accepted);

    private List<string> Cells(string name) =>
    [
        .. Directory.EnumerateFiles(folder.At(name, "cells"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetRelativePath(folder.At(name), file)} {ContentHash.OfFile(file)}"),
    ];

    private static T Fail<T>(Refusal refusal) => throw new InvalidOperationException(refusal.Sentence);
}
