using Candour.Access;
using Candour.SignIn;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>Ends the session.</summary>
[Door(Right.SignedIn)]
public sealed class SignOutModel(Recognition recognition) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await recognition.SignOutAsync(HttpContext);
        return LocalRedirect("/sign-in");
    }
}
