using System.Globalization;
using Candour.Store.Databases;

namespace Candour.Store;

public sealed partial class OperationalStore
{
    private const string AssignmentColumns = "id, person, role, agency, hierarchy, area, from_day, until_day";

    /// <summary>Every assignment a person holds or held, in the order of their first days.</summary>
    public IReadOnlyList<AssignmentRecord> AssignmentsOf(string person) =>
    [
        .. database.Read<AssignmentRow>(
                $"SELECT {AssignmentColumns} FROM assignment WHERE person = @Person ORDER BY from_day, id", new { Person = person })
            .Select(row => row.ToRecord()),
    ];

    /// <summary>Gives a role; the person's sessions end, so that the next page is seen with it.</summary>
    public void Assign(AssignmentRecord assignment, DateTimeOffset now, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        Act(entry, act =>
        {
            Insert(act, assignment, fromProvider: false);
            EndSessions(act, assignment.Person, now);
            return true;
        });
    }

    /// <summary>Ends an assignment of a person on a day; their sessions end.</summary>
    public void EndAssignment(string assignment, string person, DateOnly day, DateTimeOffset now, AuditEntry entry) =>
        Act(entry, act =>
        {
            act.Execute(
                "UPDATE assignment SET until_day = @Day WHERE id = @Id AND person = @Person AND until_day > @Day",
                new { Day = Day(day), Id = assignment, Person = person });
            EndSessions(act, person, now);
            return true;
        });

    /// <summary>
    /// A person comes from the identity provider: known or new, with the assignments that their groups give. What the
    /// provider gave before and gives no longer ends today.
    /// </summary>
    public PersonRecord ReceiveFromProvider(
        string login, string name, string newId, IReadOnlyList<AssignmentRecord> given, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(given);
        var today = Day(DateOnly.FromDateTime(now.UtcDateTime));
        var id = FindLogin(login)?.Person.Id ?? newId;
        Act(new AuditEntry(now, id, "received from provider", id, "", ""), act =>
        {
            if (act.Read<long>("SELECT count(*) FROM person WHERE login = @Login", new { Login = login })[0] == 0)
            {
                Insert(
                    act, new PersonRecord(id, login, name.Length > 0 ? name : "Unnamed", SignInKind.Provider, true, 1),
                    Credentials.None);
            }

            var open = act.Read<AssignmentRow>(
                $"SELECT {AssignmentColumns} FROM assignment WHERE person = @Person AND from_provider = 1 AND until_day > @Today",
                new { Person = id, Today = today });
            foreach (var old in open.Where(old => !given.Any(old.IsLike)))
            {
                act.Execute("UPDATE assignment SET until_day = @Today WHERE id = @id", new { Today = today, old.id });
            }

            foreach (var fresh in given.Where(fresh => !open.Any(old => old.IsLike(fresh))))
            {
                Insert(act, fresh with { Person = id }, fromProvider: true);
            }

            return true;
        });
        return FindPerson(id)!;
    }

    private static void Insert(
        Act act, AssignmentRecord assignment, bool fromProvider) =>
        act.Execute(
            $"""
            INSERT INTO assignment ({AssignmentColumns}, from_provider)
            VALUES (@Id, @Person, @Role, @Agency, @Hierarchy, @Area, @From, @Until, @FromProvider)
            """,
            new
            {
                assignment.Id, assignment.Person, assignment.Role, assignment.Agency, assignment.Hierarchy, assignment.Area,
                From = Day(assignment.From), Until = Day(assignment.Until), FromProvider = fromProvider ? 1 : 0,
            });

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

#pragma warning disable CA1707, IDE1006 // The names are the table's columns; Dapper matches constructor parameters by name.
    private sealed record AssignmentRow(
        string id, string person, string role, string agency, string hierarchy, string area, string from_day, string until_day)
    {
        public AssignmentRecord ToRecord() => new(id, person, role, agency, hierarchy, area, Day(from_day), Day(until_day));

        public bool IsLike(AssignmentRecord other) =>
            (role, agency, hierarchy, area) == (other.Role, other.Agency, other.Hierarchy, other.Area);
    }
#pragma warning restore CA1707, IDE1006
}
