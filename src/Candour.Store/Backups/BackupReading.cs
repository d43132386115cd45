using System.Security.Cryptography;
using System.Text.Json;
using Candour.Kernel;
using Candour.Store.Auditing;

namespace Candour.Store.Backups;

/// <summary>What a whole backup holds.</summary>
/// <param name="Header">What stands open in it.</param>
/// <param name="Entries">Entries of the audit trail.</param>
/// <param name="Submissions">Files of submissions.</param>
public sealed record BackupSummary(BackupHeader Header, long Entries, int Submissions);

/// <summary>Reads a backup to its end and refuses it at the first byte that is not as it was written.</summary>
public static class BackupReading
{
    internal const string Description = "workspace.json";
    internal const string TablePart = "table/";
    internal const string SubmissionPart = "submission/";
    internal const string KeptPart = "kept/";

    /// <summary>Opens every part: the trail is followed, and each submission's file has the hash that its manifest says.</summary>
    public static Result<BackupSummary> Verify(string file, string keyFolder) => Opened<BackupSummary>(file, keyFolder, (header, parts) =>
    {
        var chain = new ChainCheck([]);
        var expected = new Dictionary<string, string>();
        var files = new HashSet<string>();
        var kept = new HashSet<string>();
        foreach (var (name, content) in parts)
        {
            if (name.StartsWith(TablePart, StringComparison.Ordinal))
            {
                foreach (var row in TableRows.Read(name[TablePart.Length..], content))
                {
                    if (!Takes(row, chain, expected, kept))
                    {
                        return new BackupIsDamaged(file, $"at entry {chain.Reached.Sequence + 1} of its audit trail");
                    }
                }
            }
            else if (name.StartsWith(SubmissionPart, StringComparison.Ordinal))
            {
                var id = name[SubmissionPart.Length..];
                if (!expected.TryGetValue(id, out var hash) || Convert.ToHexStringLower(SHA256.HashData(content)) != hash)
                {
                    return new BackupIsDamaged(file, "in the file of a submission");
                }

                files.Add(id);
            }
            else if (name.StartsWith(KeptPart, StringComparison.Ordinal) && !kept.Remove(Convert.ToHexStringLower(SHA256.HashData(content))))
            {
                return new BackupIsDamaged(file, "in a kept file");
            }
        }

        return kept.Count > 0 ? new BackupIsDamaged(file, "a kept file is missing")
            : expected.Keys.All(files.Contains)
                ? new BackupSummary(header, chain.Reached.Sequence, files.Count)
                : new BackupIsDamaged(file, "the file of a submission is missing");
    });

    /// <summary>Finds the key, opens the file and gives its parts; what cannot be read is refused.</summary>
    internal static Result<T> Opened<T>(
        string file, string keyFolder, Func<BackupHeader, IEnumerable<(string Name, Stream Content)>, Result<T>> read)
    {
        if (!File.Exists(file))
        {
            return new NotABackup(file);
        }

        try
        {
            using var stream = File.OpenRead(file);
            if (!BackupHeader.Read(stream, file).Try(out var header, out var refusal)
                || !BackupKeys.Of(file, header, keyFolder).Try(out var key, out refusal))
            {
                return refusal;
            }

            using var opened = new OpeningStream(stream, key.For(header));
            return read(header, BackupParts.Read(opened));
        }
        catch (Exception fault) when (fault is CryptographicException or EndOfStreamException or InvalidDataException or JsonException or FormatException)
        {
            return new BackupIsDamaged(file, "a part of it cannot be opened");
        }
    }

    private static bool Takes(TableRow row, ChainCheck chain, Dictionary<string, string> expected, HashSet<string> kept)
    {
        switch (row.Table)
        {
            case "audit":
                var words = new AuditWords(
                    row.Get<long>("sequence"), row.Get<string>("at"), row.Get<string>("who"), row.Get<string>("act"),
                    row.Get<string>("subject"), row.Get<string>("scope"), row.Get<string>("reason"));
                return chain.Follow(words, row.Get<string>("hash"), out _);
            case "submission":
                expected.Add(row.Get<string>("id"), row.Get<string>("parquet_hash"));
                return true;
            case "erasure":
                expected.Remove(row.Get<string>("submission"));
                return true;
            case "kept_file":
                kept.Add(row.Get<string>("sealed"));
                return true;
            default:
                return true;
        }
    }
}
