using Candour.Kernel;
using Candour.Store;
using Candour.Store.Databases;
using static Candour.Tests.Store.Invented;

namespace Candour.Tests.Store.Disks;

/// <summary>
/// A disk that fails at the first, second, … request of an act, until the act meets no failure: each time it is said in one
/// sentence, the act is there whole or not at all, and the store works when the disk does.
/// </summary>
public sealed class FailingDiskTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData(WatchedDisk.FailsToWrite, "could not be read or written")]
    [InlineData(WatchedDisk.FailsToFlush, "could not be read or written")]
    [InlineData(WatchedDisk.IsFull, "there is no space left for the store candour.db")]
    public void Nothing_is_half_and_the_store_works_again(int code, string sentence)
    {
        var disk = new WatchedDisk(Directory.CreateDirectory(folder.At("disk")).FullName);
        var watched = new Database.Sqlite(disk.PathOf("candour.db"));
        var store = OperationalStore.Create(watched).Match(made => made, refusal => throw new InvalidOperationException(refusal.Sentence));
        using var reader = watched.ConnectToRead();
        Dapper.SqlMapper.ExecuteScalar<long>(reader, "SELECT count(*) FROM audit");
        var failures = 0;
        for (var (n, met) = (1, true); met; n++)
        {
            disk.FailAt(n, code);
            var fault = Record.Exception(() => Accept(store, n));
            met = disk.HasFailed;
            disk.Recover();
            failures += met ? 1 : 0;

            // A failure while the log is only tidied up is nobody's concern: the act is there.
            Assert.True(fault is null or StoreDiskException, $"Request {n}: {fault}");
            Assert.Contains(fault is null ? "" : sentence, fault?.Message ?? "", StringComparison.Ordinal);
            Assert.True(fault is not null || IsThere(store, n));
            Assert.Equal(IsThere(store, n) ? 1 : 0, store.FindingsOf(Submission($"s{n}").Id).Count);
            Assert.Equal(store.InForce().Count, store.Audit().Count);
            Assert.True(store.VerifyAudit([]) is Result<Candour.Store.Auditing.AuditHead>.Accepted);
            if (!IsThere(store, n))
            {
                Accept(store, n);
            }

            Assert.Equal(n, store.InForce().Count);
        }

        Assert.True(failures >= 3, $"Only {failures} requests of an act could fail.");
    }

    public void Dispose() => folder.Dispose();

    private static void Accept(OperationalStore store, int n) => Assert.True(
        store.Accept(Submission($"s{n}"), [new Finding("CODE_UNKNOWN", Severity.Warning, n, "outcome", "X", "It is not a code.", 1)], Take(), Entry("submit"))
        is Result<Admission>.Accepted);

    private static bool IsThere(OperationalStore store, int n) => store.FindSubmission(Submission($"s{n}").Id) is not null;
}
