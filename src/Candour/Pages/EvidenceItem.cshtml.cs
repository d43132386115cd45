using Candour.Access;
using Candour.Evidencing;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>One document: what it is, whose, who may open it, and until when it is kept. Its address is its permanent reference.</summary>
[Door(Right.ReadFigures)]
public sealed class EvidenceItemModel(EvidenceDesk desk, OperationalStore store) : EvidencePage(desk)
{
    private readonly EvidenceDesk own = desk;

    public string Owner => own.OwnerInWords(EvidenceDesk.OwnerOf(Seen.Record));

    public DateOnly Today => own.Today;

    public IActionResult OnGet(string id) => Show(id);

    public string NameOf(string person) => store.FindPerson(person)?.Name ?? person;
}
