using System.Data.Common;
using Candour.Kernel;
using Candour.Store;
using Candour.Store.Evidencing;
using Candour.Store.Keeping;
using Candour.Store.Packs;
using static Candour.Tests.Store.Invented;

namespace Candour.Tests.Store;

public sealed class EvidenceOnSqliteTests() : EvidenceTests(new TestDatabase.OnSqlite());

public sealed class EvidenceOnPostgreSqlTests(PostgresServer server) : EvidenceTests(new TestDatabase.OnPostgreSql(server));

/// <summary>A document is recorded once, is never changed, and leaves only that it was here.</summary>
public abstract class EvidenceTests(TestDatabase database) : IDisposable
{
    private static readonly ContentHash A = ContentHash.Of("a");

    [Fact]
    public void The_same_bytes_are_one_document_and_the_last_redacted_version_is_shown()
    {
        var store = database.Create();
        var put = Ok(store.PutEvidence(Document("a"), Entry("put evidence")));
        Assert.Equal("evidence/" + A, put.Reference);
        Assert.IsType<EvidenceIsKept>(No(store.PutEvidence(Document("a"), Entry("put evidence"))));

        Ok(store.AddRedacted(A, File("b"), "txt", Entry("redact evidence")));
        Ok(store.AddRedacted(A, File("c"), "txt", Entry("redact evidence")));
        var read = Ok(store.EvidenceOf(A));
        Assert.Equal(ContentHash.Of("c"), read.Redacted!.File.Id);
        Assert.Equal([0, 1, 2], read.Versions.Select(version => version.Ordinal));
        Assert.Equal(read.Versions, Assert.Single(store.Evidence()).Versions);

        // What is a version of one document is no other document, and no version of another.
        Assert.IsType<EvidenceIsKept>(No(store.PutEvidence(Document("b"), Entry("put evidence"))));
        Ok(store.PutEvidence(Document("d"), Entry("put evidence")));
        Assert.IsType<EvidenceIsKept>(No(store.AddRedacted(ContentHash.Of("d"), File("a"), "txt", Entry("redact evidence"))));
        Assert.IsType<NoSuchEvidence>(No(store.AddRedacted(ContentHash.Of("x"), File("y"), "txt", Entry("redact evidence"))));
        Assert.Equal(["put evidence", "redact evidence", "redact evidence", "put evidence"], store.Audit().Select(one => one.Act));
    }

    [Fact]
    public void What_is_erased_leaves_only_that_it_was_here_and_is_not_put_back()
    {
        var store = database.Create();
        Ok(store.PutEvidence(Document("a"), Entry("put evidence")));
        Ok(store.AddRedacted(A, File("b"), "txt", Entry("redact evidence")));
        Ok(store.PutEvidence(Document("c"), Entry("put evidence")));

        var erased = new ErasedEvidence(A, Noon.AddDays(1), "lead", "Its time has passed");
        var gone = Ok(store.EraseEvidence(erased, Entry("erase evidence")));

        Assert.Equal((erased, ""), (gone.Erased, gone.Title));
        Assert.Equal([erased], store.ErasedDocuments());
        Assert.Null(store.FindKept(A));
        Assert.Null(store.FindKept(ContentHash.Of("b")));
        Assert.NotNull(store.FindKept(ContentHash.Of("c")));
        Assert.Equal(new[] { "a", "b" }.Select(SealedAs).Order(), store.SealedOfErased().Order());
        foreach (var content in (string[])["a", "b"])
        {
            Assert.IsType<EvidenceIsErased>(No(store.PutEvidence(Document(content), Entry("put evidence"))));
        }

        Assert.IsType<EvidenceIsErased>(No(store.AddRedacted(A, File("e"), "txt", Entry("redact evidence"))));
        Assert.IsType<EvidenceIsErased>(No(store.EraseEvidence(erased, Entry("erase evidence"))));
        Assert.Equal(4, store.Audit().Count);
    }

    [Fact]
    public void A_file_that_was_sent_with_a_pack_stays_with_the_pack()
    {
        var store = database.Create();
        Ok(store.PutEvidence(Document("a"), Entry("put evidence")));
        var snapshot = new SnapshotRecord(ContentHash.Of("snapshot"), ContentHash.Of("definitions"), Noon, []);
        store.Record(snapshot, Entry("snapshot"));
        Ok(store.Issue(
            new IssuedPack(
                ContentHash.Of("pack"), "cases", Period.FinancialQuarter(2025, 1), "small", "a1", snapshot.Id, 1, [], "lead", Noon, "For the review",
                [new IssuedFile("pack.zip", "application/zip", File("a")), new IssuedFile("pack.docx", "text/plain", File("p"))]),
            Entry("issue pack")));

        Assert.IsType<EvidenceIsKept>(No(store.PutEvidence(Document("p"), Entry("put evidence"))));
        Ok(store.EraseEvidence(new ErasedEvidence(A, Noon, "lead", "Its time has passed"), Entry("erase evidence")));

        Assert.NotNull(store.FindKept(A));
        Assert.Empty(store.SealedOfErased());
        Assert.Equal(2, Assert.Single(store.IssuedPacks()).Files.Count);
    }

    [Theory]
    [InlineData("UPDATE evidence SET class = 'Public'", "evidence is erased, never changed")]
    [InlineData("UPDATE evidence SET keep_until = '2099-01-01'", "evidence is erased, never changed")]
    [InlineData("UPDATE evidence SET title = 'Another'", "evidence is erased, never changed")]
    [InlineData("DELETE FROM evidence_version", "a version of evidence is never deleted")]
    [InlineData("UPDATE evidence_version SET kind = 'pdf'", "a version of evidence is never changed")]
    [InlineData("DELETE FROM evidence WHERE NOT EXISTS (SELECT 1 FROM workspace)", "evidence is erased, never deleted")]
    [InlineData("DELETE FROM kept_file", "a kept file is never forgotten")]
    public void The_database_refuses_what_the_code_would_not_do(string statement, string says)
    {
        var store = database.Create();
        Ok(store.PutEvidence(Document("a"), Entry("put evidence")));

        Assert.Contains(says, Assert.ThrowsAny<DbException>(() => database.Execute(statement)).Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    private static string SealedAs(string content) => ContentHash.Of("sealed " + content).Hex;

    private static KeptFile File(string content) => new(ContentHash.Of(content), ContentHash.Of("sealed " + content), content.Length, Noon);

    private static EvidenceRecord Document(string content) => new(
        ContentHash.Of(content), $"Document {content}", "constabulary", "small", "a1", "Restricted", "Compared with the rows", new DateOnly(2030, 1, 1), "analyst",
        Noon, [new EvidenceVersion(0, File(content), "txt", "analyst", Noon)], null);

    private static T Ok<T>(Result<T> result) => result.Match(value => value, refusal => throw new InvalidOperationException(refusal.Sentence));

    private static Refusal No<T>(Result<T> result) => Assert.IsType<Result<T>.Refused>(result).Refusal;
}
