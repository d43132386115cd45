using Candour.Access;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Asking;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>A share built from two counts, or the sentence that says why their quotient is not a share.</summary>
[Door(Right.ReadFigures)]
[KeptPage]
public sealed class ShareModel(CurrentRoom current) : ReadingPage(current)
{
    public SelectField Part { get; private set; } = default!;

    public SelectField Whole { get; private set; } = default!;

    public string Area { get; private set; } = "";

    public string Period { get; private set; } = "";

    public ShareReading? Built { get; private set; }

    /// <summary>Why there is no share; empty when there is one, or nothing was asked.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>The field that the problem leads to.</summary>
    public string ProblemField { get; private set; } = "numerator";

    public IActionResult OnGet() => Answer<IReadOnlyList<Measure>>(
        room => new Result<IReadOnlyList<Measure>>.Accepted(
            [.. room.Measures.Where(measure => measure.Type == MeasureType.Count)]),
        Show);

    private IActionResult Show(IReadOnlyList<Measure> counts)
    {
        var asked = AskedOf.Query(Request.Query);
        var (part, whole) = (AskedOf.Text(Request.Query, "numerator"), AskedOf.Text(Request.Query, "denominator"));
        (Area, Period) = (asked.Area, asked.Period);
        if (part.Length > 0 && whole.Length > 0)
        {
            Build(part, whole, asked);
        }
        else if (part.Length > 0 || whole.Length > 0)
        {
            Refuse("Choose two counts: the part and the whole.", part.Length > 0 ? "denominator" : "numerator");
        }

        Part = Select("numerator", "The part (numerator)", counts, part);
        Whole = Select("denominator", "The whole (denominator)", counts, whole);
        return Page();
    }

    private void Build(string part, string whole, Asked asked)
    {
        if (Room.ReadShare(part, whole, asked).Try(out var built, out var refusal))
        {
            Built = built;
            ViewData[PageFrame.Key] = PageFrame.Of(Room, built.Question.Dataset);
            return;
        }

        Refuse(refusal.Sentence, refusal switch
        {
            AreaUnknown or AreaIsAmbiguous => "area",
            PeriodUnreadable or PeriodTooFine or PeriodTooLong => "period",
            _ => "numerator",
        });
    }

    private void Refuse(string sentence, string field)
    {
        (Problem, ProblemField) = (sentence, field);
        Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    private SelectField Select(string name, string label, IReadOnlyList<Measure> counts, string chosen) => new(
        name, name, label,
        [
            new ChoiceGroup("", [new Choice("", "Choose a count")]),
            .. MeasureGroup.Of(Room, counts).Select(group => new ChoiceGroup(
                $"{group.Heading} ({group.Measures[0].Unit.Plural()})",
                [.. group.Measures.Select(measure => new Choice(measure.Id, measure.Title))])),
        ],
        chosen,
        ProblemField == name ? Problem : "");
}
