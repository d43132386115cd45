using Candour.Access;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>One submission: what arrived, and what the checks found in it.</summary>
[Door(Right.ReadSubmissions)]
[KeptPage]
public sealed class SubmissionModel(CurrentRoom current) : ReadingPage(current)
{
    public SubmissionRecord Submission { get; private set; } = default!;

    public Dataset Dataset => Room.Catalogue.Datasets[Submission.Dataset];

    public Mapping Mapping => Room.MappingOf(Submission);

    /// <summary>Findings of one code together, errors first.</summary>
    public IReadOnlyList<IGrouping<(string Code, Severity Severity), Finding>> Findings { get; private set; } = [];

    public IActionResult OnGet(string id) => Answer<SubmissionRecord?>(
        room => new Result<SubmissionRecord?>.Accepted(
            room.Seen.Submissions.FirstOrDefault(submission => submission.Id.Hex == id)),
        submission =>
        {
            if (submission is null)
            {
                return NotFound();
            }

            Submission = submission;
            Findings = FindingGroups.Of(Room.Snapshot.FindingsOf(submission));
            ViewData[PageFrame.Key] = PageFrame.Of(Room, Dataset);
            return Page();
        });
}
