using Candour.Access;
using Candour.Requesting;
using Candour.Kernel;
using Candour.Readings;
using Candour.SignIn;
using Candour.Store;
using Candour.Store.Requests;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>A saved question: its figure, or the way to its page. Its address is its permanent link.</summary>
[Door(Right.ReadFigures)]
public sealed class QuestionModel(CurrentRoom current, RequestDesk desk, OperationalStore store) : ReadingPage(current)
{
    public SavedQuestion Question { get; private set; } = default!;

    /// <summary>The reference that it was saved with.</summary>
    public FigureReference Saved { get; private set; } = default!;

    /// <summary>The answer now; absent for a page, and when nothing answers any more.</summary>
    public Reading? Present { get; private set; }

    /// <summary>The figure is the one that it was saved with.</summary>
    public bool IsPresent => Present?.Reference == Saved;

    public string PageAddress => desk.AddressOf(Question);

    public string MadeBy => store.FindPerson(Question.MadeBy)?.Name ?? Question.MadeBy;

    public bool MayWithdraw => !Question.IsWithdrawn && Visitor.Of(HttpContext).Viewer.May(Right.AnswerRequests);

    public IActionResult OnGet(string id) => Answer(
        _ => store.QuestionOf(id),
        question =>
        {
            Question = question;
            if (question.Kind == QuestionKind.Figure && FigureReference.TryParse(question.Target, out var reference))
            {
                Saved = reference;
                Present = NamedFigure.Resolve(Room, reference);
                if (Present is { } present)
                {
                    ViewData[PageFrame.Key] = PageFrame.Of(Room, present.Question.Dataset);
                }
            }

            return Page();
        });

    public IActionResult OnPost(string id) => desk.WithdrawQuestion(Visitor.Of(HttpContext).Viewer, id)
        .Match(_ => Redirect($"/{SavedQuestion.ReferencePrefix}{id}"), refusal => RefusalResult.Of(refusal));
}
