using Candour.Kernel;
using Candour.Store;
using Candour.Store.Backups;
using static Candour.Tests.Store.Invented;

namespace Candour.Tests.Store;

/// <summary>A workspace in use goes into one file and comes back whole, or the file is refused.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly TemporaryFolder files = new();

    private string Keys => files.At("keys");

    private string File => files.At("a.backup");

    [Fact]
    public async Task What_comes_back_is_what_was_there()
    {
        var workspace = Make();

        var made = Accepted(BackupMaking.Make(workspace, File, Noon, "keeper"));
        var restored = await Restore("back");

        Assert.Equal(made.Header, Accepted(restored).Header);
        var back = Accepted(Workspace.Open(files.At("back")));
        Assert.Equal(workspace.Store.Known().Select(known => known.ToString()), back.Store.Known().Select(known => known.ToString()));
        Assert.Equal([.. workspace.Store.Audit(), Entry("restore")], back.Store.Audit());
        Assert.Equal(ApprovalState.Approved, Accepted(back.Store.ApprovalOf(ContentHash.Of("a"))).State);
        Assert.Equal(workspace.Id, back.Id);
        Assert.IsType<Result<Candour.Store.Auditing.AuditHead>.Accepted>(back.Store.VerifyAudit([]));
        foreach (var submission in Directory.EnumerateFiles(workspace.Submissions))
        {
            Assert.Equal(ContentHash.OfFile(submission), ContentHash.OfFile(Path.Combine(back.Submissions, Path.GetFileName(submission))));
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        Assert.DoesNotContain("replaced by", System.IO.File.ReadAllText(File), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(files.Path, "*.new"));
    }

    [Fact]
    public async Task A_backup_made_while_others_write_is_of_one_moment()
    {
        var workspace = Make();
        using var over = new CancellationTokenSource();
        var writer = Task.Run(() =>
        {
            for (var i = 0; !over.IsCancellationRequested; i++)
            {
                Submit(workspace, $"during {i}");
            }
        });
        for (var i = 0; i < 5; i++)
        {
            Accepted(BackupMaking.Make(workspace, files.At($"{i}.backup"), Noon, "keeper"));
        }

        await over.CancelAsync();
        await writer;
        System.IO.File.Move(files.At("4.backup"), File);
        Accepted(await Restore("back"));
        var back = Accepted(Workspace.Open(files.At("back")));

        // Every submission has its entry, and the backups and the restore have theirs.
        var acts = back.Store.Audit().Select(entry => entry.Act).ToList();
        Assert.Equal(back.Store.Known().Count, acts.Count(act => act == "submit"));
        Assert.Equal(5, acts.Count(act => act == "backup"));
    }

    [Fact]
    public async Task A_backup_that_was_cut_or_altered_anywhere_is_refused_and_leaves_nothing()
    {
        Accepted(BackupMaking.Make(Make(), File, Noon, "keeper"));
        var right = await System.IO.File.ReadAllBytesAsync(File);
        var random = new Random(20261124);
        for (var i = 0; i < Proof.Times(60, 2_000); i++)
        {
            var bytes = random.Next(3) == 0 ? right[..random.Next(right.Length)] : [.. right];
            if (bytes.Length == right.Length)
            {
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            }

            await System.IO.File.WriteAllBytesAsync(File, bytes);
            Assert.IsType<Result<BackupSummary>.Refused>(BackupReading.Verify(File, Keys));
        }

        Assert.IsType<Result<BackupSummary>.Refused>(await Restore("back"));
        Assert.False(Directory.Exists(files.At("back")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(files.Path, "*.new"));
    }

    [Fact]
    public async Task Foreign_and_future_files_and_folders_in_use_are_refused()
    {
        Accepted(BackupMaking.Make(Make(), File, Noon, "keeper"));
        Assert.IsType<BackupFileExists>(Refused(BackupMaking.Make(Accepted(Workspace.Open(files.At("w"))), File, Noon, "keeper")));
        Assert.IsType<RestoresIntoEmptyFolders>(Refused(await Restore("w")));
        Assert.IsType<BackupKeyIsMissing>(Refused(BackupReading.Verify(File, files.At("other"))));
        Assert.IsType<NotABackup>(Refused(BackupReading.Verify(files.Write("letter", "Dear all, this is no backup"), Keys)));
        Assert.IsType<NotABackup>(Refused(BackupReading.Verify(files.At("nothing"), Keys)));

        var bytes = System.Text.Encoding.Latin1.GetString(await System.IO.File.ReadAllBytesAsync(File));
        await System.IO.File.WriteAllBytesAsync(File, System.Text.Encoding.Latin1.GetBytes(bytes.Replace("\"format\":1", "\"format\":2", StringComparison.Ordinal)));

        Assert.IsType<BackupIsNewer>(Refused(await Restore("back")));
    }

    [Fact]
    public async Task An_older_backup_is_opened_after_its_key_was_rotated()
    {
        var workspace = Make();
        Accepted(BackupMaking.Make(workspace, File, Noon, "keeper"));

        BackupKeys.Rotate(Keys, workspace.Id);

        Assert.IsType<Result<BackupSummary>.Accepted>(await Restore("back"));
        Assert.NotEqual(
            Accepted(BackupReading.Verify(File, Keys)).Header.Key,
            Accepted(BackupMaking.Make(workspace, files.At("b.backup"), Noon, "keeper")).Header.Key);
    }

    [Fact]
    public void A_workspace_with_a_lost_or_altered_submission_is_not_backed_up_as_if_it_were_whole()
    {
        var workspace = Make();
        var submission = Directory.EnumerateFiles(workspace.Submissions).First();
        System.IO.File.AppendAllText(submission, "more");
        Assert.IsType<BackupIsDamaged>(Refused(BackupMaking.Make(workspace, File, Noon, "keeper")));
        System.IO.File.Delete(submission);
        Assert.IsType<SubmissionFileIsLost>(Refused(BackupMaking.Make(workspace, File, Noon, "keeper")));
        Assert.False(System.IO.File.Exists(File));
    }

    public void Dispose() => files.Dispose();

    private Task<Result<BackupSummary>> Restore(string folder) => Restoring.RestoreAsync(
        File, files.At(folder), Keys, StoreKind.Sqlite, Entry("restore"), workspace => Task.FromResult<Result<Workspace>>(workspace));

    private Workspace Make()
    {
        var workspace = Accepted(Workspace.Create(files.At("w"), WorkspaceKind.Ordinary, StoreKind.Sqlite, ApprovalRule.Required, "k1", Keys));
        Submit(workspace, "a");
        Submit(workspace, "b");
        workspace.Store.Approve(ContentHash.Of("a"), "other", Entry("approve") with { Reason = "a reason that no backup shows: replaced by \"ö\" \u2028" });
        return workspace;
    }

    private static void Submit(Workspace workspace, string name)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(name, 10_000)));
        WholeFile.Write(Path.Combine(workspace.Submissions, ContentHash.Of(name) + ".parquet"), bytes);
        workspace.Store.Accept(
            Submission(name) with { ParquetHash = ContentHash.Of(bytes) },
            [new Finding("count-absent", Severity.Note, 0, "count", "", "Not stated.", 7)],
            Take(),
            Entry("submit"));
    }

    private static T Accepted<T>(Result<T> result) => result.Match(value => value, no => throw new InvalidOperationException(no.Sentence));

    private static Refusal Refused<T>(Result<T> result) =>
        result.Match(_ => throw new InvalidOperationException("It was accepted."), refusal => refusal);
}
