using Candour.Kernel;
using Candour.SignIn;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Candour.Pages;

/// <summary>Makes the first administrator; the page is gone as soon as anybody has an account.</summary>
[Door]
[EnableRateLimiting(nameof(SigningIn))]
public sealed class FirstAdministratorModel(Site site, FirstAdministrator first, Recognition recognition) : PageModel
{
    public string Problem { get; private set; } = "";

    /// <summary>What the person types into their authenticator; empty until the console's secret was right.</summary>
    public string CodeSecret { get; private set; } = "";

    public string Typed { get; private set; } = "";

    public string Login { get; private set; } = "";

    public string Name { get; private set; } = "";

    private bool IsGone => site.Workspace.Kind == WorkspaceKind.Demo || site.Settings.Provider is not null || !first.IsNeeded;

    public IActionResult OnGet() => IsGone ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(
        string secret = "", string login = "", string name = "", string password = "", string again = "", string code = "")
    {
        if (IsGone)
        {
            return NotFound();
        }

        (Typed, Login, Name) = (secret, login, name);
        if (!first.CodeSecretFor(secret).Try(out var own, out var refusal))
        {
            return Refuse(refusal);
        }

        CodeSecret = own;
        if (login.Length == 0)
        {
            return Page();
        }

        if (password != again)
        {
            return Refuse(new PasswordsDiffer());
        }

        if (!first.Create(secret, login, name, password, code).Try(out var person, out refusal))
        {
            return Refuse(refusal);
        }

        await recognition.SignInAsync(HttpContext, person);
        return LocalRedirect("/people");
    }

    private PageResult Refuse(Refusal refusal)
    {
        Problem = refusal.Sentence;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}

/// <summary>The second typing is not the first.</summary>
public sealed record PasswordsDiffer() : Refusal("The two passwords are not the same: type them again.");
