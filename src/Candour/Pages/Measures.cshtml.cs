using Candour.Access;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>Every measure that has data, in the groups within which they may be compared.</summary>
[Door(Right.ReadFigures)]
[KeptPage]
public sealed class MeasuresModel(CurrentRoom current) : ReadingPage(current)
{
    /// <summary>What was searched for; empty when nothing was.</summary>
    public string Searched { get; private set; } = "";

    public IReadOnlyList<MeasureGroup> Groups { get; private set; } = [];

    public int Found => Groups.Sum(group => group.Measures.Count);

    public IActionResult OnGet() => Answer<IReadOnlyList<Measure>>(
        room => new Result<IReadOnlyList<Measure>>.Accepted(room.Measures),
        measures =>
        {
            Searched = AskedOf.Text(Request.Query, "q");
            Groups = MeasureGroup.Of(Room, measures.Where(IsFound));
            return Page();
        });

    /// <summary>The whole nation, everything there are data for.</summary>
    public Reading National(MeasureGroup group, Measure measure)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.Whole(Room, measure);
    }

    /// <summary>Every word that was typed begins a word of the title or the question.</summary>
    private bool IsFound(Measure measure)
    {
        var words = Words($"{measure.Title} {measure.Question}");
        return Words(Searched).All(typed => words.Any(word => word.StartsWith(typed, StringComparison.Ordinal)));
    }

    private static string[] Words(string text) => Slug.Of(text).Split('-', StringSplitOptions.RemoveEmptyEntries);
}
