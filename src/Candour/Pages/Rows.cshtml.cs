using Candour.Access;
using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Figures;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>The rows behind a figure, and what each adds to it; their sums are the figure's counts.</summary>
[Door(Right.ReadRows)]
public sealed class RowsModel(CurrentRoom current) : ReadingPage(current)
{
    public const int PerPage = 100;

    private IReadOnlyList<CountedRow> all = [];

    public Reading Reading { get; private set; } = default!;

    public int Number { get; private set; } = 1;

    public int Pages => Math.Max(1, (all.Count + PerPage - 1) / PerPage);

    public int Count => all.Count;

    public int First => ((Number - 1) * PerPage) + 1;

    public int Last => Math.Min(all.Count, Number * PerPage);

    public IEnumerable<CountedRow> Shown => all.Skip(First - 1).Take(PerPage);

    /// <summary>What a row adds, in the words of the measure's type.</summary>
    public IReadOnlyList<(string Heading, Func<CountedRow, long> Of)> Adds => Reading.Kind switch
    {
        FigureKind.Count or FigureKind.Amount or FigureKind.Rate => [("Adds to the count", row => row.Part.Numerator), CannotSay],
        FigureKind.Share or FigureKind.Difference =>
        [
            ("Adds to the numerator", row => row.Part.Numerator), ("Adds to the denominator", row => row.Part.Denominator),
            CannotSay,
        ],
        _ =>
        [
            ("Decided", row => row.Part.Numerator), ("Decided or open", row => row.Part.Denominator),
            (Days, row => row.Part.Day), CannotSay,
        ],
    };

    private const string Days = "Days";

    private static (string Heading, Func<CountedRow, long> Of) CannotSay => ("Cannot say", row => row.Part.Missing);

    /// <summary>A case that cannot say has no number of days.</summary>
    public static string Cell((string Heading, Func<CountedRow, long> Of) add, CountedRow row) =>
        add.Heading == Days && row.Part.Day < 0 ? "–" : NumberText.Count(add.Of(row));

    /// <summary>Over all rows of all pages; days are not added.</summary>
    public string Total(string heading) =>
        heading == Days ? "–" : NumberText.Count(all.Sum(Adds.First(add => add.Heading == heading).Of));

    public RowCells Cells { get; private set; } = default!;

    public IActionResult OnGet() => Answer(
        room => room.Read(AskedOf.Text(Request.Query, "measure"), AskedOf.Query(Request.Query)).Then(reading => Find(room, reading)),
        reading =>
        {
            Reading = reading;
            Cells = new RowCells(Room, reading.Question.Dataset);
            ViewData[PageFrame.Key] = PageFrame.Of(Room, reading.Question.Dataset);
            return Page();
        });

    /// <summary>A measure made of others has the rows of the first of them.</summary>
    private static Measure RowsOf(ReadingRoom room, Measure measure) =>
        measure.IsMadeOfRows ? measure : room.Catalogue.Measures[measure.MadeOf[0]];

    private Result<Reading> Find(ReadingRoom room, Reading reading)
    {
        var question = reading.Question;
        if (room.Seen.IsConfidential(question.Dataset))
        {
            return new CaseRowsAreWithheld(question.Dataset);
        }

        all = room.Seen.RowsBehind(reading, RowsOf(room, reading.Measure));
        var asked = AskedOf.Text(Request.Query, "page");
        if (asked.Length > 0)
        {
            Number = int.TryParse(asked.Replace(",", "", StringComparison.Ordinal), out var number) ? number : 0;
        }

        return Number >= 1 && Number <= Pages ? reading : new NoSuchPageOfRows(asked, Pages);
    }
}

/// <summary>The rows are case records of real people.</summary>
public sealed record CaseRowsAreWithheld(Dataset Dataset) : Refusal(
    $"Case rows are shown only for an assigned purpose, and the rows of '{Dataset.Id}' are confidential: ask whoever runs this workspace.");

/// <summary>There are fewer pages, or what was typed is not a page.</summary>
public sealed record NoSuchPageOfRows(string Typed, int Pages) : Refusal(
    $"There is no page '{Typed}' of these rows: choose one from 1 to {Pages}.");
