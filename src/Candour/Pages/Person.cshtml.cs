using System.Globalization;
using Candour.Access;
using Candour.Definitions;
using Candour.Kernel;
using Candour.SignIn;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>One person: the assignments they hold and held, and what an administrator can do about them.</summary>
[Door(Right.ManagePeople, confirmed: true)]
public sealed class PersonModel(OperationalStore store, Catalogue catalogue, Invitations invitations, TimeProvider clock) : PageModel
{
    public PersonRecord Person { get; private set; } = default!;

    public IReadOnlyList<AssignmentRecord> All { get; private set; } = [];

    public string Problem { get; private set; } = "";

    /// <summary>The invitation made just now, shown once; empty for none.</summary>
    public string Code { get; private set; } = "";

    public SelectField Roles { get; private set; } = default!;

    public SelectField Places { get; private set; } = default!;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public bool IsOpen(AssignmentRecord assignment)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        return Today < assignment.Until;
    }

    public IActionResult OnGet(string id) => Show(id);

    public IActionResult OnPostAssign(string id, string role = "", string place = "", string agency = "") => Change(id, (person, by, now) =>
    {
        var (hierarchy, area) = place.Split(':') is [var first, var second] ? (first, second) : ("", "");
        var held = store.AssignmentsOf(person.Id).Select(Assignments.Of).Where(one => one.HoldsOn(Today)).Select(one => one.Role);
        return !Enum.TryParse<Role>(role, out var asked) ? new RoleCannotBeGiven()
            : place.Length > 0 && !(catalogue.Hierarchies.TryGetValue(hierarchy, out var found) && found.Areas.Any(one => one.Id == area))
                ? new PlaceIsUnknown()
            : AssignmentRules.MayGive(by, person.Id, asked, [.. held]).Then<PersonRecord>(given =>
            {
                store.Assign(
                    new AssignmentRecord(
                        Secret.NewId(), person.Id, given.ToString(), agency.Trim(), hierarchy, area, Today, DateOnly.MaxValue),
                    now,
                    new AuditEntry(now, by, "assign", person.Id, place, given.ToString()));
                return person;
            });
    });

    public IActionResult OnPostEnd(string id, string assignment = "") => Change(id, (person, by, now) =>
    {
        store.EndAssignment(assignment, person.Id, Today, now, new AuditEntry(now, by, "end assignment", person.Id, "", ""));
        return person;
    });

    public IActionResult OnPostLeave(string id) => Change(id, (person, by, now) =>
        by == person.Id ? new RoleForOneself()
        : store.Deactivate(person.Id, person.Version, now, new AuditEntry(now, by, "end account", person.Id, "", "")) ? person
        : new PersonChanged());

    public IActionResult OnPostInvite(string id) => Change(id, (person, by, _) =>
    {
        if (person.Kind != SignInKind.Local)
        {
            return new NotAnAccountKeptHere();
        }

        Code = invitations.InviteAgain(person, by);
        return person;
    });

    private IActionResult Change(string id, Func<PersonRecord, string, DateTimeOffset, Result<PersonRecord>> act)
    {
        if (store.FindPerson(id) is not { } person)
        {
            return NotFound();
        }

        if (!act(person, Visitor.Of(HttpContext).Viewer.Person, clock.GetUtcNow()).Try(out _, out var refusal))
        {
            Problem = refusal.Sentence;
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Show(id);
    }

    private IActionResult Show(string id)
    {
        if (store.FindPerson(id) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        All = [.. store.AssignmentsOf(id).OrderByDescending(one => one.From).ThenBy(one => one.Role, StringComparer.Ordinal)];
        Roles = new SelectField(
            "role", "role", "Role",
            [new ChoiceGroup("", [.. RoleTable.Assignable.Select(role => new Choice(role.ToString(), RoleWords.Of(role)))])], "");
        Places = new SelectField(
            "place", "place", "Where",
            [
                new ChoiceGroup("", [new Choice("", "Everything of the agency")]),
                .. catalogue.Hierarchies.Values.OrderBy(one => one.Title, StringComparer.Ordinal).Select(hierarchy => new ChoiceGroup(
                    hierarchy.Title,
                    [.. hierarchy.Areas.Select(area => new Choice($"{hierarchy.Id}:{area.Id}", $"{area.Title} ({area.Level})"))])),
            ],
            "");
        return Page();
    }

    /// <summary>The day as people read it; open assignments have none.</summary>
    public static string Day(DateOnly day) =>
        day == DateOnly.MaxValue ? "open" : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}

/// <summary>No such area.</summary>
public sealed record PlaceIsUnknown() : Refusal("There is no such area in the definitions: choose one from the list.");

/// <summary>Somebody else was quicker.</summary>
public sealed record PersonChanged() : Refusal("Somebody else has changed this person meanwhile: look again, then decide.");

/// <summary>The identity provider keeps the account.</summary>
public sealed record NotAnAccountKeptHere() : Refusal("This person signs in elsewhere, so there is no invitation to give: help them there.");
