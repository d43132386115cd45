using Candour.Access;
using Candour.Definitions;
using Candour.Intake.Submitting;
using Candour.SignIn;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>The receipt of a submission, for whoever submitted it.</summary>
[Door(Right.Submit)]
public sealed class ReceiptModel(OperationalStore store, Catalogue catalogue) : PageModel
{
    public Receipt Receipt { get; private set; } = default!;

    /// <summary>What its rows are, as people read it.</summary>
    public string DatasetTitle => catalogue.Datasets[Receipt.Submission.Dataset].Title;

    /// <summary>The mapping by which it was read: its title, and its id where the definitions do not have it because a sender made it.</summary>
    public string MappingTitle => catalogue.Mappings.TryGetValue(Receipt.Submission.Mapping, out var mapping) ? mapping.Title : Receipt.Submission.Mapping;

    public IActionResult OnGet(string id)
    {
        if (!Receipt.Of(store, id).Try(out var receipt, out _) || receipt.Submitter != Visitor.Of(HttpContext).Viewer.Person)
        {
            return NotFound();
        }

        Receipt = receipt;
        return Page();
    }
}
