using Candour.Definitions;
using Candour.Freezing;
using Candour.Web;

namespace Candour.Downloads;

/// <summary>The revisions table to take away.</summary>
public static class RevisionsBook
{
    public static DownloadBook Of(Catalogue catalogue, IReadOnlyList<Revision> revisions, Func<string, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(revisions);
        ArgumentNullException.ThrowIfNull(nameOf);
        return new DownloadBook(
            "What restatements changed", [("What it is", "What was said of each frozen period first, and what every restatement has changed")], [],
            [
                new DownloadTable(
                    "Revisions", "Figures of frozen periods that were restated",
                    ["Row", "Dataset", "Period", "Measure", "Area", "Restatement", "Said first", "Before", "Since", "Restated", "By", "Decision", "Rows"],
                    [
                        .. revisions.Select((one, index) => (IReadOnlyList<DownloadCell>)
                        [
                            new DownloadCell.Number(index + 1, IsShare: false), Words(catalogue.Datasets[one.Late.Dataset].Title), Words(one.Late.Period.ToString()),
                            Words(Measure(catalogue, one)), Words(Area(catalogue, one)), new DownloadCell.Number(one.Number, IsShare: false), Words(one.First),
                            Words(one.Before), Words(one.After), Words(TimeText.Of(one.Late.DecidedAt)), Words(nameOf(one.Late.DecidedBy)), Words(one.Late.Decision),
                            Words(one.Late.Reason),
                        ]),
                    ]),
            ]);

        static DownloadCell Words(string text) => new DownloadCell.Words(text.Length > 0 ? text : "–");
    }

    /// <summary>The measure as it is called now; its id when it is not defined any more.</summary>
    public static string Measure(Catalogue catalogue, Revision one)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(one);
        return catalogue.Measures.TryGetValue(one.Measure, out var measure) ? measure.Title : one.Measure;
    }

    /// <summary>The area as it is called now; its code when it is not there any more.</summary>
    public static string Area(Catalogue catalogue, Revision one)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(one);
        return catalogue.HierarchyOf(catalogue.Datasets[one.Late.Dataset]).TryFind(one.Area, out var area) ? area.Title : one.Area;
    }
}
