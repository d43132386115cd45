using Candour.Access;
using Candour.SignIn;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>Everybody who may sign in, or once might, with the roles they hold today.</summary>
[Door(Right.ManagePeople)]
public sealed class PeopleModel(OperationalStore store, TimeProvider clock) : PageModel
{
    public IReadOnlyList<(PersonRecord Person, string Roles)> People { get; private set; } = [];

    public void OnGet()
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        People =
        [
            .. store.People().Select(person => (
                person,
                string.Join(", ", store.AssignmentsOf(person.Id).Select(Assignments.Of)
                    .Where(assignment => assignment.HoldsOn(today)).Select(RoleWords.Of).Distinct()))),
        ];
    }
}
