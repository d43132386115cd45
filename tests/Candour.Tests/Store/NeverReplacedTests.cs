using System.Data.Common;
using Candour.Kernel;
using Candour.Store.Closings;
using Candour.Store.Evidencing;
using Candour.Store.Keeping;
using static Candour.Tests.Store.Invented;

namespace Candour.Tests.Store;

/// <summary>
/// SQLite removes a row that an insert replaces without asking the triggers of a deletion: what is never deleted is not replaced either, so
/// that nobody moves the day until which evidence is kept, or what an area said, by writing the row again.
/// </summary>
public sealed class NeverReplacedTests : IDisposable
{
    /// <summary>Named by the hash of what they hold, and compared with it when they are read.</summary>
    private static readonly string[] NamedByContent = ["kept_file", "snapshot"];

    private static readonly ContentHash Original = ContentHash.Of("a");

    private readonly TestDatabase.OnSqlite database = new();

    [Theory]
    [InlineData("evidence", "SELECT id, title, agency, hierarchy, area, class, purpose, '2099-01-01', put_by, put_at, erased_by, erased_at, erased_reason FROM evidence")]
    [InlineData("evidence_version", "SELECT evidence, ordinal, file, sealed, size, 'pdf', put_by, put_at FROM evidence_version")]
    [InlineData("evidence_version", "SELECT evidence, 1, file, sealed, size, kind, put_by, put_at FROM evidence_version")]
    [InlineData("area_answer", "SELECT dataset, period, area, ordinal, 'lapsed', content, who, at, reason FROM area_answer")]
    public void A_row_is_not_replaced_by_an_insert(string table, string row)
    {
        var store = database.Create();
        store.PutEvidence(
            new EvidenceRecord(
                Original, "A document", "constabulary", "small", "a1", "Restricted", "Compared with the rows", new DateOnly(2030, 1, 1), "analyst", Noon,
                [new EvidenceVersion(0, new KeptFile(Original, ContentHash.Of("sealed"), 1, Noon), "txt", "analyst", Noon)], null),
            Entry("put evidence"));
        var quarter = Period.FinancialQuarter(2025, 1);
        store.Say(new AreaAnswer("crimes", quarter, "a01", AreaWord.Nil, "", "tester", Noon, "none"), _ => null, Entry("nil"));
        var before = Rows(table);
        Assert.NotEmpty(before);

        Assert.Contains("never", Assert.ThrowsAny<DbException>(() => database.Execute($"INSERT OR REPLACE INTO {table} {row}")).Message, StringComparison.Ordinal);
        Assert.Equal(before, Rows(table));
    }

    [Fact]
    public void Every_table_whose_rows_are_never_deleted_asks_before_an_insert_for_its_key()
    {
        database.Create();
        var triggers = database.Read<string>("SELECT tbl_name || ' ' || replace(sql, char(10), ' ') FROM sqlite_master WHERE type = 'trigger'");
        var guarded = triggers.Where(one => one.Contains(" BEFORE DELETE ON ", StringComparison.Ordinal)).Select(one => one.Split(' ')[0])
            .Distinct().Except(NamedByContent).ToList();
        Assert.Contains("evidence", guarded);

        Assert.All(guarded, table =>
        {
            var asks = string.Join(' ', triggers.Where(one => one.StartsWith(table + " ", StringComparison.Ordinal) && one.Contains(" BEFORE INSERT ON ", StringComparison.Ordinal)));
            Assert.Contains(" BEFORE INSERT ON ", asks, StringComparison.Ordinal);
            Assert.All(
                database.Read<string>($"SELECT name FROM pragma_table_info('{table}') WHERE pk > 0").Where(_ => table is not ("audit_head" or "snapshot_submission")),
                key => Assert.Contains("NEW." + key, asks, StringComparison.Ordinal));
        });
    }

    public void Dispose() => database.Dispose();

    private IReadOnlyList<string> Rows(string table)
    {
        var columns = string.Join(" || '|' || ", database.Read<string>($"SELECT name FROM pragma_table_info('{table}')"));
        return database.Read<string>($"SELECT {columns} FROM {table}");
    }
}
