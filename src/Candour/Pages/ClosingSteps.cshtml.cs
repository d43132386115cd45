using Candour.Access;
using Candour.Kernel;
using Candour.SignIn;
using Candour.Store.Closings;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>What can be done with a reporting period by whoever looks: agree, declare nil, reconcile, and the steps of the whole.</summary>
[Door(Right.DecideSubmission, confirmed: true)]
public sealed class ClosingStepsModel(CurrentRoom current, PeriodDecisions periods) : PeriodPage(current, periods)
{
    private static readonly (ClosingMove Move, string Step, string Words)[] All =
    [
        (ClosingMove.Validate, "validate", "Ask the areas to look at their data"), (ClosingMove.Agree, "agree", "Record that all have agreed"),
        (ClosingMove.Freeze, "freeze", "Freeze the period"), (ClosingMove.Reopen, "reopen", "Go back to the areas"),
        (ClosingMove.Publish, "publish", "Record that the figures were given out"),
    ];

    private readonly PeriodDecisions decisions = periods;

    public string Problem { get; private set; } = "";

    public string Done { get; private set; } = "";

    public SelectField Areas { get; private set; } = default!;

    public SelectField Units { get; private set; } = default!;

    public SelectField Months { get; private set; } = default!;

    /// <summary>The steps that the state allows, for whoever closes the period for all.</summary>
    public IEnumerable<(string Step, string Words)> Steps => HasWhole(Right.DecideSubmission)
        ? All.Where(one => ClosingMachine.Next(Now.Closing.State, one.Move) is not null).Select(one => (one.Step, one.Words))
        : [];

    public IActionResult OnGet(string dataset, string period) => Show(dataset, period, Form);

    public IActionResult OnPost(string dataset, string period, string? act, string? area, string? unit, string? month, string? reason) => Show(dataset, period, () =>
    {
        var done = act switch
        {
            "agree-data" or "nil" => decisions.Say(Viewer, Room, Dataset, Period, area ?? "", act == "nil", reason ?? "")
                .Then<string>(said => said.Word == AreaWord.Nil ? "Declared: there were none." : "The data are agreed."),
            "reconcile" => decisions.Reconcile(Viewer, Room, Dataset, Period, unit ?? "", month ?? "", reason ?? "")
                .Then<string>(one => $"{one.Month.InWords()} is reconciled."),
            _ => All.FirstOrDefault(one => one.Step == act) is not { Step: not null } step ? new NoSuchStep()
                : decisions.Step(Viewer, Room, Dataset, Period, step.Move, reason ?? "").Then<string>(closing => $"The period is {ClosingMachine.Word(closing.State)}."),
        };
        if (done.Try(out var words, out var refusal))
        {
            Done = words;
        }
        else
        {
            Problem = refusal.Sentence;
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Show(dataset, period, Form);
    });

    private PageResult Form()
    {
        Areas = new SelectField(
            "area", "area", "Area", [new ChoiceGroup("", [.. AreasWith(Right.DecideSubmission).Select(area => new Choice(area.Rows.Area.Id, $"{area.Rows.Area.Title} ({Freezing.AreaStandings.InWords(area.Standing)})"))])], "");
        Units = new SelectField(
            "unit", "unit", "Unit",
            [
                new ChoiceGroup("",
                [
                    .. Room.Catalogue.HierarchyOf(Dataset).Lowest.Where(unit => Has(Right.DecideSubmission, unit.Id))
                        .OrderBy(unit => unit.Title, StringComparer.Ordinal).Select(unit => new Choice(unit.Id, unit.Title)),
                ]),
            ],
            "");
        Months = new SelectField(
            "month", "month", "Month", [new ChoiceGroup("", [.. Period.Split(1).Select(one => new Choice(one.ToString(), one.InWords()))])], "");
        return Page();
    }
}
