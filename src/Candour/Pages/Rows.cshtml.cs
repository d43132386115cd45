using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Figures;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>The rows behind a figure, and what each adds to it; their sums are the figure's counts.</summary>
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

    public RowPart Total { get; private set; }

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

    private Result<Reading> Find(ReadingRoom room, Reading reading)
    {
        var question = reading.Question;
        if (room.Snapshot.SubmissionsOf(question.Dataset.Id).Any(submission => submission.DataClass is not ("public" or "synthetic")))
        {
            return new CaseRowsAreWithheld(question.Dataset);
        }

        all = Lineage.Of(room.Snapshot, reading.Measure, question.Dataset, question.Area.Id, question.Period, question.Where);
        Total = new RowPart(all.Sum(row => row.Part.Numerator), all.Sum(row => row.Part.Denominator), all.Sum(row => row.Part.Missing));
        var asked = AskedOf.Text(Request.Query, "page");
        if (asked.Length > 0)
        {
            Number = int.TryParse(asked.Replace(",", "", StringComparison.Ordinal), out var number) ? number : 0;
        }

        return Number >= 1 && Number <= Pages ? reading : new NoSuchPageOfRows(asked, Pages);
    }

    /// <summary>What rows add.</summary>
    public readonly record struct RowPart(long Numerator, long Denominator, long Missing);
}

/// <summary>The rows are case records of real people.</summary>
public sealed record CaseRowsAreWithheld(Dataset Dataset) : Refusal(
    $"Case rows are shown only for an assigned purpose, and the rows of '{Dataset.Id}' are confidential: ask whoever runs this workspace.");

/// <summary>There are fewer pages, or what was typed is not a page.</summary>
public sealed record NoSuchPageOfRows(string Typed, int Pages) : Refusal(
    $"There is no page '{Typed}' of these rows: choose one from 1 to {Pages}.");
