using Candour.Store.Databases;

namespace Candour.Store;

public sealed partial class OperationalStore
{
    private const string PersonColumns = "person.id, person.login, person.name, person.kind, person.is_active, person.version";

    private const string CredentialColumns =
        "person.password_hash, person.code_secret, person.code_step, person.failures, person.locked_until, person.invitation_hash, person.invited_until";

    /// <summary>Whether anybody has or had an account.</summary>
    public bool HasPeople() => database.Read<long>("SELECT count(*) FROM person", new { })[0] > 0;

    /// <summary>Everybody, by name.</summary>
    public IReadOnlyList<PersonRecord> People() =>
    [
        .. database.Read<PersonRow>($"SELECT {PersonColumns}, {CredentialColumns} FROM person ORDER BY name, id", new { })
            .Select(row => row.ToRecord()),
    ];

    /// <summary>The person of that id; none when there is none.</summary>
    public PersonRecord? FindPerson(string id) => FindPersonWhere("id", id)?.ToRecord();

    /// <summary>The person of that login, in small letters, and what they are checked against.</summary>
    public (PersonRecord Person, Credentials Credentials)? FindLogin(string login) =>
        FindPersonWhere("login", login) is { } row ? (row.ToRecord(), row.ToCredentials()) : null;

    /// <summary>Makes the first account, with its assignment; false when there is one already, and then nothing is made.</summary>
    public bool AddFirstPerson(
        PersonRecord person, Credentials credentials, AssignmentRecord assignment, DateTimeOffset now, AuditEntry entry) =>
        Act(entry, act =>
        {
            if (act.Read<long>("SELECT count(*) FROM person", new { })[0] > 0)
            {
                return false;
            }

            Insert(act, person, credentials);
            Insert(act, assignment, fromProvider: false);
            return true;
        });

    /// <summary>Adds a person; false when the login is somebody's.</summary>
    public bool AddPerson(PersonRecord person, Credentials credentials, DateTimeOffset now, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Act(entry, act =>
        {
            if (act.Read<long>("SELECT count(*) FROM person WHERE login = @Login", new { person.Login })[0] > 0)
            {
                return false;
            }

            Insert(act, person, credentials);
            return true;
        });
    }

    /// <summary>Replaces what a person is checked against; their sessions end.</summary>
    public void SetCredentials(string person, Credentials credentials, DateTimeOffset now, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        Act(entry, act =>
        {
            act.Execute(
                """
                UPDATE person SET password_hash = @PasswordHash, code_secret = @CodeSecret, code_step = @CodeStep,
                       failures = @Failures, locked_until = @LockedUntil, invitation_hash = @InvitationHash,
                       invited_until = @InvitedUntil, version = version + 1
                WHERE id = @Person
                """,
                new
                {
                    credentials.PasswordHash, credentials.CodeSecret, credentials.CodeStep, credentials.Failures,
                    LockedUntil = Time(credentials.LockedUntil), credentials.InvitationHash,
                    InvitedUntil = Time(credentials.InvitedUntil), Person = person,
                });
            EndSessions(act, person, now);
            return true;
        });
    }

    /// <summary>Counts a failed attempt, by the caller's rule, in the order in which attempts came.</summary>
    public void RecordFailure(
        string person,
        Func<(int Failures, DateTimeOffset LockedUntil), (int Failures, DateTimeOffset LockedUntil)> after,
        AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(after);
        Act(entry, act =>
        {
            var (failures, lockedUntil) = act.Read<(long, string)>(
                "SELECT failures, locked_until FROM person WHERE id = @Id", new { Id = person })[0];
            var next = after(((int)failures, Time(lockedUntil)));
            act.Execute(
                "UPDATE person SET failures = @Failures, locked_until = @LockedUntil WHERE id = @Id",
                new { next.Failures, LockedUntil = Time(next.LockedUntil), Id = person });
            return true;
        });
    }

    /// <summary>
    /// Uses a one-time code up and forgets failed attempts; false when the code, or a later one, was used before. What it
    /// was used for has an entry of its own.
    /// </summary>
    public bool UseCode(string person, long step)
    {
        using var act = database.Begin();
        var used = act.Execute(
            "UPDATE person SET code_step = @Step, failures = 0 WHERE id = @Id AND code_step < @Step", new { Step = step, Id = person }) > 0;
        act.Commit([]);
        return used;
    }

    /// <summary>Ends an account, if nobody changed it meanwhile; its sessions end with it.</summary>
    public bool Deactivate(string person, long version, DateTimeOffset now, AuditEntry entry) => Act(entry, act =>
    {
        var changed = act.Execute(
            "UPDATE person SET is_active = 0, version = version + 1 WHERE id = @Id AND version = @Version AND is_active = 1",
            new { Id = person, Version = version }) > 0;
        EndSessions(act, person, now);
        return changed;
    });

    private PersonRow? FindPersonWhere(string column, string value)
    {
        var sql = column == "id"
            ? $"SELECT {PersonColumns}, {CredentialColumns} FROM person WHERE id = @Value"
            : $"SELECT {PersonColumns}, {CredentialColumns} FROM person WHERE login = @Value";
        return database.Read<PersonRow>(sql, new { Value = value }).SingleOrDefault();
    }

    private static void Insert(
        Act act, PersonRecord person, Credentials credentials) =>
        act.Execute(
            """
            INSERT INTO person (id, login, name, kind, is_active, version, password_hash, code_secret, code_step, failures,
                                locked_until, invitation_hash, invited_until)
            VALUES (@Id, @Login, @Name, @Kind, @IsActive, @Version, @PasswordHash, @CodeSecret, @CodeStep, @Failures,
                    @LockedUntil, @InvitationHash, @InvitedUntil)
            """,
            new
            {
                person.Id, person.Login, person.Name, Kind = person.Kind.ToString(), IsActive = person.IsActive ? 1 : 0, person.Version,
                credentials.PasswordHash, credentials.CodeSecret, credentials.CodeStep, credentials.Failures,
                LockedUntil = Time(credentials.LockedUntil), credentials.InvitationHash, InvitedUntil = Time(credentials.InvitedUntil),
            });

#pragma warning disable CA1707, IDE1006 // The names are the table's columns; Dapper matches constructor parameters by name.
    private sealed record PersonRow(
        string id, string login, string name, string kind, long is_active, long version, string password_hash, string code_secret,
        long code_step, long failures, string locked_until, string invitation_hash, string invited_until)
    {
        public PersonRecord ToRecord() => new(id, login, name, Enum.Parse<SignInKind>(kind), is_active == 1, version);

        public Credentials ToCredentials() => new(
            password_hash, code_secret, code_step, (int)failures, Time(locked_until), invitation_hash, Time(invited_until));
    }
#pragma warning restore CA1707, IDE1006
}
