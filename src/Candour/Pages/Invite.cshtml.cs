using Candour.Access;
using Candour.SignIn;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>Invites somebody new; what to hand them is shown once.</summary>
[Door(Right.ManagePeople, confirmed: true)]
public sealed class InviteModel(Invitations invitations) : PageModel
{
    public string Problem { get; private set; } = "";

    public string Login { get; private set; } = "";

    public string Name { get; private set; } = "";

    public PersonRecord? Invited { get; private set; }

    public string Code { get; private set; } = "";

    public IActionResult OnPost(string login = "", string name = "")
    {
        (Login, Name) = (login, name);
        if (!invitations.Invite(login, name, Visitor.Of(HttpContext).Viewer.Person).Try(out var invited, out var refusal))
        {
            Problem = refusal.Sentence;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        (Invited, Code) = invited;
        return Page();
    }
}
