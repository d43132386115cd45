using Candour.Kernel;
using Candour.SignIn;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Candour.Pages;

/// <summary>Takes up an invitation: password and authenticator.</summary>
[Door]
[EnableRateLimiting(nameof(SigningIn))]
public sealed class InvitationModel(Invitations invitations, Recognition recognition) : PageModel
{
    public string Problem { get; private set; } = "";

    /// <summary>What the person types into their authenticator; empty until the invitation was right.</summary>
    public string CodeSecret { get; private set; } = "";

    public string Login { get; private set; } = "";

    public string Typed { get; private set; } = "";

    public async Task<IActionResult> OnPostAsync(
        string login = "", string invitation = "", string password = "", string again = "", string code = "")
    {
        (Login, Typed) = (login, invitation);
        if (!invitations.CodeSecretFor(login, invitation).Try(out var own, out var refusal))
        {
            return Refuse(refusal);
        }

        CodeSecret = own;
        if (password.Length == 0)
        {
            return Page();
        }

        if (password != again)
        {
            return Refuse(new PasswordsDiffer());
        }

        if (!invitations.TakeUp(login, invitation, password, code).Try(out var person, out refusal))
        {
            return Refuse(refusal);
        }

        await recognition.SignInAsync(HttpContext, person);
        return LocalRedirect("/");
    }

    private PageResult Refuse(Refusal refusal)
    {
        Problem = refusal.Sentence;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
