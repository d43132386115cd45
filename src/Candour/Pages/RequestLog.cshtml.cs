using System.Globalization;
using Candour.Access;
using Candour.Requesting;
using Candour.SignIn;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>Logs a request.</summary>
[Door(Right.AnswerRequests)]
public sealed class RequestLogModel(RequestDesk desk) : PageModel
{
    public string Problem { get; private set; } = "";

    public string Words { get; private set; } = "";

    public SelectField Askers { get; private set; } = default!;

    public TextField DueField { get; private set; } = default!;

    public void OnGet() => Show("", desk.Today.AddDays(RequestForm.UsualDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public IActionResult OnPost(string? asker, string? words, string? due) =>
        desk.Log(Visitor.Of(HttpContext).Viewer, asker ?? "", words ?? "", due ?? "").Match<IActionResult>(
            request => Redirect($"/requests/{request.Number}/answer"),
            refusal =>
            {
                (Problem, Words) = (refusal.Sentence, words ?? "");
                Response.StatusCode = StatusCodes.Status400BadRequest;
                Show(asker ?? "", due ?? "");
                return Page();
            });

    private void Show(string asker, string due)
    {
        Askers = new SelectField(
            "asker", "asker", "Who asks", [new ChoiceGroup("", [.. Enum.GetValues<AskerKind>().Select(kind => new Choice(kind.ToString(), RequestWords.Of(kind)))])], asker);
        DueField = new TextField("due", "Due", "The day by which it is to be answered, such as 2026-07-31", due, "");
    }
}
