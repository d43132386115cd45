using Candour.Access;
using Candour.Definitions;
using Candour.Freezing;
using Candour.Kernel;
using Candour.Readings.Figures;
using Candour.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Web;

/// <summary>A page about one reporting period of a dataset of which the viewer sees anything.</summary>
public abstract class PeriodPage(CurrentRoom current, PeriodDecisions periods) : ReadingPage(current)
{
    public Viewer Viewer => Visitor.Of(HttpContext).Viewer;

    public Dataset Dataset { get; private set; } = default!;

    public Period Period { get; private set; }

    public PeriodNow Now { get; private set; } = default!;

    /// <summary>Whether the viewer has a right over an area.</summary>
    public bool Has(Right right, string area) => PeriodDecisions.Has(Viewer, Room, Dataset, right, area);

    /// <summary>Whether the viewer has a right over all areas.</summary>
    public bool HasWhole(Right right) => PeriodDecisions.HasWhole(Viewer, Room, Dataset, right);

    /// <summary>The areas that agree and over which the viewer has a right.</summary>
    public IEnumerable<AreaInPeriod> AreasWith(Right right) => Now.Areas.Where(area => Has(right, area.Rows.Area.Id));

    /// <summary>Finds the period and shows it; refuses what is out of sight as what does not exist.</summary>
    protected IActionResult Show(string dataset, string period, Func<IActionResult> show) => Answer(
        room => Find(room, dataset, period),
        found =>
        {
            (Dataset, Period) = found;
            Now = periods.Now(Room, Dataset, Period);
            ViewData[PageFrame.Key] = PageFrame.Of(Room, Dataset);
            return show();
        });

    private Result<(Dataset Dataset, Period Period)> Find(ReadingRoom room, string dataset, string period) =>
        PeriodDecisions.Datasets(Viewer, room).Any(one => one.Id == dataset)
            ? PeriodClose.Find(room.Catalogue, dataset, period)
            : new NotClosedHere(dataset.Length <= 60 ? dataset : "…");
}
