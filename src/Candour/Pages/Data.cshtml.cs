using Candour.Access;
using Candour.Kernel;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>The datasets that have data, and every submission in them.</summary>
[Door(Right.ReadSubmissions)]
[KeptPage]
public sealed class DataModel(CurrentRoom current) : ReadingPage(current)
{
    public IReadOnlyList<DatasetHere> Datasets { get; private set; } = [];

    public IActionResult OnGet() => Answer<IReadOnlyList<DatasetHere>>(
        room => new Result<IReadOnlyList<DatasetHere>>.Accepted(DatasetHere.All(room)),
        datasets =>
        {
            Datasets = datasets;
            return Page();
        });
}
