using Candour.Kernel;
using Candour.Store;
using Candour.Store.Databases;
using Microsoft.Data.Sqlite;
using static Candour.Tests.Store.Invented;

namespace Candour.Tests.Store;

/// <summary>What can be wrong with a store that is a file, and what earlier programs left in it.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string File => folder.At("candour.db");

    private string Refusal => OperationalStore.Open(new Database.Sqlite(File)).Match(_ => "opened", no => no.Sentence);

    [Fact]
    public void A_newer_file_is_refused_and_not_touched()
    {
        OperationalStore.Create(new Database.Sqlite(File));
        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            Dapper.SqlMapper.Execute(connection, "PRAGMA user_version = 99");
        }

        var before = ContentHash.OfFile(File);

        Assert.Contains("store version 99, this program knows", Refusal, StringComparison.Ordinal);
        Assert.Equal([File], Directory.EnumerateFileSystemEntries(folder.Path));
        Assert.Equal(before, ContentHash.OfFile(File));
    }

    [Fact]
    public void A_file_that_is_no_store_is_refused_and_not_touched()
    {
        folder.Write("candour.db", "Dear all, this is a letter and not a database, however long it may become.");
        var before = ContentHash.OfFile(File);

        Assert.Contains("is not a readable store", Refusal, StringComparison.Ordinal);
        Assert.Equal(before, ContentHash.OfFile(File));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_lost_store_is_refused_and_not_made_anew(bool empty)
    {
        if (empty)
        {
            folder.Write("candour.db", "");
        }

        Assert.Contains("is missing or empty, and nothing was put in its place", Refusal, StringComparison.Ordinal);
        Assert.Equal(empty, System.IO.File.Exists(File));
    }

    [Fact]
    public void The_trail_of_the_first_version_is_kept_and_chained()
    {
        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            Dapper.SqlMapper.Execute(connection, Script("0001-submissions-snapshots-audit.sql"));
            Dapper.SqlMapper.Execute(
                connection,
                """
                INSERT INTO audit (at, who, act, subject, reason) VALUES
                    ('2026-06-30T12:00:00.000Z', 'tester', 'submit', 'subject', 'reason'),
                    ('2026-06-30T12:00:00.000Z', 'tester', 'compute', 'subject', 'reason');
                PRAGMA user_version = 1
                """);
        }

        var store = OperationalStore.Open(new Database.Sqlite(File)).Match(opened => opened, no => throw new InvalidOperationException(no.Sentence));
        store.Append([Entry("read")]);

        Assert.Equal(
            [Entry("submit") with { Scope = "" }, Entry("compute") with { Scope = "" }, Entry("read")], store.Audit());
    }

    public void Dispose() => folder.Dispose();

    private static string Script(string name) =>
        System.IO.File.ReadAllText(Repository.At("src", "Candour.Store", "Migrations", "Sqlite", name));
}
