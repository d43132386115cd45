using Candour.Kernel;

namespace Candour.Store.Auditing;

/// <summary>How long a trail is, and the hash of its last entry.</summary>
/// <param name="Sequence">The number of entries; 0 for none.</param>
/// <param name="Hash">64 hexadecimal digits; all zero for none.</param>
public sealed record AuditHead(long Sequence, string Hash);

/// <summary>The trail is not what was written.</summary>
public sealed record AuditTrailIsBroken(string Place, string What) : Refusal(
    $"The audit trail is broken {Place}: {What} Everything before that place is as it was written. Keep this database as "
    + "evidence, and compare it with the last backup.");

/// <summary>
/// Follows a trail from its first entry and names the first place that is not as it was written. What changed together with
/// every hash after it is found by a signed head, and the place is then between two heads. Pure.
/// </summary>
internal sealed class ChainCheck
{
    private readonly IReadOnlyList<SignedHead> heads;
    private long agreed;

    /// <summary>Heads whose signatures have been checked already.</summary>
    public ChainCheck(IReadOnlyList<SignedHead> heads)
    {
        this.heads = [.. heads.OrderBy(head => head.Sequence)];
        Reached = new AuditHead(0, AuditChain.Beginning);
    }

    /// <summary>The last entry that was followed.</summary>
    public AuditHead Reached { get; private set; }

    /// <summary>Follows one entry; false, with the place, at the first that is wrong.</summary>
    public bool Follow(AuditWords words, string hash, out AuditTrailIsBroken broken)
    {
        var expected = Reached.Sequence + 1;
        if (words.Sequence != expected)
        {
            broken = new($"at entry {expected}", words.Sequence > expected
                ? $"it is missing, and entry {words.Sequence} stands in its place."
                : $"an entry numbered {words.Sequence} stands in its place.");
            return false;
        }

        if (AuditChain.Hash(Reached.Hash, words) != hash)
        {
            broken = new($"at entry {expected}", "its words, its place or its hash were changed.");
            return false;
        }

        Reached = new AuditHead(expected, hash);
        return AgreesWithHeads(out broken);
    }

    /// <summary>What the trail is when its last entry was followed; refused when the head says otherwise.</summary>
    public Result<AuditHead> End(AuditHead said)
    {
        var longest = heads.Select(head => head.Sequence).Append(said.Sequence).Max();
        return Reached.Sequence < longest
                ? new AuditTrailIsBroken($"after entry {Reached.Sequence}", $"it ends there and had {longest} entries: its tail was cut.")
            : Reached.Sequence > said.Sequence
                ? new AuditTrailIsBroken($"after entry {said.Sequence}", "the entries from there on are not known to its head: they were put in.")
            : Reached.Hash != said.Hash
                ? new AuditTrailIsBroken($"at entry {said.Sequence}", "its head has another hash.")
            : Reached;
    }

    private bool AgreesWithHeads(out AuditTrailIsBroken broken)
    {
        foreach (var head in heads.Where(head => head.Sequence == Reached.Sequence))
        {
            if (head.Hash != Reached.Hash)
            {
                broken = new(
                    $"between entry {agreed + 1} and entry {head.Sequence}",
                    $"the entries were written anew after the head of {head.At} was signed.");
                return false;
            }

            agreed = head.Sequence;
        }

        broken = new("nowhere", "");
        return true;
    }
}
