using Candour.Access;
using Candour.SignIn;
using Candour.Store;
using Candour.Store.Requests;
using Candour.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>The saved questions that stand.</summary>
[Door(Right.ReadFigures)]
public sealed class QuestionsModel(OperationalStore store) : PageModel
{
    public IReadOnlyList<SavedQuestion> Questions { get; private set; } = [];

    public bool MaySave => Visitor.Of(HttpContext).Viewer.May(Right.AnswerRequests);

    public void OnGet() => Questions = store.SavedQuestions();
}
