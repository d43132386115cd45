using Candour.Access;
using Candour.SignIn;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>Opens case rows without an assigned purpose, against the clock, with others told.</summary>
[Door(Right.BreakGlass, confirmed: true)]
public sealed class BreakGlassModel(CurrentRoom current, Purposes purposes) : ReadingPage(current)
{
    public string Problem { get; private set; } = "";

    public OpenedForm Form { get; private set; } = default!;

    public IActionResult OnGet() => Answer(OpenedForm.Of, Show);

    public IActionResult OnPost(string dataset = "", string place = "", string month = "", string reason = "") =>
        Answer(OpenedForm.Of, form =>
        {
            if (purposes.BreakGlass(Visitor.Of(HttpContext), Room, new Opened(dataset, place, month, reason)).Try(out var broken, out var refusal))
            {
                return LocalRedirect($"/case-rows/{broken.Id}");
            }

            Problem = refusal.Sentence;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Show(form);
        });

    private PageResult Show(OpenedForm form)
    {
        Form = form;
        return Page();
    }
}
