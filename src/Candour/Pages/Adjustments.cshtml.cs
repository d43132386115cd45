using Candour.Access;
using Candour.Definitions;
using Candour.Readings.Figures;
using Candour.SignIn;
using Candour.Store;
using Candour.Store.Closings;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>The adjustments that wait for a second person, each with what it does.</summary>
[Door(Right.DecideSubmission, confirmed: true)]
public sealed class AdjustmentsModel(CurrentRoom current, PeriodDecisions periods, OperationalStore store) : ReadingPage(current)
{
    public IReadOnlyList<Adjustment> Waiting { get; private set; } = [];

    public string Problem { get; private set; } = "";

    public string Done { get; private set; } = "";

    private Viewer Viewer => Visitor.Of(HttpContext).Viewer;

    public IActionResult OnGet() => Answer<ReadingRoom>(room => room, Show);

    public async Task<IActionResult> OnPostAsync(string? adjustment, string? decision, string? reason, CancellationToken cancellation)
    {
        var room = default(ReadingRoom);
        var answer = Answer<ReadingRoom>(found => found, found =>
        {
            room = found;
            return Page();
        });
        if (room is null)
        {
            return answer;
        }

        if ((await periods.DecideAsync(Viewer, room, adjustment ?? "", decision == "accept", reason ?? "", cancellation)).Try(out var decided, out var refusal))
        {
            Done = $"The adjustment is {decided.State.ToString().ToLowerInvariant()}."
                + (decided.State != AdjustmentState.Accepted ? ""
                    : decided.Kind == AdjustmentKind.Late ? " The period is restated."
                    : " Figures include it from the next snapshot on.");
        }
        else
        {
            Problem = refusal.Sentence;
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Show(room);
    }

    public Dataset DatasetOf(Adjustment adjustment)
    {
        ArgumentNullException.ThrowIfNull(adjustment);
        return Room.Catalogue.Datasets[adjustment.Dataset];
    }

    public IReadOnlyList<AdjustmentEffect> EffectsOf(Adjustment adjustment) => periods.Effects(Viewer, Room, adjustment);

    /// <summary>The change in the words of the definitions.</summary>
    public string ChangeOf(Adjustment adjustment)
    {
        ArgumentNullException.ThrowIfNull(adjustment);
        var dataset = DatasetOf(adjustment);
        return adjustment.Kind == AdjustmentKind.Late
            ? $"Rows that came after the freeze. Accepting them restates the period from snapshot {adjustment.After[..12]}."
            : $"Row {RowCells.Shortened(adjustment.RowKey)}: {dataset.FieldNamed(adjustment.Field)?.Title ?? adjustment.Field} from {Said(adjustment.Was)} to {Said(adjustment.Becomes)}";

        string Said(string value) => value.Length == 0 ? "[missing]"
            : dataset.FieldNamed(adjustment.Field) is { Type: FieldType.Code } field ? $"{Room.Catalogue.CodesOf(dataset, field.Id).TitleOf(value)} ({value})"
            : value;
    }

    public string NameOf(string person) => store.FindPerson(person)?.Name ?? person;

    private PageResult Show(ReadingRoom room)
    {
        Waiting = periods.Waiting(Viewer, room);
        return Page();
    }
}
