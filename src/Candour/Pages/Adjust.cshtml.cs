using Candour.Access;
using Candour.Definitions;
using Candour.Freezing;
using Candour.SignIn;
using Candour.Store.Closings;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>Asks for the correction of one field of one row, and shows what it would do to every measure.</summary>
[Door(Right.Submit)]
public sealed class AdjustModel(CurrentRoom current, PeriodDecisions periods) : PeriodPage(current, periods)
{
    private readonly PeriodDecisions decisions = periods;

    public string Problem { get; private set; } = "";

    public Adjustment? Asked { get; private set; }

    public IReadOnlyList<AdjustmentEffect> Effects { get; private set; } = [];

    public SelectField Areas { get; private set; } = default!;

    public SelectField Fields { get; private set; } = default!;

    public IActionResult OnGet(string dataset, string period) => Show(dataset, period, Form);

    public IActionResult OnPost(
        string dataset, string period, string? area, string? row, string? field, string? becomes, string? evidence, string? reason) =>
        Show(dataset, period, () =>
        {
            var asked = new CorrectionAsked(area ?? "", (row ?? "").Trim(), field ?? "", becomes ?? "", evidence ?? "");
            if (decisions.Ask(Viewer, Room, Dataset, Period, asked, reason ?? "").Try(out var adjustment, out var refusal))
            {
                (Asked, Effects) = (adjustment, decisions.Effects(Viewer, Room, adjustment));
            }
            else
            {
                Problem = refusal.Sentence;
                Response.StatusCode = StatusCodes.Status400BadRequest;
            }

            return Form();
        });

    private PageResult Form()
    {
        Areas = new SelectField(
            "area", "area", "Area", [new ChoiceGroup("", [.. AreasWith(Right.Submit).Select(area => new Choice(area.Rows.Area.Id, area.Rows.Area.Title))])], "");
        Fields = new SelectField(
            "field", "field", "Field",
            [
                new ChoiceGroup("",
                [
                    .. Dataset.Fields.Where(field => !Dataset.Key.Contains(field.Id) && field.Type is FieldType.Code or FieldType.Date or FieldType.Number or FieldType.Count)
                        .Select(field => new Choice(field.Id, field.Title)),
                ]),
            ],
            "");
        return Page();
    }
}
