using System.Globalization;
using Candour.Requesting;
using Candour.Store.Requests;
using Candour.Web;

namespace Candour.Downloads;

/// <summary>The log of requests as a table to take away.</summary>
public static class RequestsBook
{
    public static DownloadBook Of(IReadOnlyList<InformationRequest> requests, Func<string, string> nameOf, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(nameOf);
        return new DownloadBook(
            "Requests for figures", [("What it is", "Every request that was logged, and what became of it; who asked is a kind, never a person")], [],
            [
                new DownloadTable(
                    "Requests", "Requests, the newest first",
                    ["Number", "Who asks", "What is asked", "Due", "Logged", "Logged by", "State", "Closed", "Closed by", "What was said", "Available as"],
                    [
                        .. requests.Select(one => (IReadOnlyList<DownloadCell>)
                        [
                            new DownloadCell.Number(one.Number, IsShare: false),
                            .. new[]
                            {
                                RequestWords.Asker(one), one.Words.Length > 0 ? one.Words : "[withdrawn]", one.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                                TimeText.Of(one.LoggedAt), nameOf(one.LoggedBy), RequestWords.State(one, today),
                                one.State == RequestState.Open ? "" : TimeText.Of(one.ClosedAt), nameOf(one.ClosedBy), one.Said, string.Join(' ', one.Answers),
                            }.Select(text => new DownloadCell.Words(text.Length > 0 ? text : "–")),
                        ]),
                    ]),
            ]);
    }
}
