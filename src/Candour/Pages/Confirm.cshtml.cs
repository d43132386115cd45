using Candour.Access;
using Candour.SignIn;
using Candour.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Candour.Pages;

/// <summary>Asks once more who sits there, before a grave act.</summary>
[Door(Right.SignedIn)]
[EnableRateLimiting(nameof(SigningIn))]
public sealed class ConfirmModel(Site site, LocalSignIn accounts, Sessions sessions, Recognition recognition) : PageModel
{
    [BindProperty(Name = "then", SupportsGet = true)]
    public string Then { get; set; } = "/";

    public string Problem { get; private set; } = "";

    public bool HasProvider => site.Settings.Provider is not null;

    public bool IsSample => Visitor.Of(HttpContext).IsSample;

    public async Task<IActionResult> OnPostAsync(string password = "", string code = "")
    {
        var visitor = Visitor.Of(HttpContext);
        if (HasProvider)
        {
            await recognition.SignOutAsync(HttpContext);
            return Challenge(
                new AuthenticationProperties(new Dictionary<string, string?> { [ProviderSignIn.Confirms] = "" }) { RedirectUri = Way.Inside(Then) },
                ProviderSignIn.Scheme);
        }

        if (!IsSample && !accounts.Attempt(site.Workspace.Store.FindPerson(visitor.Viewer.Person)!.Login, password, code).Try(out _, out var refusal))
        {
            Problem = refusal.Sentence;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        sessions.Confirm(visitor);
        return LocalRedirect(Way.Inside(Then));
    }
}
