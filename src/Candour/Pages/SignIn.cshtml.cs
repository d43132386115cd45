using Candour.Kernel;
using Candour.SignIn;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Candour.Pages;

/// <summary>Says who you are; in a demonstration, chooses as whom to look.</summary>
[Door]
[EnableRateLimiting(nameof(SigningIn))]
public sealed class SignInModel(Site site, LocalSignIn accounts, Recognition recognition, FirstAdministrator first) : PageModel
{
    [BindProperty(Name = "then", SupportsGet = true)]
    public string Then { get; set; } = "/";

    public string Problem { get; private set; } = "";

    public bool IsDemonstration => site.Workspace.Kind == WorkspaceKind.Demo;

    /// <summary>The agency's own identity provider is asked, and no account is kept here.</summary>
    public bool HasProvider => site.Settings.Provider is not null;

    public bool NeedsFirst => !IsDemonstration && !HasProvider && first.IsNeeded;

    public string Login { get; private set; } = "";

    /// <summary>The sample people of a demonstration, with what each does.</summary>
    public SelectField Samples => new(
        "login", "login", "Look as",
        [new ChoiceGroup("", [.. SamplePeople.All.Select(sample => new Choice(sample.Id, $"{sample.Name}: {sample.Does}"))])],
        Visitor.Of(HttpContext).Viewer.Person);

    public void OnGet(string failed = "") => Problem = failed switch
    {
        "provider" => "The identity provider did not let you in. Try again; if it goes on, ask your administrator.",
        "groups" => "You are known to the identity provider, but none of your groups may use Candour: ask your administrator.",
        _ => "",
    };

    public async Task<IActionResult> OnPostAsync(string login = "", string password = "", string code = "")
    {
        if (HasProvider)
        {
            return Challenge(new AuthenticationProperties { RedirectUri = Way.Inside(Then) }, ProviderSignIn.Scheme);
        }

        var result = IsDemonstration
            ? site.Workspace.Store.FindLogin(login) is { Person.Kind: SignInKind.Sample } sample
                ? sample.Person
                : new Result<PersonRecord>.Refused(new SignInRefused())
            : accounts.Attempt(login, password, code);
        if (!result.Try(out var person, out var refusal))
        {
            (Problem, Login) = (refusal.Sentence, login);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await recognition.SignInAsync(HttpContext, person);
        return LocalRedirect(Way.Inside(Then));
    }
}
