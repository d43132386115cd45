using System.Data.Common;
using System.Security.Cryptography;
using Candour.Kernel;
using Candour.Store.Databases;
using Dapper;

namespace Candour.Store.Backups;

/// <summary>The database is in use.</summary>
public sealed record RestoresIntoEmptyDatabases() : Refusal(
    "The database named in CANDOUR_STORE holds a store already, and nothing in it was changed: name a new and empty one to restore into.");

/// <summary>Brings a workspace back from a backup: whole, or not at all.</summary>
public static class Restoring
{
    /// <summary>
    /// Verifies the whole backup first, then makes the workspace under another name: the folder gets its own when every table
    /// was compared with the backup, every file lies in it, and <paramref name="complete"/> has said yes.
    /// </summary>
    /// <param name="file">The backup.</param>
    /// <param name="folder">A new or empty folder.</param>
    /// <param name="keyFolder">Where the keys lie; the restored workspace remembers it.</param>
    /// <param name="kind">Where the store is to lie; it need not be where it was.</param>
    /// <param name="entry">What the trail is to say of the restore.</param>
    /// <param name="complete">What has to be done to an older workspace before anybody sees it.</param>
    public static async Task<Result<BackupSummary>> RestoreAsync(
        string file, string folder, string keyFolder, StoreKind kind, AuditEntry entry,
        Func<Workspace, Task<Result<Workspace>>> complete)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(complete);
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            return new RestoresIntoEmptyFolders(folder);
        }

        if (!BackupReading.Verify(file, keyFolder).Try(out var summary, out var refusal))
        {
            return refusal;
        }

        var unfinished = WholeFile.Unfinished(folder);
        try
        {
            Directory.CreateDirectory(Path.Combine(unfinished, "submissions"));
            Directory.CreateDirectory(Path.Combine(unfinished, "kept"));
            var restored = Take(file, unfinished, keyFolder, kind).Then(_ => Workspace.Open(unfinished));
            if (!restored.Try(out var workspace, out refusal) || !(await complete(workspace)).Try(out workspace, out refusal))
            {
                return refusal;
            }

            workspace.Store.Append([entry]);
            WholeFile.PutFolderInPlace(unfinished, folder);
            return summary;
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }
    }

    private static Result<string> Take(string file, string unfinished, string keyFolder, StoreKind kind) =>
        StoreAddress.OfNew(kind, unfinished).Then(OperationalStore.MayCreate).Then(database =>
            BackupReading.Opened<string>(file, keyFolder, (header, parts) =>
            {
                using var connection = database.Connect();
                if (!Migrator.Run(database, connection, header.StoreVersion).Try(out _, out var refusal))
                {
                    return refusal;
                }

                using var transaction = database.BeginAlone(connection);
                if (connection.ExecuteScalar<long>("SELECT count(*) FROM audit", transaction: transaction) > 0)
                {
                    return new RestoresIntoEmptyDatabases();
                }

                var tables = TableRows.TablesOf(database, connection, transaction).ToDictionary(table => table.Name);
                foreach (var table in tables.Values.Reverse())
                {
                    connection.Execute(table.Empty, transaction: transaction);
                }

                foreach (var (name, content) in parts)
                {
                    Take(name, content, unfinished, connection, transaction, tables);
                }

                SetHead(connection, transaction);
                connection.Execute(
                    "INSERT INTO workspace (one, id) VALUES (1, @Id)", new { Id = header.Workspace }, transaction);
                transaction.Commit();
                Workspace.DescribeRestored(unfinished, header.Workspace, keyFolder, kind);
                return unfinished;
            }));

    private static void Take(
        string name, Stream content, string unfinished, DbConnection connection, DbTransaction transaction, Dictionary<string, Table> tables)
    {
        if (name == BackupReading.Description)
        {
            WriteFlushed(Path.Combine(unfinished, BackupReading.Description), content);
        }
        else if (name.StartsWith(BackupReading.SubmissionPart, StringComparison.Ordinal)
            && ContentHash.TryParse(name[BackupReading.SubmissionPart.Length..], out var id))
        {
            WriteFlushed(Path.Combine(unfinished, "submissions", id.Hex + ".parquet"), content);
        }
        else if (name.StartsWith(BackupReading.KeptPart, StringComparison.Ordinal)
            && ContentHash.TryParse(name[BackupReading.KeptPart.Length..], out var kept))
        {
            WriteFlushed(Path.Combine(unfinished, "kept", kept.Hex + Keeping.KeptFiles.Ending), content);
        }
        else if (name.StartsWith(BackupReading.TablePart, StringComparison.Ordinal)
            && tables.TryGetValue(name[BackupReading.TablePart.Length..], out var table))
        {
            using var taken = SHA256.Create();
            using (var hashed = new CryptoStream(content, taken, CryptoStreamMode.Read, leaveOpen: true))
            {
                TableRows.Insert(connection, transaction, table, hashed);
            }

            using var stands = SHA256.Create();
            using (var written = new CryptoStream(Stream.Null, stands, CryptoStreamMode.Write))
            {
                TableRows.Write(connection, transaction, table, written);
            }

            if (!taken.Hash.AsSpan().SequenceEqual(stands.Hash))
            {
                throw new InvalidDataException($"The table {table.Name} does not come back as it was.");
            }
        }
        else
        {
            throw new InvalidDataException("A part of the backup is not known.");
        }
    }

    private static void SetHead(DbConnection connection, DbTransaction transaction) => connection.Execute(
        """
        UPDATE audit_head SET sequence = last.sequence, hash = last.hash
        FROM (SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1) AS last
        """,
        transaction: transaction);

    private static void WriteFlushed(string path, Stream content)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        content.CopyTo(file);
        file.Flush(flushToDisk: true);
    }
}
