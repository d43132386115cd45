using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Candour.Kernel;
using Candour.Store.Keys;

namespace Candour.Store.Erasing;

/// <summary>
/// The ledger of erasures as lines of JSON. A copy is kept beside the keys, outside the workspace, so that a restore of an
/// older backup erases again what had been erased since.
/// </summary>
public static class ErasureLedger
{
    public static string Line(ErasureRecord erasure)
    {
        ArgumentNullException.ThrowIfNull(erasure);
        return JsonSerializer.Serialize(
            new Written(
                erasure.Submission.Hex, erasure.Successor, erasure.Rows, erasure.RowHashes, OperationalStore.Time(erasure.ErasedAt),
                erasure.Who, erasure.Reason),
            LedgerContext.Default.Written);
    }

    /// <summary>Reads a ledger that was written line by line.</summary>
    public static Result<IReadOnlyList<ErasureRecord>> Read(string path)
    {
        if (!File.Exists(path))
        {
            return new LedgerIsNotReadable(path);
        }

        try
        {
            var records = new List<ErasureRecord>();
            foreach (var line in File.ReadLines(path).Where(line => line.Length > 0))
            {
                if (JsonSerializer.Deserialize(line, LedgerContext.Default.Written) is not
                    { Successor: not null, RowHashes: not null, Who: not null, Reason: not null } read
                    || !ContentHash.TryParse(read.Submission ?? "", out var submission)
                    || !DateTimeOffset.TryParse(read.ErasedAt, CultureInfo.InvariantCulture, out var at))
                {
                    return new LedgerIsNotReadable(path);
                }

                records.Add(new ErasureRecord(submission, read.Successor, read.Rows, read.RowHashes, at, read.Who, read.Reason));
            }

            return records;
        }
        catch (JsonException)
        {
            return new LedgerIsNotReadable(path);
        }
    }

    /// <summary>What is kept beside the keys of a workspace; nothing before its first erasure.</summary>
    public static Result<IReadOnlyList<ErasureRecord>> Kept(string keyFolder, string workspace)
    {
        var path = PathOf(keyFolder, workspace);
        return File.Exists(path) ? Read(path) : new Result<IReadOnlyList<ErasureRecord>>.Accepted([]);
    }

    /// <summary>Writes the workspace's ledger beside its keys, with every line that is there already.</summary>
    public static void Keep(Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var path = PathOf(workspace.Keys, workspace.Id);
        var lines = (File.Exists(path) ? File.ReadAllLines(path) : []).Concat(workspace.Store.Erasures().Select(Line)).Distinct();
        var unfinished = WholeFile.Unfinished(path);
        File.Delete(unfinished);
        SecretFile.Create(unfinished, string.Join('\n', lines));
        WholeFile.PutInPlace(unfinished, path);
    }

    private static string PathOf(string keyFolder, string workspace) => Path.Combine(keyFolder, workspace + ".erasures");

    internal sealed record Written(
        string Submission, string Successor, long Rows, IReadOnlyList<string> RowHashes, string ErasedAt, string Who, string Reason);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ErasureLedger.Written))]
internal sealed partial class LedgerContext : JsonSerializerContext;
