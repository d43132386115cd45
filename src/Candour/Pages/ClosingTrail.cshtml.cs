using Candour.Access;
using Candour.Downloads;
using Candour.Freezing;
using Candour.SignIn;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>Everything that happened to a reporting period in the areas in sight, as CSV.</summary>
[Door(Right.ReadSubmissions)]
public sealed class ClosingTrailModel(CurrentRoom current, PeriodDecisions periods, OperationalStore store) : PeriodPage(current, periods)
{
    public IActionResult OnGet(string dataset, string period) => Show(dataset, period, () =>
    {
        var lines = ClosingTrail.Of(store, Dataset, Period)
            .Where(line => line.Area.Length == 0 || Has(Right.ReadSubmissions, line.Area))
            .Select(line => line with { Who = store.FindPerson(line.Who)?.Name ?? line.Who });
        return File(CsvBook.Write(TrailBook.Of(Dataset, Period, [.. lines])), CsvBook.MediaType, $"{Dataset.Id}-{Period.ToReference()}-trail.csv");
    });
}
