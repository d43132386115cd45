using Candour.Access;
using Candour.Kernel;
using Candour.Store;
using Microsoft.AspNetCore.DataProtection;

namespace Candour.SignIn;

/// <summary>One sentence for every reason, so that nobody learns which accounts there are.</summary>
public sealed record SignInRefused() : Refusal(
    "That login, password and code do not belong together, or the account is locked for a quarter of an hour after too many attempts. Check all three and try again.");

/// <summary>Accounts kept here: a password and a one-time code, both at once.</summary>
public sealed class LocalSignIn(OperationalStore store, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector codes = protection.CreateProtector("Candour.OneTimeCodes");

    /// <summary>The person, when login, password and code are theirs; what failed is counted and told to the trail.</summary>
    public Result<PersonRecord> Attempt(string login, string password, string code)
    {
        ArgumentNullException.ThrowIfNull(login);
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(code);
        var now = clock.GetUtcNow();
        if (store.FindLogin(LoginOf(login)) is not { Person: { Kind: SignInKind.Local } person, Credentials: var own })
        {
            Passwords.Is(password, "");
            store.Append([new AuditEntry(now, "", "sign-in refused", "", "", "")]);
            return new SignInRefused();
        }

        var rightPassword = Passwords.Is(password, own.PasswordHash);
        var step = own.CodeSecret.Length > 0 ? OneTimeCodes.StepOf(codes.Unprotect(own.CodeSecret), code, own.CodeStep, now) : -1;
        var lockout = new Lockout(own.Failures, own.LockedUntil);
        if (!person.IsActive || lockout.IsLocked(now) || !rightPassword || step < 0)
        {
            store.RecordFailure(
                person.Id,
                before => lockout.IsLocked(now) ? before : After(new Lockout(before.Failures, before.LockedUntil).Failed(now)),
                new AuditEntry(now, person.Id, "sign-in refused", person.Id, "", ""));
            return new SignInRefused();
        }

        return store.UseCode(person.Id, step) ? person : new SignInRefused();
    }

    /// <summary>The secret as it is kept.</summary>
    public string Protect(string secret) => codes.Protect(secret);

    /// <summary>A login is compared in small letters and without outer blanks.</summary>
    public static string LoginOf(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.Trim().ToLowerInvariant();
    }

    private static (int Failures, DateTimeOffset LockedUntil) After(Lockout lockout) => (lockout.Failures, lockout.LockedUntil);
}
