using System.Data.Common;
using Candour.Kernel;
using Candour.Store;
using Candour.Store.Auditing;
using static Candour.Tests.Store.Invented;

namespace Candour.Tests.Store;

public sealed class TamperingOnSqliteTests() : TamperingTests(new TestDatabase.OnSqlite())
{
    [Fact]
    public void A_bit_that_flips_anywhere_in_the_file_is_found_or_changes_nothing_of_the_trail()
    {
        using var own = new TestDatabase.OnSqlite();
        var store = own.Create();
        store.Append(Trail);
        own.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        var right = store.Audit(AuditFilter.Everything);
        var bytes = File.ReadAllBytes(own.Path);
        var random = new Random(20261124);
        var (found, harmless) = (0, 0);
        for (var i = 0; i < Proof.Times(200, 5_000); i++)
        {
            var place = random.Next(bytes.Length);
            var bit = (byte)(1 << random.Next(8));
            bytes[place] ^= bit;
            File.WriteAllBytes(own.Path, bytes);
            File.Delete(own.Path + "-wal");
            File.Delete(own.Path + "-shm");
            if (IsFound(own))
            {
                found++;
            }
            else
            {
                harmless++;
                Assert.Equal(right, own.Open().Audit(AuditFilter.Everything));
            }

            bytes[place] ^= bit;
        }

        Assert.True(found > 0);
        Proof.Say($"{found + harmless} bits flipped in the file: {found} found, {harmless} not in the trail, 0 missed.");
    }

    private static bool IsFound(TestDatabase database)
    {
        try
        {
            return OperationalStore.Open(database.Database).Then(store => store.VerifyAudit([])).Match(_ => false, _ => true);
        }
        catch (DbException)
        {
            return true;
        }
    }
}

public sealed class TamperingOnPostgreSqlTests(PostgresServer server) : TamperingTests(new TestDatabase.OnPostgreSql(server));

/// <summary>Whatever somebody with the database in hand does to the trail is found, at its place.</summary>
public abstract class TamperingTests(TestDatabase database) : IDisposable
{
    private readonly TemporaryFolder keys = new();

    protected static IReadOnlyList<AuditEntry> Trail { get; } =
    [
        .. Enumerable.Range(1, 60).Select(number => Entry("read") with
        {
            At = Noon.AddMinutes(number), Who = $"person {number % 7}", Subject = ContentHash.Of($"{number}").Hex, Reason = "dip sample",
        }),
    ];

    [Fact]
    public void Every_tampering_is_found_at_its_place()
    {
        var store = database.Create();
        store.Append(Trail);
        AuditKeys.Rotate(keys.Path, "w1");
        var head = Accepted(store.SignHead(keys.Path, "w1", Noon));
        database.DropTriggers();
        database.Execute("CREATE TABLE kept AS SELECT * FROM audit");
        database.Execute("CREATE TABLE kept_head AS SELECT * FROM audit_head");
        var random = new Random(20261124);
        var times = Proof.Times(100, 5_000);
        for (var i = 0; i < times; i++)
        {
            var first = Tampering.Do(database, random, Trail.Count);

            var broken = Assert.IsType<AuditTrailIsBroken>(store.VerifyAudit([head]).Match<Refusal?>(_ => null, refusal => refusal));
            string[] places = [$"at entry {first}", $"after entry {first - 1}", $"between entry 1 and entry {Trail.Count}"];
            Assert.Contains(broken.Place, places);

            database.Execute(
                """
                DELETE FROM audit;
                INSERT INTO audit SELECT * FROM kept ORDER BY sequence;
                DELETE FROM audit_head;
                INSERT INTO audit_head SELECT * FROM kept_head;
                """);
        }

        Assert.Equal(head.Hash, Accepted(store.VerifyAudit([head])).Hash);
        Proof.Say($"{times} tamperings: {times} found, each at its place.");
    }

    [Fact]
    public void Without_a_head_a_cut_tail_is_found_by_the_database_s_own_head()
    {
        var store = database.Create();
        store.Append(Trail);
        database.DropTriggers();
        database.Execute("DELETE FROM audit WHERE sequence > 50");

        Assert.Equal("after entry 50", Assert.IsType<AuditTrailIsBroken>(store.VerifyAudit([]).Match<Refusal?>(_ => null, no => no)).Place);
    }

    [Fact]
    public void Of_several_heads_the_first_that_disagrees_narrows_the_place()
    {
        var store = database.Create();
        AuditKeys.Rotate(keys.Path, "w1");
        var heads = new List<SignedHead>();
        foreach (var entry in Trail.Chunk(20))
        {
            store.Append(entry);
            heads.Add(Accepted(store.SignHead(keys.Path, "w1", Noon)));
        }

        database.DropTriggers();
        Tampering.WriteAnew(database, 30);

        Assert.Equal(
            "between entry 21 and entry 40",
            Assert.IsType<AuditTrailIsBroken>(store.VerifyAudit(heads).Match<Refusal?>(_ => null, no => no)).Place);
        Assert.IsType<Result<AuditHead>.Accepted>(store.VerifyAudit([]));
    }

    [Fact]
    public void An_old_head_is_checked_after_its_key_was_rotated_and_a_forged_one_is_refused()
    {
        var store = database.Create();
        store.Append(Trail);
        AuditKeys.Rotate(keys.Path, "w1");
        var head = Accepted(store.SignHead(keys.Path, "w1", Noon));
        AuditKeys.Rotate(keys.Path, "w1");
        AuditKeys.Rotate(keys.Path, "w2");

        Assert.Equal(head, Accepted(AuditKeys.Check(keys.Path, "w1", head)));
        Assert.NotEqual(head.Key, Accepted(store.SignHead(keys.Path, "w1", Noon)).Key);
        Assert.Single(Directory.EnumerateFiles(keys.Path, "w1.*.key"));
        Assert.IsType<HeadIsForged>(Refused(AuditKeys.Check(keys.Path, "w1", head with { Sequence = 50 })));
        Assert.IsType<HeadIsForged>(Refused(AuditKeys.Check(keys.Path, "w1", head with { Signature = "AAAA" })));
        Assert.IsType<HeadIsOfAnother>(Refused(AuditKeys.Check(keys.Path, "w2", head)));
    }

    public void Dispose()
    {
        database.Dispose();
        keys.Dispose();
        GC.SuppressFinalize(this);
    }

    private static T Accepted<T>(Result<T> result) => result.Match(value => value, no => throw new InvalidOperationException(no.Sentence));

    private static Refusal Refused<T>(Result<T> result) =>
        result.Match(_ => throw new InvalidOperationException("It was accepted."), refusal => refusal);
}
