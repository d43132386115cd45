using Candour.Access;
using Candour.Requesting;
using Candour.SignIn;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>Saves a question under a name.</summary>
[Door(Right.AnswerRequests)]
public sealed class QuestionSaveModel(CurrentRoom current, RequestDesk desk) : ReadingPage(current)
{
    public string Problem { get; private set; } = "";

    public QuestionFields Fields { get; private set; } = default!;

    public void OnGet() => Fields = QuestionFields.Of("", AskedOf.Text(Request.Query, "target"), "latest");

    public IActionResult OnPost(string? title, string? target, string? pin) => Answer<Readings.Figures.ReadingRoom>(
        room => room,
        room => desk.Save(Visitor.Of(HttpContext).Viewer, room, title ?? "", target ?? "", pin == "pinned").Match<IActionResult>(
            question => Redirect($"/{question.Reference}"),
            refusal =>
            {
                Problem = refusal.Sentence;
                Fields = QuestionFields.Of(title ?? "", target ?? "", pin ?? "latest");
                Response.StatusCode = StatusCodes.Status400BadRequest;
                return Page();
            }));
}
