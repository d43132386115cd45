using System.CommandLine;
using System.Globalization;
using Candour.Intake.Submitting;
using Candour.Store;

namespace Candour.CommandLine;

/// <summary><c>candour receipt</c>: what arrived, what was taken of it, and where it stands; again whenever it is asked for.</summary>
internal static class ReceiptVerb
{
    public static Command Create()
    {
        var id = new Argument<string>("SUBMISSION") { Description = "Its id, or the first 8 signs or more of it." };
        var workspace = Options.Workspace();
        var json = Options.Json();
        var verb = new Command("receipt", "Say what was taken of a file, and where its submission stands.") { id, workspace, json };
        verb.SetAction(parsed => Workspace.Open(parsed.GetValue(workspace)!)
            .Then(opened => Receipt.Of(opened.Store, parsed.GetValue(id)!))
            .Match(receipt => Say(Terminal.Console, ReceiptJson.Of(receipt), parsed.GetValue(json)), Terminal.Console.Refuse));
        return verb;
    }

    private static int Say(Terminal terminal, ReceiptJson receipt, bool json)
    {
        if (json)
        {
            terminal.SayJson(receipt);
            return Exit.Done;
        }

        terminal.Say($"Submission {receipt.Submission}");
        terminal.Say($"File {receipt.File}, SHA-256 {receipt.FileHash}");
        terminal.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{receipt.Rows} rows of {receipt.Dataset} taken, {receipt.NotAccepted} not accepted; periods {string.Join(", ", receipt.Periods)}"));
        terminal.Say($"Received {receipt.ReceivedAt} from {receipt.Submitter}; {receipt.State}; {receipt.Standing}");
        foreach (var (code, rows) in receipt.Findings)
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"Finding {code}: {rows} rows"));
        }

        return Exit.Done;
    }
}

/// <summary>The JSON of <c>receipt</c>; see docs/json.md.</summary>
internal sealed record ReceiptJson(
    string Submission, string File, string FileHash, string Dataset, string Mapping, string Agency, long Rows, long NotAccepted,
    IReadOnlyList<string> Periods, string ReceivedAt, string Submitter, string State, string Standing, IReadOnlyList<string> Replaced,
    IReadOnlyDictionary<string, long> Findings)
{
    public static ReceiptJson Of(Receipt receipt) => new(
        receipt.Submission.Id.Hex, receipt.Submission.FileName, receipt.Submission.FileHash.Hex, receipt.Submission.Dataset,
        receipt.Submission.Mapping, receipt.Submission.Agency, receipt.Submission.Rows, receipt.Submission.NotAccepted,
        [.. receipt.Submission.Periods.Select(period => period.ToString())],
        receipt.Submission.ReceivedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), receipt.Submitter,
        receipt.State.ToString().ToLowerInvariant(), receipt.Standing.InWords(), [.. receipt.Replaced.Select(id => id.Hex)],
        receipt.Findings.ToDictionary());
}
