using Candour.Store;

namespace Candour.Publishing;

/// <summary>
/// Entries of a demonstration. They say that they are samples, and have neither a number that could ring at somebody's nor an
/// address that could lead anywhere.
/// </summary>
public static class SampleSupport
{
    private const string Proposer = "sample-administrator";
    private const string Decider = "sample-publisher";

    private static readonly (string Id, SupportText Text)[] All =
    [
        ("sample-support-1", new("SAMPLE, not a real organisation: a sexual assault referral centre", "Care, a forensic examination and somebody to talk to, whether or not the police are told", "Aldermoss", "", "", "A sample: no hours")),
        ("sample-support-2", new("SAMPLE, not a real organisation: independent advisers", "Somebody at your side from the report to the court, and afterwards", "Aldermoss", "", "", "A sample: no hours")),
        ("sample-support-3", new("SAMPLE, not a real organisation: a helpline", "Listens to anybody, of whatever sex and age, whenever it happened", "", "", "", "A sample: no number, no hours")),
    ];

    /// <summary>Made once for each demonstration.</summary>
    public static void Settle(OperationalStore store, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(store);
        var there = store.Support().Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, text) in All.Where(one => !there.Contains(one.Id)))
        {
            store.ProposeSupport(id, text, "", new AuditEntry(now, Proposer, "propose support", id, "", "sample"));
            store.DecideSupport(id, show: true, new AuditEntry(now, Decider, "show support", id, "", "sample"));
        }
    }
}
