using Candour.Access;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Recording;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>How good the rows of one dataset are: what is missing, where and why, how long recording takes, and what the checks found.</summary>
[Door(Right.ReadSubmissions)]
[KeptPage]
public sealed class QualityModel(CurrentRoom current, KeptQuality kept) : ReadingPage(current)
{
    public Dataset Dataset { get; private set; } = default!;

    /// <summary>Absent for whoever sees a part of the dataset.</summary>
    public DatasetQuality? Quality { get; private set; }

    /// <summary>The field that is shown by area; absent when nothing is missing anywhere.</summary>
    public Field? Field { get; private set; }

    public SelectField Fields { get; private set; } = default!;

    /// <summary>In the order of their periods: what was accepted, what was not, and the findings by their weight.</summary>
    public IReadOnlyList<(SubmissionRecord Submission, long Errors, long Warnings)> Submissions { get; private set; } = [];

    /// <summary>What the checks found in all submissions together, by code, the most rows first.</summary>
    public IReadOnlyList<(string Code, string Title, Severity Severity, long Rows)> Findings { get; private set; } = [];

    /// <summary>The same from one span of submissions to the next.</summary>
    public FindingsOverTime OverTime { get; private set; } = FindingsOverTime.Of([]);

    /// <summary>Measures of data quality that have figures, those of this dataset first: among them how often a record differs from its file.</summary>
    public IReadOnlyList<(Measure Measure, Dataset Dataset)> Measures { get; private set; } = [];

    public IActionResult OnGet(string dataset)
    {
        var asked = AskedOf.Text(Request.Query, "field");
        return Answer(
            room => Find(room, dataset).Then(found => Read(room, found, asked)),
            found =>
            {
                (Dataset, Quality, Field) = found;
                var checks = FoundByChecks.Of(Room, Dataset);
                (Submissions, Findings, OverTime) = (checks.Submissions, checks.Findings, checks.OverTime);
                Fields = new SelectField(
                    "field", "field", "Field", [new ChoiceGroup("", [.. (Quality?.Incomplete ?? []).Select(field => new Choice(field.Id, field.Title))])],
                    Field?.Id ?? "");
                Measures =
                [
                    .. Room.Measures.Where(measure => measure.Kind == MeasureKind.DataQuality)
                        .SelectMany(measure => measure.Datasets.Where(Room.Seen.Has).Select(id => (measure, dataset: Room.Catalogue.Datasets[id])))
                        .OrderBy(one => one.dataset.Id != Dataset.Id).ThenBy(one => one.measure.Title, StringComparer.Ordinal),
                ];
                ViewData[PageFrame.Key] = PageFrame.Of(Room, Dataset);
                return Page();
            });
    }

    /// <summary>A dataset with submissions that the viewer may see.</summary>
    internal static Result<Dataset> Find(Readings.Figures.ReadingRoom room, string dataset) =>
        room.Catalogue.Datasets.TryGetValue(dataset, out var found) && room.Seen.Submissions.Any(one => one.Dataset == found.Id) ? found : new NoSuchQuality(dataset);

    private Result<(Dataset, DatasetQuality?, Field?)> Read(Readings.Figures.ReadingRoom room, Dataset dataset, string asked)
    {
        if (!room.Seen.SeesWhole(dataset))
        {
            return (dataset, null, null);
        }

        var quality = kept.Of(room, dataset);
        var fields = quality.Incomplete;
        var field = asked.Length > 0 ? fields.FirstOrDefault(one => one.Id == asked) : fields.Count > 0 ? fields[0] : null;
        return asked.Length > 0 && field is null ? new NotMissingAnywhere(asked) : (dataset, quality, field);
    }
}

/// <summary>Nothing was submitted for the dataset, or it lies outside what may be seen.</summary>
public sealed record NoSuchQuality(string Name) : Refusal($"There is no dataset '{Name}' with submissions that you may see: choose one from the page about the data.");

/// <summary>The field is not missing anywhere, or there is no such field.</summary>
public sealed record NotMissingAnywhere(string Name) : Refusal($"'{Name}' is not a field of this dataset in which anything is missing: choose one from the form.");
