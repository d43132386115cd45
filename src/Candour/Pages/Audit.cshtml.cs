using Candour.Access;
using Candour.Definitions;
using Candour.SignIn;
using Candour.Store;
using Candour.Store.Auditing;
using Candour.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>Who did and read what, newest first, and the report of broken glasses.</summary>
[Door(Right.ReadAudit)]
public sealed class AuditModel(OperationalStore store, Catalogue catalogue) : PageModel
{
    private const int PerPage = 100;

    public IReadOnlyList<AuditRecord> Entries { get; private set; } = [];

    public IReadOnlyList<Purpose> BrokenGlasses { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public SelectField People { get; private set; } = default!;

    public Catalogue Catalogue => catalogue;

    public string Who { get; private set; } = "";

    /// <summary>The smallest number on the page; 1 when there is nothing older.</summary>
    public long Oldest => Entries.Count == PerPage ? Entries[^1].Sequence : 1;

    public void OnGet(string who = "", long before = long.MaxValue)
    {
        var people = store.People();
        Names = people.ToDictionary(person => person.Id, person => person.Name);
        Who = who;
        People = new SelectField(
            "who", "who", "Who",
            [new ChoiceGroup("", [new Choice("", "Everybody"), .. people.Select(person => new Choice(person.Id, person.Name))])], who);
        Entries = store.Trail(before, who, "", PerPage);
        BrokenGlasses = [.. store.PurposesOfKind(nameof(PurposeKind.BreakGlass)).Select(Purposes.Of)];
    }

    public string NameOf(string who) => who.Length == 0 ? "nobody signed in" : Names.GetValueOrDefault(who, who);
}
