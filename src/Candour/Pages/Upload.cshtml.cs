using Candour.Access;
using Candour.Intake.Submitting;
using Candour.Kernel;
using Candour.SignIn;
using Candour.Uploading;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>One file that was sent: how far it is, what was found, what it would change, and what to do with it.</summary>
[Door(Right.Submit)]
public sealed class UploadModel(Uploads uploads, TimeProvider clock) : PageModel
{
    public Upload Upload { get; private set; } = default!;

    public string Problem { get; private set; } = "";

    /// <summary>In words; empty when nobody can say.</summary>
    public string TimeLeft => Uploading.TimeLeft.InWords(Upload.Bytes, Upload.File.Length, clock.GetUtcNow() - Upload.ReadingSince);

    public async Task<IActionResult> OnGetAsync(string id)
    {
        var found = uploads.Find(Viewer, id);
        if (found.Try(out var upload, out _))
        {
            await Uploads.WaitAMomentAsync(upload, HttpContext.RequestAborted);
        }

        return Show(found);
    }

    /// <summary>The file with a column of errors.</summary>
    public IActionResult OnGetErrors(string id) => uploads.Returned(Viewer, id).Match(
        content => File(content, "text/csv; charset=utf-8", "errors.csv"), refusal => RefusalResult.Of(refusal));

    public IActionResult OnPostAnswer(string id) => Back(uploads.Answer(
        Viewer, id, Request.Form.Where(pair => pair.Key.StartsWith("answer-", StringComparison.Ordinal)).ToDictionary(pair => pair.Key[7..], pair => pair.Value.ToString(), StringComparer.Ordinal)));

    /// <summary>What was answered about the source before does not hold any more.</summary>
    public IActionResult OnPostAskAgain(string id) => Back(uploads.AskAgain(Viewer, id));

    public async Task<IActionResult> OnPostSubmitAsync(string id)
    {
        var done = await uploads.SubmitAsync(Viewer, id, HttpContext.RequestAborted);
        return done.Match<IActionResult>(
            upload => upload.Stage is UploadStage.Taken { Submitted: Submitted taken }
                ? Redirect($"/receipts/{taken.Record.Id}") : Redirect($"/submit/{upload.Id}"),
            refusal =>
            {
                Problem = refusal.Sentence;
                return Show(uploads.Find(Viewer, id));
            });
    }

    public IActionResult OnPostCancel(string id) => uploads.Cancel(Viewer, id)
        .Match(_ => Redirect("/submit"), refusal => RefusalResult.Of(refusal, StatusCodes.Status404NotFound));

    private Viewer Viewer => Visitor.Of(HttpContext).Viewer;

    private IActionResult Back(Result<Upload> answered) => answered.Match(
        upload => Redirect($"/submit/{upload.Id}"), refusal => RefusalResult.Of(refusal));

    private IActionResult Show(Result<Upload> found) => found.Match<IActionResult>(
        upload =>
        {
            Upload = upload;
            Response.StatusCode = Problem.Length > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
            return Page();
        },
        refusal => RefusalResult.Of(refusal, StatusCodes.Status404NotFound));
}
