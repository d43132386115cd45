using Candour.Access;
using Candour.Evidencing;
using Candour.SignIn;
using Candour.Store;
using Candour.Uploading;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>Puts a document into the evidence.</summary>
[Door(Right.KeepEvidence)]
[LimitUpload]
public sealed class EvidenceAddModel(EvidenceDesk desk, Workspace workspace) : PageModel
{
    public string Problem { get; private set; } = "";

    public bool IsDemo => workspace.Kind == WorkspaceKind.Demo;

    public string PurposeTyped { get; private set; } = "";

    public TextField TitleField { get; private set; } = default!;

    public TextField KeepField { get; private set; } = default!;

    public SelectField Places { get; private set; } = default!;

    public SelectField Classes { get; private set; } = default!;

    private Viewer Viewer => Visitor.Of(HttpContext).Viewer;

    public void OnGet() => Show("", "", nameof(EvidenceClass.Internal), "", "");

    public async Task<IActionResult> OnPostAsync(IFormFile? file, string? title, string? place, string? @class, string? purpose, string? keep)
    {
        var content = await SentFile.ReadAsync(file, EvidenceKind.MostBytes, HttpContext.RequestAborted);
        var owner = desk.Places(Viewer).FirstOrDefault(one => EvidenceDesk.ScopeOf(one) == place) ?? desk.Places(Viewer)[0];
        return EvidenceForm.Read(title ?? "", @class ?? "", owner, purpose ?? "", keep ?? "", desk.Today)
            .Then(form => place == EvidenceDesk.ScopeOf(owner) ? desk.Put(Viewer, form, content) : new NotYourEvidence())
            .Match<IActionResult>(
                record => Redirect(Address.Evidence(record)),
                refusal =>
                {
                    Problem = refusal.Sentence;
                    Response.StatusCode = StatusCodes.Status400BadRequest;
                    Show(title ?? "", place ?? "", @class ?? "", purpose ?? "", keep ?? "");
                    return Page();
                });
    }

    private void Show(string title, string place, string kind, string purpose, string keep)
    {
        PurposeTyped = purpose;
        TitleField = new TextField("title", "Title", "What it is, without names of people in cases; it is shown in lists", title, "");
        KeepField = new TextField("keep", "Keep until", "A number of years, such as 7, or a day, such as 2033-03-31; then it is due to be erased", keep, "");
        Places = new SelectField(
            "place", "place", "Owner",
            [new ChoiceGroup("", [.. desk.Places(Viewer).Select(owner => new Choice(EvidenceDesk.ScopeOf(owner), desk.OwnerInWords(owner)))])], place);
        Classes = new SelectField(
            "class", "class", "Who may open it",
            [new ChoiceGroup("", [.. Enum.GetValues<EvidenceClass>().Select(one => new Choice(one.ToString(), EvidenceWords.Of(one)))])], kind);
    }
}
