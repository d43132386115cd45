using Candour.Access;
using Candour.Databank.Snapshots;
using Candour.Kernel;
using Candour.Readings.Seeing;
using Candour.SignIn;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>The rows that a purpose opens, after a reason was given; told to the trail before they are shown.</summary>
[Door(Right.OpenCaseRows)]
public sealed class CaseRowsModel(CurrentRoom current, Purposes purposes, TimeProvider clock) : ReadingPage(current)
{
    public const int PerPage = 25;

    public Purpose Purpose { get; private set; } = default!;

    public string Problem { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public IReadOnlyList<SourceRow> Shown { get; private set; } = [];

    public RowCells Cells { get; private set; } = default!;

    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    /// <summary>Stands above and below the rows, on the screen and on paper.</summary>
    public string Watermark { get; private set; } = "";

    public IActionResult OnGet(string id) => Answer(_ => Own(id), purpose =>
    {
        Purpose = purpose;
        return Page();
    });

    public IActionResult OnPost(string id, string reason = "", int page = 1)
    {
        var visitor = Visitor.Of(HttpContext);
        return Answer(
            room => Own(id).Then(purpose => CaseRows.Of(room.Snapshot, visitor.Viewer, purpose)
                .Then<(Purpose Purpose, IReadOnlyList<SourceRow> Rows)>(rows => (purpose, rows))),
            found =>
            {
                (Purpose, Reason) = (found.Purpose, reason);
                Pages = Math.Max(1, (found.Rows.Count + PerPage - 1) / PerPage);
                Number = Math.Clamp(page, 1, Pages);
                var (first, last) = (((Number - 1) * PerPage) + 1, Math.Min(found.Rows.Count, Number * PerPage));
                if (!purposes.Show(visitor, found.Purpose, first, last, reason).Try(out _, out var refusal))
                {
                    Problem = refusal.Sentence;
                    Response.StatusCode = StatusCodes.Status400BadRequest;
                    return Page();
                }

                Cells = new RowCells(Room, Room.Catalogue.Datasets[found.Purpose.Dataset]);
                Shown = [.. found.Rows.Skip(first - 1).Take(last - first + 1)];
                Watermark = $"Shown to {visitor.Viewer.Name} on {TimeText.Of(clock.GetUtcNow())} under purpose {found.Purpose.Id}. Not to be copied or passed on.";
                return Page();
            });
    }

    private Result<Purpose> Own(string id) => purposes.Find(id, Visitor.Of(HttpContext).Viewer.Person)
        .Then(purpose => purpose.MayShow(purpose.Person, 0, clock.GetUtcNow()));
}
