using Candour.Definitions;
using Candour.Freezing;
using Candour.Kernel;
using Candour.Web;

namespace Candour.Downloads;

/// <summary>What happened to a reporting period as a table to take away.</summary>
public static class TrailBook
{
    public static DownloadBook Of(Dataset dataset, Period period, IReadOnlyList<TrailLine> lines)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(lines);
        var title = $"{dataset.Title}, {period.InWords()}";
        return new DownloadBook(
            title, [("What it is", "Everything that happened to this reporting period, in order")], [],
            [
                new DownloadTable(
                    "Trail", title, ["Row", "When", "What", "Area", "Who", "About", "Reason"],
                    [
                        .. lines.Select((line, index) => (IReadOnlyList<DownloadCell>)
                        [
                            new DownloadCell.Number(index + 1, IsShare: false),
                            .. new[] { TimeText.Of(line.At), line.What, line.Area, line.Who, line.About, line.Reason }
                                .Select(text => new DownloadCell.Words(text.Length > 0 ? text : "–")),
                        ]),
                    ]),
            ]);
    }
}
