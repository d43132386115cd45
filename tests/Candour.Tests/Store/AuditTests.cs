using System.Data.Common;
using System.Diagnostics;
using Candour.Store;
using static Candour.Tests.Store.Invented;

namespace Candour.Tests.Store;

public sealed class AuditOnSqliteTests() : AuditTests(new TestDatabase.OnSqlite())
{
    [Fact]
    public void A_row_is_not_replaced_by_an_insert_either() => Refused(
        """
        INSERT OR REPLACE INTO audit (sequence, at, who, act, subject, scope, reason, hash)
        VALUES (1, '', 'nobody', '', '', '', '', '')
        """);
}

public sealed class AuditOnPostgreSqlTests(PostgresServer server) : AuditTests(new TestDatabase.OnPostgreSql(server))
{
    [Theory]
    [InlineData("TRUNCATE audit")]
    [InlineData("TRUNCATE audit_head")]
    [InlineData("SET session_replication_role = replica; DELETE FROM audit")]
    [InlineData("SET session_replication_role = replica; UPDATE audit_head SET sequence = 0")]
    public void There_is_no_way_round_the_triggers(string statement) => Refused(statement);
}

/// <summary>The audit trail as its owner meets it: it is appended to, and nothing else.</summary>
public abstract class AuditTests(TestDatabase database) : IDisposable
{
    [Theory]
    [InlineData("UPDATE audit SET who = 'nobody'")]
    [InlineData("DELETE FROM audit")]
    [InlineData("DELETE FROM audit WHERE sequence = 3")]
    [InlineData("INSERT INTO audit (sequence, at, who, act, subject, scope, reason, hash) VALUES (5, '', '', '', '', '', '', '')")]
    [InlineData("INSERT INTO audit (sequence, at, who, act, subject, scope, reason, hash) VALUES (0, '', '', '', '', '', '', '')")]
    [InlineData("UPDATE audit_head SET sequence = 1")]
    [InlineData("DELETE FROM audit_head")]
    [InlineData("UPDATE audit_head SET hash = 'another'")]
    public void Nobody_changes_it(string statement) => Refused(statement);

    [Fact]
    public void Readings_are_appended_in_groups_and_kept_to_the_letter()
    {
        var store = database.Create();
        var odd = new AuditEntry(Noon.AddMilliseconds(7), "Zoë\0", "read", "a\nb", "durham kent", "'; DROP TABLE audit; --");

        store.Append([Entry("one"), odd]);
        store.Append([]);
        store.Append([Entry("two")]);

        Assert.Equal([Entry("one"), odd with { Who = "Zoë\uFFFD" }, Entry("two")], store.Audit());
        Assert.Equal([1, 2, 3], database.Read<long>("SELECT sequence FROM audit ORDER BY sequence"));
        Assert.Equal(database.Read<string>("SELECT hash FROM audit WHERE sequence = 3"), database.Read<string>("SELECT hash FROM audit_head"));
    }

    [Fact]
    public async Task Many_who_append_at_once_make_one_chain()
    {
        var store = database.Create();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() =>
        {
            for (var i = 0; i < 10; i++)
            {
                store.Append([Entry($"{writer}"), Entry($"{writer}")]);
            }
        })));

        Assert.Equal(Enumerable.Range(1, 160).Select(number => (long)number), database.Read<long>("SELECT sequence FROM audit ORDER BY sequence"));
    }

    [Fact]
    public void An_entry_of_a_group_costs_a_fraction_of_one_alone()
    {
        var store = database.Create();
        AuditEntry[] group = [.. Enumerable.Range(0, 500).Select(_ => Entry("read"))];
        store.Append(group);

        var alone = Stopwatch.StartNew();
        for (var i = 0; i < 50; i++)
        {
            store.Append([Entry("read")]);
        }

        alone.Stop();
        var grouped = Stopwatch.StartNew();
        store.Append(group);

        Proof.Say(string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"Entries a second, alone {50 / alone.Elapsed.TotalSeconds:N0}, in groups of 500 {500 / grouped.Elapsed.TotalSeconds:N0}."));

        // Ten times as many in less than twice the time, however busy the machine is.
        Assert.True(grouped.Elapsed < alone.Elapsed * 2, $"50 alone took {alone.Elapsed}, 500 together {grouped.Elapsed}.");
    }

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    protected void Refused(string statement)
    {
        var store = database.Create();
        store.Append([Entry("one"), Entry("two"), Entry("three")]);
        var head = database.Read<string>("SELECT hash FROM audit_head");

        var fault = Assert.ThrowsAny<DbException>(() => database.Execute(statement));

        Assert.Contains("audit trail", fault.Message, StringComparison.Ordinal);
        Assert.Equal(3, store.Audit().Count);
        Assert.Equal(head, database.Read<string>("SELECT hash FROM audit_head"));
    }
}
