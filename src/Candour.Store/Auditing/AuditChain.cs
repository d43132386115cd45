using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Candour.Store.Databases;
using Dapper;

namespace Candour.Store.Auditing;

/// <summary>An audit entry as its row holds it: the words that are hashed, with their place in the trail.</summary>
internal sealed record AuditWords(
    long Sequence, string At, string Who, string Act, string Subject, string Scope, string Reason)
{
    /// <summary>PostgreSQL cannot hold a character of number 0, so neither database is given one.</summary>
    public static AuditWords Of(long sequence, AuditEntry entry) => new(
        sequence, OperationalStore.Time(entry.At), Clean(entry.Who), Clean(entry.Act), Clean(entry.Subject), Clean(entry.Scope),
        Clean(entry.Reason));

    private static string Clean(string text) => text.Replace('\0', '\uFFFD');
}

/// <summary>The words of a row with the hash that its row carries.</summary>
internal sealed record ChainedWords(AuditWords Words, string Hash);

/// <summary>
/// The chain of the audit trail: a row's hash is SHA-256 over the hash of the row before and the row's own words, each with
/// its length before it, so that no two different rows say the same bytes.
/// </summary>
internal static class AuditChain
{
    /// <summary>The hash before the first row.</summary>
    public static string Beginning { get; } = new('0', 64);

    /// <summary>Appends entries inside a transaction that is alone, and moves the head to the last of them.</summary>
    public static void Append(
        Database database, DbConnection connection, DbTransaction transaction, IReadOnlyList<AuditEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        var (sequence, hash) = connection.QuerySingle<(long Sequence, string Hash)>(
            "SELECT sequence, hash FROM audit_head", transaction: transaction);
        var rows = new List<ChainedWords>(entries.Count);
        foreach (var entry in entries)
        {
            var words = AuditWords.Of(++sequence, entry);
            hash = Hash(hash, words);
            rows.Add(new ChainedWords(words, hash));
        }

        database.Append(connection, transaction, rows);
        connection.Execute(
            "UPDATE audit_head SET sequence = @Sequence, hash = @Hash WHERE one = 1", new { Sequence = sequence, Hash = hash }, transaction);
    }

    public static string Hash(string before, AuditWords words)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        hash.AppendData("candour audit 1\n"u8);
        hash.AppendData(Convert.FromHexString(before));
        BinaryPrimitives.WriteInt64BigEndian(number, words.Sequence);
        hash.AppendData(number);
        foreach (var field in (ReadOnlySpan<string>)[words.At, words.Who, words.Act, words.Subject, words.Scope, words.Reason])
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt64BigEndian(number, bytes.Length);
            hash.AppendData(number);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
