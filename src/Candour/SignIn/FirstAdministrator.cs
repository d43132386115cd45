using Candour.Access;
using Candour.Kernel;
using Candour.Store;

namespace Candour.SignIn;

/// <summary>
/// The way in while nobody can sign in: a secret that stands on the server's own console, good once. As soon as anybody
/// has an account the way is gone, and its page is not there.
/// </summary>
public sealed class FirstAdministrator(OperationalStore store, LocalSignIn accounts, TimeProvider clock)
{
    private readonly string secret = Secret.ToType();
    private readonly string codeSecret = OneTimeCodes.NewSecret();

    /// <summary>Nobody has an account yet.</summary>
    public bool IsNeeded => !store.HasPeople();

    /// <summary>What the console says; for nobody else.</summary>
    public string ForTheConsole => secret;

    /// <summary>The secret of the authenticator, shown to whoever knows the console's.</summary>
    public Result<string> CodeSecretFor(string typed) =>
        IsNeeded && Secret.Is(typed, Secret.Hash(secret)) ? codeSecret : new ConsoleSecretIsWrong();

    /// <summary>Makes the account; of two at once only one is made.</summary>
    public Result<PersonRecord> Create(string typed, string login, string name, string password, string code)
    {
        var now = clock.GetUtcNow();
        return CodeSecretFor(typed).Then(own =>
            Accounts.Checked(login, name, password).Then<PersonRecord>(account =>
            {
                var step = OneTimeCodes.StepOf(own, code, 0, now);
                if (step < 0)
                {
                    return new CodeIsWrong();
                }

                var person = new PersonRecord(Secret.NewId(), account.Login, account.Name, SignInKind.Local, true, 1);
                var assignment = new AssignmentRecord(
                    Secret.NewId(), person.Id, nameof(Role.Administrator), "", "", "", DateOnly.FromDateTime(now.UtcDateTime), DateOnly.MaxValue);
                return store.AddFirstPerson(
                    person,
                    Credentials.None with { PasswordHash = Passwords.Hash(password), CodeSecret = accounts.Protect(own), CodeStep = step },
                    assignment,
                    now,
                    new AuditEntry(now, person.Id, "first administrator", person.Id, "", ""))
                    ? person
                    : new ConsoleSecretIsWrong();
            }));
    }
}

/// <summary>Not what the console says, or the way is gone.</summary>
public sealed record ConsoleSecretIsWrong() : Refusal(
    "That is not the secret on the server's console: copy it once more. It changes each time the server starts.");

/// <summary>The code is not one of now, or was used before.</summary>
public sealed record CodeIsWrong() : Refusal(
    "That code is not the one your authenticator shows now: wait for the next one and type it within half a minute.");
