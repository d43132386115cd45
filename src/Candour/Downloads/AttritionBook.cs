using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Figures;
using Candour.Web;

namespace Candour.Downloads;

/// <summary>The way of a cohort as a book: its steps with who decides, and the reasons that are held. What its page withholds it withholds.</summary>
public static class AttritionBook
{
    public static DownloadBook Of(ReadingRoom room, FollowedCohort cohort)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(cohort);
        var (first, question) = (cohort.First, cohort.First.Question);
        var of = $"{cohort.Path.Title}, {question.Area.Title}, {question.Period.InWords()}";
        var whole = room.Seen.SeesWhole(question.Dataset);
        return new DownloadBook(
            of,
            [
                ("Cases", cohort.Path.Title), ("Ends with", cohort.Path.Ends), ("Area", question.Area.Title), ("Period", question.Period.InWords()),
                ("Which rows", first.Basis.Title), ("Dataset", question.Dataset.Title), ("Snapshot", first.Reference.Snapshot.ToString()),
                ("First step", first.Reference.ToString()),
            ],
            [
                .. room.IsSynthetic(question.Dataset) ? [("Invented", PageFrame.SyntheticSentence)] : Array.Empty<(string, string)>(),
                .. MeasureBook.Symbols,
                ("Steps", "Each share is of the cases that came to the step: the same cases all along."),
                ("Reasons", "Of cases that went no further in the period, whenever they were recorded: not the same cases as the steps."),
            ],
            [
                new DownloadTable(
                    "Steps", $"{of}: of the cases that come to a step, those that go on",
                    ["Cases that are", "Code", "Value", "Lower 95%", "Upper 95%", "Counted", "Counted among", "Cannot say", "Note", "Who decides"],
                    [
                        .. cohort.Steps.Select(step => (IReadOnlyList<DownloadCell>)
                        [
                            .. MeasureBook.Cells(step.Step.Title, step.Step.Measure, step.Share, whole), new DownloadCell.Words(step.Step.Decides),
                        ]),
                    ]),
                .. cohort.Reasons.Select((reason, i) => new DownloadTable(
                    $"Reasons {NumberText.Count(i + 1)}", $"{of}: reasons at “{reason.Step.Title}”",
                    ["Reason", "Value", "Lower 95%", "Upper 95%", "Counted"],
                    [.. reason.Causes.Causes.Select((cause, at) => Cells(cause.Name, cause.Count, reason.Causes.Share(at)))])),
            ]);
    }

    private static IReadOnlyList<DownloadCell> Cells(string name, long count, Figure share) =>
    [
        new DownloadCell.Words(name), DownloadCell.Of(share, FigureKind.Share, known => known.Value),
        DownloadCell.Of(share, FigureKind.Share, known => known.Lower), DownloadCell.Of(share, FigureKind.Share, known => known.Upper),
        new DownloadCell.Number(count, false),
    ];
}
