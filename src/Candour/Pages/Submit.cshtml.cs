using Candour.Access;
using Candour.Definitions;
using Candour.SignIn;
using Candour.Store;
using Candour.Uploading;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>Sends a file; lists what of one's own waits, and the receipts of what was taken.</summary>
[Door(Right.Submit)]
[LimitUpload]
public sealed class SubmitModel(Uploads uploads, OperationalStore store, Catalogue catalogue) : PageModel
{
    public string Problem { get; private set; } = "";

    public IReadOnlyList<Upload> Waiting { get; private set; } = [];

    public IReadOnlyList<SubmissionRecord> Receipts { get; private set; } = [];

    public SelectField Mappings { get; private set; } = default!;

    public void OnGet() => Show("");

    public async Task<IActionResult> OnPostAsync(IFormFile? file, string? mapping)
    {
        // The framework gives nothing at all for a choice whose value is empty.
        var named = mapping ?? "";
        if (file is null)
        {
            return Refuse(new NoFileWasChosen().Sentence, named);
        }

        await using var content = file.OpenReadStream();
        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        return (await uploads.BeginAsync(Visitor.Of(HttpContext).Viewer, name.Length > 0 ? name : "file", content, named, HttpContext.RequestAborted))
            .Match<IActionResult>(upload => Redirect($"/submit/{upload.Id}"), refusal => Refuse(refusal.Sentence, named));
    }

    private PageResult Refuse(string sentence, string mapping)
    {
        Problem = sentence;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        Show(mapping);
        return Page();
    }

    private void Show(string mapping)
    {
        var viewer = Visitor.Of(HttpContext).Viewer;
        var sight = Sight.Of(viewer, Right.Submit, catalogue);
        var known = uploads.Known().Match(whole => whole, _ => catalogue);
        Waiting = uploads.Of(viewer);
        Receipts = [.. store.SubmittedBy(viewer.Person).OrderByDescending(record => record.ReceivedAt)];
        Mappings = new SelectField(
            "mapping", "mapping", "What is it?",
            [
                new ChoiceGroup("", [new Choice("", "Find it by its columns")]),
                new ChoiceGroup(
                    "Or say it",
                    [
                        .. known.Mappings.Values
                            .Where(one => sight.SeesAny(new Holding(known.Datasets[one.Dataset], one.Agency, IsPublic: false)))
                            .OrderBy(one => one.Title, StringComparer.Ordinal).Select(one => new Choice(one.Id, one.Title)),
                    ]),
            ],
            mapping);
    }
}

/// <summary>The form came without a file.</summary>
internal sealed record NoFileWasChosen() : Candour.Kernel.Refusal("Choose a file first, then send it.");
