namespace Candour.Store;

/// <summary>How two datasets are linked by a kind of identifier, and how well.</summary>
/// <param name="Id">Random.</param>
/// <param name="One">A dataset.</param>
/// <param name="Other">Another.</param>
/// <param name="Namespace">What is linked: crime, case, suspect, victim, defendant.</param>
/// <param name="Method">How, in words.</param>
/// <param name="KeyId">The key of the pseudonyms.</param>
/// <param name="LinkDomain">The domain within which they are the same.</param>
/// <param name="OnlyOne">Different pseudonyms that only the one holds.</param>
/// <param name="Both">Those that both hold.</param>
/// <param name="OnlyOther">Those that only the other holds.</param>
public sealed record LinkRecord(
    string Id, string One, string Other, string Namespace, string Method, string KeyId, string LinkDomain, long OnlyOne, long Both, long OnlyOther);

/// <summary>What is linked with what.</summary>
public sealed partial class OperationalStore
{
    private const string LinkColumns = "id, one, other, namespace, method, key_id, link_domain, only_one, in_both, only_other";

    /// <summary>Records links.</summary>
    public void RecordLinks(IReadOnlyList<LinkRecord> links, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(entry);
        Act(entry, act =>
        {
            act.Execute(
                $"""
                INSERT INTO link ({LinkColumns}, made_by, made_at)
                VALUES (@Id, @One, @Other, @Namespace, @Method, @KeyId, @LinkDomain, @OnlyOne, @Both, @OnlyOther, @By, @At)
                """,
                links.Select(link => new
                {
                    link.Id, link.One, link.Other, link.Namespace, link.Method, link.KeyId, link.LinkDomain, link.OnlyOne, link.Both, link.OnlyOther,
                    By = entry.Who, At = Time(entry.At),
                }));
            return true;
        });
    }

    /// <summary>Every link that was recorded, the newest first.</summary>
    public IReadOnlyList<LinkRecord> Links() =>
        [.. database.Read<LinkRow>($"SELECT {LinkColumns} FROM link ORDER BY made_at DESC, id", new { }).Select(row => row.ToRecord())];

#pragma warning disable CA1707, IDE1006 // The names are the table's columns; Dapper matches constructor parameters by name.
    private sealed record LinkRow(
        string id, string one, string other, string @namespace, string method, string key_id, string link_domain, long only_one, long in_both,
        long only_other)
    {
        public LinkRecord ToRecord() => new(id, one, other, @namespace, method, key_id, link_domain, only_one, in_both, only_other);
    }
#pragma warning restore CA1707, IDE1006
}
