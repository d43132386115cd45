using Candour.Access;
using Candour.SignIn;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>Gives somebody a purpose for which case rows may be opened.</summary>
[Door(Right.AssignPurpose, confirmed: true)]
public sealed class AssignPurposeModel(CurrentRoom current, OperationalStore store, Purposes purposes) : ReadingPage(current)
{
    public string Problem { get; private set; } = "";

    public Purpose? Given { get; private set; }

    public OpenedForm Form { get; private set; } = default!;

    public SelectField People { get; private set; } = default!;

    public IActionResult OnGet() => Answer(OpenedForm.Of, Show);

    public IActionResult OnPost(
        string person = "", string dataset = "", string place = "", string month = "", string reason = "", int days = 0, int cap = 0) =>
        Answer(OpenedForm.Of, form =>
        {
            if (purposes.Give(Visitor.Of(HttpContext), Room, new Opened(dataset, place, month, reason), person, days, cap)
                .Try(out var given, out var refusal))
            {
                Given = given;
            }
            else
            {
                Problem = refusal.Sentence;
                Response.StatusCode = StatusCodes.Status400BadRequest;
            }

            return Show(form);
        });

    private PageResult Show(OpenedForm form)
    {
        Form = form;
        var own = Visitor.Of(HttpContext).Viewer.Person;
        People = new SelectField(
            "person", "person", "Who",
            [new ChoiceGroup("", [.. store.People().Where(one => one.IsActive && one.Id != own).Select(one => new Choice(one.Id, one.Name))])], "");
        return Page();
    }
}
