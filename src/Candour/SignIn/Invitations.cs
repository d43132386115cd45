using Candour.Kernel;
using Candour.Store;
using Microsoft.AspNetCore.DataProtection;

namespace Candour.SignIn;

/// <summary>The login and the invitation do not belong together, or it is too late.</summary>
public sealed record InvitationIsWrong() : Refusal(
    "That login and invitation do not belong together, or the invitation is more than three days old: ask your administrator for another.");

/// <summary>
/// How a person who was invited gets an account: with a code that the administrator handed them, good once and for three
/// days, they choose a password and set up their authenticator.
/// </summary>
public sealed class Invitations(OperationalStore store, LocalSignIn accounts, IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(3);

    private readonly IDataProtector codes = protection.CreateProtector("Candour.OneTimeCodes");

    /// <summary>Invites somebody new, and answers the code to hand them: it is shown once.</summary>
    public Result<(PersonRecord Person, string Code)> Invite(string login, string name, string by)
    {
        var now = clock.GetUtcNow();
        return Accounts.Checked(login, name).Then<(PersonRecord, string)>(account =>
        {
            var person = new PersonRecord(Secret.NewId(), account.Login, account.Name, SignInKind.Local, true, 1);
            var code = Secret.ToType();
            return store.AddPerson(person, Fresh(code, now), now, new AuditEntry(now, by, "invite", person.Id, "", ""))
                ? (person, code)
                : new LoginIsTaken();
        });
    }

    /// <summary>Invites somebody again who has lost password or authenticator; what they had no longer works.</summary>
    public string InviteAgain(PersonRecord person, string by)
    {
        ArgumentNullException.ThrowIfNull(person);
        var (now, code) = (clock.GetUtcNow(), Secret.ToType());
        store.SetCredentials(person.Id, Fresh(code, now), now, new AuditEntry(now, by, "invite again", person.Id, "", ""));
        return code;
    }

    /// <summary>The secret of the authenticator, for whoever has the invitation.</summary>
    public Result<string> CodeSecretFor(string login, string invitation) => Find(login, invitation)
        .Then<string>(found => codes.Unprotect(found.Credentials.CodeSecret));

    /// <summary>Takes the invitation up.</summary>
    public Result<PersonRecord> TakeUp(string login, string invitation, string password, string code)
    {
        var now = clock.GetUtcNow();
        return Find(login, invitation).Then(found =>
            Passwords.Chosen(found.Person.Login, password).Then<PersonRecord>(_ =>
            {
                var step = OneTimeCodes.StepOf(codes.Unprotect(found.Credentials.CodeSecret), code, 0, now);
                if (step < 0)
                {
                    return new CodeIsWrong();
                }

                store.SetCredentials(
                    found.Person.Id,
                    Credentials.None with
                    {
                        PasswordHash = Passwords.Hash(password), CodeSecret = found.Credentials.CodeSecret, CodeStep = step,
                    },
                    now,
                    new AuditEntry(now, found.Person.Id, "take up invitation", found.Person.Id, "", ""));
                return found.Person;
            }));
    }

    private Credentials Fresh(string code, DateTimeOffset now) => Credentials.None with
    {
        CodeSecret = accounts.Protect(OneTimeCodes.NewSecret()),
        InvitationHash = Secret.Hash(code),
        InvitedUntil = now + Lasts,
    };

    private Result<(PersonRecord Person, Credentials Credentials)> Find(string login, string invitation) =>
        store.FindLogin(LocalSignIn.LoginOf(login)) is { Person.IsActive: true } found
        && found.Credentials.InvitationHash.Length > 0
        && clock.GetUtcNow() < found.Credentials.InvitedUntil
        && Secret.Is(invitation, found.Credentials.InvitationHash)
            ? found
            : new InvitationIsWrong();
}
