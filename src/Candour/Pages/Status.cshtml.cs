using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>An answer that is neither a page nor a refusal with a sentence of its own.</summary>
[IgnoreAntiforgeryToken]
[Door]
public sealed class StatusModel : PageModel
{
    public string Heading { get; private set; } = "";

    public string NextStep { get; private set; } = "";

    public void OnGet() => Say(Code);

    public void OnPost() => Say(Code);

    /// <summary>From the address alone: the form that led here may have a field of that name, or be too long to be read.</summary>
    private int Code => int.Parse((string)RouteData.Values["code"]!, System.Globalization.CultureInfo.InvariantCulture);

    private void Say(int code)
    {
        Response.StatusCode = code;
        (Heading, NextStep) = code == StatusCodes.Status404NotFound
            ? ("Page not found", "Nothing has this address. If you typed it, check it; if you followed a link, the measure or area it names may not be in the data that are loaded.")
            : ("That cannot be answered", "The request was not understood. Go back and try again.");
    }
}
