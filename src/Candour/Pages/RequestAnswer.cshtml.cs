using Candour.Access;
using Candour.Requesting;
using Candour.Kernel;
using Candour.Store;
using Candour.Store.Requests;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>What is already available for a request, and the ways to close it.</summary>
[Door(Right.AnswerRequests)]
public sealed class RequestAnswerModel(CurrentRoom current, RequestDesk desk, OperationalStore store) : RequestPage(current, desk, store)
{
    private readonly RequestDesk own = desk;

    public string Problem { get; private set; } = "";

    public QuestionFields Fields { get; private set; } = QuestionFields.Of("", "", "latest");

    public IReadOnlyList<AvailableAnswer> Suggested { get; private set; } = [];

    /// <summary>What is said with an answer, in a field whose id is unique.</summary>
    public static TextField Note(string name) =>
        new(name, "What is said with it", $"Nothing, or up to {RequestForm.LongestNote} signs without anybody's name", "", "");

    public IActionResult OnGet(string number) => Show(number, Form);

    public IActionResult OnPost(
        string number, string? act, string[] reference, string? more, string? note, [FromForm(Name = "note-saved")] string? noteSaved, string? title, string? target,
        string? pin, string? reason) => Show(number, () =>
    {
        Result<InformationRequest> done = act switch
        {
            "available" => own.Answer(Viewer, Room, number, [.. reference, .. (more ?? "").Split('\n')], note ?? ""),
            "save" => own.AnswerWith(Viewer, Room, number, title ?? "", target ?? "", pin == "pinned", noteSaved ?? ""),
            "decline" => own.Decline(Viewer, number, reason ?? ""),
            "withdraw" => own.Withdraw(Viewer, number, reason ?? ""),
            _ => new SignIn.NoSuchStep(),
        };
        return done.Match(
            request => Redirect($"/requests/{request.Number}"),
            refusal =>
            {
                Problem = refusal.Sentence;
                Fields = QuestionFields.Of(title ?? "", target ?? "", pin ?? "latest");
                Response.StatusCode = StatusCodes.Status400BadRequest;
                return Form();
            });
    });

    private IActionResult Form()
    {
        Suggested = Asked.State == RequestState.Open ? own.Suggested(Viewer, Room, Asked) : [];
        return Page();
    }
}
