using Candour.Access;
using Candour.Store;

namespace Candour.SignIn;

/// <summary>A sample person of a demonstration.</summary>
public sealed record SamplePerson(string Id, string Name, string Does, IReadOnlyList<Assignment> Assignments);

/// <summary>
/// The people as whom a demonstration can be looked at, one for each role; there only where all data are public or
/// invented, and only on this machine.
/// </summary>
public static class SamplePeople
{
    private const string Invented = "synthetic";

    private static readonly (string Hierarchy, string Area) Force = ("synthetic-nation", "f01");
    private static readonly (string Hierarchy, string Area) Unit = ("synthetic-prosecution", "u01");
    private static readonly (string Hierarchy, string Area)[] Area = [("synthetic-prosecution", "p01"), ("synthetic-nation", "a01")];

    public static IReadOnlyList<SamplePerson> All { get; } =
    [
        Of(Role.HeadquartersAnalyst, "headquarters analyst", "compares all areas"),
        Of(Role.AreaPerformanceManager, "area performance manager", "collects and explains the figures of one area", Area),
        Of(Role.AreaLead, "area lead", "answers for one area", Area),
        Of(Role.UnitHead, "unit head", "answers for one unit", Unit),
        Of(Role.UnitAnalyst, "unit analyst", "works with one unit's figures", Unit),
        Of(Role.ForceAnalyst, "force analyst", "works with one force's tables", Force),
        Of(Role.HeadquartersPublisher, "publisher", "makes releases"),
        Of(Role.Inspector, "inspector", "reads everywhere and changes nothing"),
        Of(Role.PanelMember, "panel member", "sees redacted bundles only, and there are none yet"),
        Of(Role.DataSteward, "data steward", "decides which data come in"),
        Of(Role.SecurityAuditor, "security auditor", "reads the trail, and no case"),
        Of(Role.Administrator, "administrator", "gives and ends assignments, and sees neither case nor trail"),
    ];

    /// <summary>Whoever opens a demonstration looks as this person until they choose another.</summary>
    public static SamplePerson First => All[0];

    /// <summary>As they are kept; made once for each demonstration.</summary>
    public static void Settle(OperationalStore store, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(store);
        foreach (var sample in All.Where(sample => store.FindLogin(sample.Id) is null))
        {
            store.AddPerson(
                new PersonRecord(sample.Id, sample.Id, sample.Name, SignInKind.Sample, true, 1),
                Credentials.None,
                now,
                new AuditEntry(now, sample.Id, "invite", sample.Id, "", "sample person"));
            foreach (var (assignment, index) in sample.Assignments.Select((assignment, index) => (assignment, index)))
            {
                store.Assign(
                    new AssignmentRecord(
                        $"{sample.Id}-{index}", sample.Id, assignment.Role.ToString(), assignment.Agency, assignment.Hierarchy,
                        assignment.Area, assignment.From, assignment.Until),
                    now,
                    new AuditEntry(now, sample.Id, "assign", sample.Id, assignment.Area, "sample person"));
            }
        }
    }

    private static SamplePerson Of(Role role, string name, string does, params (string Hierarchy, string Area)[] nodes) => new(
        $"sample-{name.Replace(' ', '-')}",
        $"Sample {name}",
        does,
        nodes.Length == 0
            ? [new Assignment(role, "", "", "", new DateOnly(2000, 1, 1), DateOnly.MaxValue)]
            : [.. nodes.Select(node => new Assignment(role, Invented, node.Hierarchy, node.Area, new DateOnly(2000, 1, 1), DateOnly.MaxValue))]);
}
