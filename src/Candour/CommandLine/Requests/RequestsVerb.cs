using System.CommandLine;
using System.Globalization;
using Candour.Requesting;
using Candour.Store;
using Candour.Store.Requests;

namespace Candour.CommandLine.Requests;

/// <summary><c>candour requests</c>: the log of requests for figures.</summary>
internal static class RequestsVerb
{
    public static Command Create() => new("requests", "The log of requests for figures, and what answered them.") { List() };

    private static Command List()
    {
        var (workspace, json) = (Options.Workspace(), Options.Json());
        var verb = new Command("list", "List the requests, the newest first.") { workspace, json };
        verb.SetAction(parsed => Workspace.Open(parsed.GetValue(workspace)!).Match(
            opened =>
            {
                var (requests, today) = (opened.Store.Requests(), DateOnly.FromDateTime(Here.Now.UtcDateTime));
                if (parsed.GetValue(json))
                {
                    Terminal.Console.SayJson(requests.Select(one => new
                    {
                        one.Number, one.Asker, one.Words, Due = Day(one.Due), one.LoggedBy, one.LoggedAt, State = one.State.ToString(), IsLate = one.IsLate(today),
                        one.Said, one.ClosedBy, ClosedAt = one.State == RequestState.Open ? "" : OperationalTime(one.ClosedAt), one.Answers,
                    }));
                }
                else
                {
                    foreach (var one in requests)
                    {
                        Terminal.Console.Say($"{one.Number}  due {Day(one.Due)}  {RequestWords.State(one, today)}  {RequestWords.Asker(one)}: {(one.Words.Length > 0 ? one.Words : "[withdrawn]")}");
                        one.Answers.ToList().ForEach(reference => Terminal.Console.Say($"  {reference}"));
                    }
                }

                return Exit.Done;
            },
            Terminal.Console.Refuse));
        return verb;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string OperationalTime(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);
}
