using Candour.Access;
using Candour.Readings;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>One measure in all areas: which can be told apart at all, and from which.</summary>
[Door(Right.ReadFigures)]
[KeptPage]
public sealed class CompareModel(CurrentRoom current) : ReadingPage(current)
{
    public Reading Reading { get; private set; } = default!;

    public LevelChoice Level { get; private set; } = default!;

    public AreaComparison Comparison { get; private set; } = default!;

    public IReadOnlyList<SelectField> Form { get; private set; } = [];

    public string Conditions { get; private set; } = "";

    public IActionResult OnGet(string id) => Answer(
        room => room.Read(id, AskedOf.Query(Request.Query)).Then(reading =>
        {
            var offered = LevelChoice.Of(room.Catalogue, reading.Question.Dataset);
            return LevelChoice.Chosen(offered, AskedOf.Text(Request.Query, "level"), reading.Question)
                .Then<(Reading, LevelChoice, IReadOnlyList<LevelChoice>)>(level => (reading, level, offered));
        }),
        found => Show(found.Item1, found.Item2, found.Item3));

    private PageResult Show(Reading reading, LevelChoice level, IReadOnlyList<LevelChoice> offered)
    {
        (Reading, Level) = (reading, level);
        Conditions = string.Join("; ", Subject.Conditions(Room, reading.Question));
        Form = [LevelChoice.Field(offered, level), .. AskForm.Of(Room, reading.Measure, reading.Question)];
        Comparison = AreaComparison.Of(Room, reading, level);
        ViewData[PageFrame.Key] = PageFrame.Of(Room, reading.Question.Dataset);
        return Page();
    }
}
