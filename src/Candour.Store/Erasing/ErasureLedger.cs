using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Candour.Kernel;
using Candour.Store.Evidencing;
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

    /// <summary>A document that was erased, as a line.</summary>
    public static string Line(ErasedEvidence erased)
    {
        ArgumentNullException.ThrowIfNull(erased);
        return JsonSerializer.Serialize(
            new WrittenEvidence(erased.Id.Hex, OperationalStore.Time(erased.At), erased.Who, erased.Reason), LedgerContext.Default.WrittenEvidence);
    }

    /// <summary>Everything that was erased from a workspace, as lines.</summary>
    public static IEnumerable<string> Lines(OperationalStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.Erasures().Select(Line).Concat(store.ErasedDocuments().Select(Line));
    }

    /// <summary>Reads a ledger that was written line by line.</summary>
    public static Result<Erased> Read(string path)
    {
        if (!File.Exists(path))
        {
            return new LedgerIsNotReadable(path);
        }

        try
        {
            var (records, documents) = (new List<ErasureRecord>(), new List<ErasedEvidence>());
            foreach (var line in File.ReadLines(path).Where(line => line.Length > 0))
            {
                if (JsonSerializer.Deserialize(line, LedgerContext.Default.WrittenEvidence) is
                    { Evidence: { Length: > 0 } evidence, Who: not null, Reason: not null } document)
                {
                    if (!ContentHash.TryParse(evidence, out var id) || !DateTimeOffset.TryParse(document.ErasedAt, CultureInfo.InvariantCulture, out var erasedAt))
                    {
                        return new LedgerIsNotReadable(path);
                    }

                    documents.Add(new ErasedEvidence(id, erasedAt, document.Who, document.Reason));
                    continue;
                }

                if (JsonSerializer.Deserialize(line, LedgerContext.Default.Written) is not
                    { Successor: not null, RowHashes: not null, Who: not null, Reason: not null } read
                    || !ContentHash.TryParse(read.Submission ?? "", out var submission)
                    || !DateTimeOffset.TryParse(read.ErasedAt, CultureInfo.InvariantCulture, out var at))
                {
                    return new LedgerIsNotReadable(path);
                }

                records.Add(new ErasureRecord(submission, read.Successor, read.Rows, read.RowHashes, at, read.Who, read.Reason));
            }

            return new Erased(records, documents);
        }
        catch (JsonException)
        {
            return new LedgerIsNotReadable(path);
        }
    }

    /// <summary>What is kept beside the keys of a workspace; nothing before its first erasure.</summary>
    public static Result<Erased> Kept(string keyFolder, string workspace)
    {
        var path = PathOf(keyFolder, workspace);
        return File.Exists(path) ? Read(path) : Erased.Nothing;
    }

    /// <summary>Writes the workspace's ledger beside its keys, with every line that is there already.</summary>
    public static void Keep(Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var path = PathOf(workspace.Keys, workspace.Id);
        var lines = (File.Exists(path) ? File.ReadAllLines(path) : []).Concat(Lines(workspace.Store)).Distinct();
        var unfinished = WholeFile.Unfinished(path);
        File.Delete(unfinished);
        SecretFile.Create(unfinished, string.Join('\n', lines));
        WholeFile.PutInPlace(unfinished, path);
    }

    private static string PathOf(string keyFolder, string workspace) => Path.Combine(keyFolder, workspace + ".erasures");

    internal sealed record WrittenEvidence(string Evidence, string ErasedAt, string Who, string Reason);

    internal sealed record Written(
        string Submission, string Successor, long Rows, IReadOnlyList<string> RowHashes, string ErasedAt, string Who, string Reason);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ErasureLedger.Written))]
[JsonSerializable(typeof(ErasureLedger.WrittenEvidence))]
internal sealed partial class LedgerContext : JsonSerializerContext;
