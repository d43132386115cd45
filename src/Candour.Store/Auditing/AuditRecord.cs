namespace Candour.Store.Auditing;

/// <summary>An entry of the trail with its place.</summary>
public sealed record AuditRecord(long Sequence, AuditEntry Entry);

/// <summary>Which entries of the trail are asked for; an empty word stands for all.</summary>
/// <param name="Since">Not before this time.</param>
/// <param name="Who">By this person or account alone.</param>
/// <param name="Act">Of this act alone.</param>
public sealed record AuditFilter(DateTimeOffset Since, string Who, string Act)
{
    public static AuditFilter Everything { get; } = new(DateTimeOffset.MinValue, "", "");
}
