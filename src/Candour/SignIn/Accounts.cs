using Candour.Kernel;

namespace Candour.SignIn;

/// <summary>What an account is known by.</summary>
public sealed record Account(string Login, string Name);

/// <summary>The login is not one.</summary>
public sealed record LoginIsNotOne() : Refusal(
    "A login has 3 to 100 letters, digits or one of the signs . _ - @, and no blanks: choose another.");

/// <summary>The name is not one.</summary>
public sealed record NameIsNotOne() : Refusal("A name has 2 to 100 signs on one line: type it again.");

/// <summary>What may be a login, a name and a password.</summary>
public static class Accounts
{
    public static Result<Account> Checked(string login, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var (own, called) = (LocalSignIn.LoginOf(login), name.Trim());
        return own.Length is < 3 or > 100 || !own.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '_' or '-' or '@')
                ? new LoginIsNotOne()
            : called.Length is < 2 or > 100 || called.Any(char.IsControl) ? new NameIsNotOne()
            : new Account(own, called);
    }

    public static Result<Account> Checked(string login, string name, string password) =>
        Checked(login, name).Then(account => Passwords.Chosen(account.Login, password).Then<Account>(_ => account));
}
