using Candour.Access;
using Candour.Definitions;
using Candour.Freezing;
using Candour.SignIn;
using Candour.Store;
using Candour.Store.Closings;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>The reporting calendar: the periods of every dataset that is closed here, how far each has come, and its days.</summary>
[Door(Right.ReadSubmissions)]
public sealed class ClosingsModel(CurrentRoom current, OperationalStore store) : ReadingPage(current)
{
    public IReadOnlyList<(Dataset Dataset, IReadOnlyList<(Closing Closing, Deadlines Due)> Periods)> Calendars { get; private set; } = [];

    public IActionResult OnGet() => Answer<Readings.Figures.ReadingRoom>(room => room, room =>
    {
        Calendars =
        [
            .. PeriodDecisions.Datasets(Visitor.Of(HttpContext).Viewer, room).Select(dataset => (
                dataset, (IReadOnlyList<(Closing, Deadlines)>)[.. ReportingCalendar.Of(store, dataset, Readings.Asking.Resolving.WholeRange(dataset, room.Snapshot)).Reverse()])),
        ];
        return Page();
    });
}
