using Candour.Access;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Asking;
using Candour.Readings.Figures;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>Where the cases of one cohort are lost, who decides at each step, and which reasons are held.</summary>
[Door(Right.ReadFigures)]
[KeptPage]
public sealed class AttritionModel(CurrentRoom current) : ReadingPage(current)
{
    public FollowedCohort Cohort { get; private set; } = default!;

    public IReadOnlyList<SelectField> Form { get; private set; } = [];

    public Question Question => Cohort.First.Question;

    public bool SeesWhole => Room.Seen.SeesWhole(Question.Dataset);

    /// <summary>The way that is followed, as a link names it.</summary>
    public string PathId { get; private set; } = "";

    public IActionResult OnGet() => Answer(
        room => Follow(room, Request.Query),
        found =>
        {
            (PathId, Cohort) = found;
            Form =
            [
                new SelectField("path", "path", "Cases", [new ChoiceGroup("", [.. Paths(Room).Select(one => new Choice(one.Id, one.Path.Title))])], found.Id),
                .. AskForm.Of(Room, Cohort.First.Measure, Question),
            ];
            ViewData[PageFrame.Key] = PageFrame.Of(Room, Question.Dataset);
            return Page();
        });

    /// <summary>The cohort that a link asks for.</summary>
    internal static Result<(string Id, FollowedCohort Cohort)> Follow(ReadingRoom room, IQueryCollection query)
    {
        var asked = AskedOf.Query(query);
        return Chosen(room, AskedOf.Text(query, "path")).Then(chosen =>
            room.Read(chosen.Path.Steps[0].Measure, asked).Then(first =>
                FollowedCohort.Of(room, chosen.Path, asked.Period.Length > 0 ? first.Question : Settled(room, first)))
            .Then<(string Id, FollowedCohort Cohort)>(cohort => (chosen.Id, cohort)));
    }

    /// <summary>The ways whose first step has data; each named by its framework and part.</summary>
    private static IEnumerable<(string Id, AttritionPath Path)> Paths(ReadingRoom room) => room.Catalogue.Frameworks.Values
        .OrderBy(framework => framework.Id, StringComparer.Ordinal)
        .SelectMany(framework => framework.Parts.Where(part => part.Attrition is not null).Select(part => ($"{framework.Id}.{part.Id}", part.Attrition!)))
        .Where(one => room.Measures.Any(measure => measure.Id == one.Item2.Steps[0].Measure));

    private static Result<(string Id, AttritionPath Path)> Chosen(ReadingRoom room, string asked)
    {
        var all = Paths(room).ToList();
        var found = asked.Length == 0 ? all.Take(1).ToList() : all.FindAll(one => one.Id == asked);
        return found.Count == 0 ? new NoSuchPath(asked) : found[0];
    }

    /// <summary>The last year whose cases have had their time; everything where there is none.</summary>
    private static Question Settled(ReadingRoom room, Reading first) => room.PeriodsToOffer(first.Question.Dataset)
        .Where(period => period.Months == 12).Select(period => first.Question with { Period = period })
        .LastOrDefault(question => room.Read(first.Measure, question) is { Immature: false, Gaps.Count: 0 }) ?? first.Question;
}

/// <summary>No cohort of that name is followed, or nothing was submitted for it.</summary>
public sealed record NoSuchPath(string Name) : Refusal(
    Name.Length == 0 ? "There is nothing to follow yet: no cases were submitted whose steps are defined."
        : $"There is no way of cases '{Name}' with data: choose one from the page of attrition.");
