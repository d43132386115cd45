using Candour.Access;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Changes;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>What could explain a change of one measure between two periods; it never says what caused it.</summary>
[Door(Right.ReadFigures)]
[KeptPage]
public sealed class ExplainModel(CurrentRoom current) : ReadingPage(current)
{
    public ExplainedChange Explained { get; private set; } = default!;

    public SeriesStory Story { get; private set; } = default!;

    public IReadOnlyList<SelectField> Form { get; private set; } = [];

    public string Conditions { get; private set; } = "";

    public Reading After => Explained.After;

    public IActionResult OnGet(string id) => Answer(
        room => room.Read(id, AskedOf.Query(Request.Query)).Then(reading =>
            ComparedPeriods.Of(room, reading, AskedOf.Text(Request.Query, "before")).Then(periods =>
                Chosen(reading, AskedOf.Text(Request.Query, "field")).Then(field =>
                    SeriesStory.Of(room, reading, AskedOf.Text(Request.Query, "since")).Then<(ExplainedChange, SeriesStory)>(story => (
                        ExplainedChange.Of(
                            room,
                            room.Read(reading.Measure, reading.Question with { Period = periods.Before }),
                            room.Read(reading.Measure, reading.Question with { Period = periods.After }),
                            field is [var chosen] ? chosen : null),
                        story))))),
        found => Show(found.Item1, found.Item2));

    /// <summary>The field by which groups are made: the one asked for, else the first; none where there is none.</summary>
    private static Result<IReadOnlyList<Field>> Chosen(Reading reading, string asked)
    {
        var fields = Fields(reading);
        return asked.Length == 0
            ? new Result<IReadOnlyList<Field>>.Accepted([.. fields.Take(1)])
            : fields.FirstOrDefault(field => field.Id == asked) is { } found
                ? new Result<IReadOnlyList<Field>>.Accepted([found])
                : new Candour.Readings.Asking.BreakdownNotDeclared(asked, reading.Measure);
    }

    private static IReadOnlyList<Field> Fields(Reading reading) =>
        [.. MeasureChange.Fields(reading.Measure, reading.Question.Dataset).Where(field => reading.Question.Where.All(pair => pair.Key != field.Id))];

    private PageResult Show(ExplainedChange explained, SeriesStory story)
    {
        (Explained, Story) = (explained, story);
        var (measure, question) = (After.Measure, After.Question);
        Conditions = string.Join("; ", Subject.Conditions(Room, question));
        Form = [.. AskForm.Of(Room, measure, question).SelectMany(field => field.Name == "period" ? [field with { Label = "Later period" }, Earlier()] : new[] { field }), .. Groups(), Action()];
        ViewData[PageFrame.Key] = PageFrame.Of(Room, question.Dataset);
        return Page();
    }

    private SelectField Earlier() =>
        AskForm.Periods(Room, After.Question.Dataset, Explained.Before.Question.Period) with { Id = "before", Name = "before", Label = "Earlier period" };

    private IReadOnlyList<SelectField> Groups()
    {
        var fields = Fields(After);
        return fields.Count == 0 ? [] :
        [
            new SelectField(
                "field", "field", "Groups by",
                [new ChoiceGroup("", [.. fields.Select(field => new Choice(field.Id, field.Title))])], Explained.Field?.Id ?? ""),
        ];
    }

    private SelectField Action() => new(
        "since", "since", "An action that began",
        [
            new ChoiceGroup("", [new Choice("", "No action")]),
            new ChoiceGroup("In", [.. Story.Since.Select(period => new Choice(period.ToReference(), period.InWords()))]),
        ],
        AskedOf.Text(Request.Query, "since"));
}
