using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>An answer that is neither a page nor a refusal with a sentence of its own.</summary>
[IgnoreAntiforgeryToken]
public sealed class StatusModel : PageModel
{
    public string Heading { get; private set; } = "";

    public string NextStep { get; private set; } = "";

    public void OnGet(int code) => Say(code);

    public void OnPost(int code) => Say(code);

    private void Say(int code)
    {
        Response.StatusCode = code;
        (Heading, NextStep) = code == StatusCodes.Status404NotFound
            ? ("Page not found", "Nothing has this address. If you typed it, check it; if you followed a link, the measure or area it names may not be in the data that are loaded.")
            : ("That cannot be answered", "The request was not understood. Go back and try again.");
    }
}
