using Candour.Kernel;
using Candour.Store.Erasing;
using Candour.Store.Keeping;

namespace Candour.Store.Evidencing;

/// <summary>Documents with their files: put in sealed, read again, erased with everything that was kept of them.</summary>
/// <param name="workspace">The workspace.</param>
public sealed class EvidenceFiles(Workspace workspace)
{
    private readonly KeptFiles kept = new(workspace);

    /// <summary>Seals the original and records the document; refuses bytes that are kept already, or were erased.</summary>
    /// <param name="evidence">What is said of it; its id and versions are taken from the content.</param>
    /// <param name="content">The original, in memory.</param>
    /// <param name="kind">Found in its content.</param>
    /// <param name="entry">The entry of the trail; its subject becomes the id.</param>
    public Result<EvidenceRecord> Put(EvidenceRecord evidence, byte[] content, string kind, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(entry);
        return Sealed(content, entry.At, file => workspace.Store.PutEvidence(
            evidence with { Id = file.Id, Versions = [new EvidenceVersion(0, file, kind, entry.Who, entry.At)], Erased = null },
            entry with { Subject = file.Id.Hex }));
    }

    /// <summary>Seals a redacted version and records it.</summary>
    public Result<EvidenceRecord> AddRedacted(ContentHash id, byte[] content, string kind, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Sealed(content, entry.At, file => workspace.Store.AddRedacted(id, file, kind, entry));
    }

    /// <summary>The content of a version, compared with its hash.</summary>
    public Result<byte[]> Read(EvidenceVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return kept.Read(version.File.Id);
    }

    /// <summary>
    /// Erases a document with every version of it, and writes it into the ledger beside the keys, so that no restore brings it back.
    /// A demonstration has no keys, and no ledger beside them.
    /// </summary>
    public Result<EvidenceRecord> Erase(ErasedEvidence erased, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(erased);
        return workspace.Store.EraseEvidence(erased, entry).Then<EvidenceRecord>(gone =>
        {
            workspace.ForgetErased();
            if (workspace.Kind != WorkspaceKind.Demo)
            {
                ErasureLedger.Keep(workspace);
            }

            return gone;
        });
    }

    /// <summary>Erases again, from an older workspace, what a ledger says; what is not in it, or is gone already, stays as it is.</summary>
    public Result<Workspace> EraseAgain(IEnumerable<ErasedEvidence> ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var here = workspace.Store.Evidence().Where(one => one.Erased is null).Select(one => one.Id).ToHashSet();
        foreach (var one in ledger.Where(one => here.Remove(one.Id)))
        {
            if (!Erase(one, new AuditEntry(one.At, one.Who, "erase evidence", one.Id.Hex, "", one.Reason)).Try(out _, out var refusal))
            {
                return refusal;
            }
        }

        return workspace;
    }

    /// <summary>Seals before the act; what the act refuses leaves no file.</summary>
    private Result<EvidenceRecord> Sealed(byte[] content, DateTimeOffset now, Func<KeptFile, Result<EvidenceRecord>> act)
    {
        ArgumentNullException.ThrowIfNull(content);
        return workspace.Store.MayPutEvidence(ContentHash.Of(content)).Then(_ => kept.Seal(content, now)).Then(file =>
        {
            var done = act(file);
            if (done is Result<EvidenceRecord>.Refused)
            {
                kept.Forget(file);
            }

            return done;
        });
    }
}
