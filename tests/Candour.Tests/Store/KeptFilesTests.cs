using Candour.Kernel;
using Candour.Store;
using Candour.Store.Backups;
using Candour.Store.Keeping;
using Candour.Store.Packs;
using static Candour.Tests.Store.Invented;

namespace Candour.Tests.Store;

/// <summary>Files that are kept sealed: nobody reads them without the key, nobody alters them unnoticed, and a backup brings them back.</summary>
public sealed class KeptFilesTests : IDisposable
{
    private static readonly byte[] Content = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a sentence that is nobody's business ", 5_000)));

    private readonly TemporaryFolder files = new();

    [Fact]
    public async Task What_is_kept_is_sealed_comes_back_and_goes_through_a_backup()
    {
        var workspace = Make();
        var kept = Accepted(new KeptFiles(workspace).Seal(Content, Noon));
        Assert.IsType<NoSuchKeptFile>(Refused(new KeptFiles(workspace).Read(kept.Id)));
        Record(workspace, kept);

        Assert.Equal(Content, Accepted(new KeptFiles(workspace).Read(kept.Id)));
        Assert.Equal(kept, Accepted(new KeptFiles(workspace).Seal(Content, Noon.AddDays(1))));
        var path = Assert.Single(Directory.EnumerateFiles(workspace.Kept));
        Assert.DoesNotContain("nobody's business", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path)), StringComparison.Ordinal);

        Accepted(BackupMaking.Make(workspace, files.At("a.backup"), Noon, "keeper"));
        Accepted(await Restoring.RestoreAsync(
            files.At("a.backup"), files.At("back"), files.At("keys"), StoreKind.Sqlite, Entry("restore"), opened => Task.FromResult<Result<Workspace>>(opened)));
        var back = Accepted(Workspace.Open(files.At("back")));
        Assert.Equal(Content, Accepted(new KeptFiles(back).Read(kept.Id)));
        Assert.Single(back.Store.IssuedPacks());

        File.Delete(path);
        Assert.IsType<KeptFileIsLost>(Refused(BackupMaking.Make(workspace, files.At("b.backup"), Noon, "keeper")));
    }

    [Fact]
    public async Task An_altered_file_and_a_missing_key_are_refused()
    {
        var workspace = Make();
        var kept = Accepted(new KeptFiles(workspace).Seal(Content, Noon));
        Record(workspace, kept);
        var path = Directory.EnumerateFiles(workspace.Kept).Single();
        var right = await File.ReadAllBytesAsync(path);
        foreach (var place in (int[])[0, 30, 70, right.Length / 2, right.Length - 1])
        {
            var wrong = right.ToArray();
            wrong[place] ^= 1;
            await File.WriteAllBytesAsync(path, wrong);
            Assert.IsType<KeptFileIsDamaged>(Refused(new KeptFiles(workspace).Read(kept.Id)));
        }

        await File.WriteAllBytesAsync(path, right);
        File.Move(Directory.EnumerateFiles(files.At("keys"), "*kept-1.key").Single(), files.At("elsewhere"));
        Assert.IsType<KeptKeyIsMissing>(Refused(new KeptFiles(workspace).Read(kept.Id)));
    }

    public void Dispose() => files.Dispose();

    private static void Record(Workspace workspace, KeptFile kept)
    {
        var snapshot = new SnapshotRecord(ContentHash.Of("snapshot"), ContentHash.Of("definitions"), Noon, []);
        workspace.Store.Record(snapshot, Entry("snapshot"));
        Accepted(workspace.Store.Issue(
            new IssuedPack(
                ContentHash.Of("pack"), "cases", Period.FinancialQuarter(2025, 1), "small", "a1", snapshot.Id, 1, [], "lead", Noon, "For the review",
                [new IssuedFile("pack.docx", "text/plain", kept)]),
            Entry("issue pack")));
    }

    private static T Accepted<T>(Result<T> result) => result.Match(value => value, refusal => throw new InvalidOperationException(refusal.Sentence));

    private static Refusal Refused<T>(Result<T> result) => Assert.IsType<Result<T>.Refused>(result).Refusal;

    private Workspace Make() =>
        Accepted(Workspace.Create(files.At("w"), WorkspaceKind.Ordinary, StoreKind.Sqlite, ApprovalRule.None, "k1", files.At("keys")));
}
