using System.CommandLine;
using System.Globalization;
using Candour.Kernel;
using Candour.Store;
using Candour.Store.Auditing;

namespace Candour.CommandLine.Auditing;

/// <summary>Not a time.</summary>
internal sealed record TimeIsNotReadable(string Said) : Refusal(
    $"'{Said}' is not a day or a time: write 2026-06-30, or 2026-06-30T12:00Z.");

/// <summary><c>candour audit list</c>: the entries of the trail, oldest first.</summary>
internal static class ListVerb
{
    public static Command Create()
    {
        var workspace = Options.Workspace();
        var since = Options.Text("--since", "Not before this day or time, as 2026-06-30 or 2026-06-30T12:00Z (UTC).", "TIME");
        var who = Options.Text("--who", "By this person or account alone.", "NAME");
        var act = Options.Text("--act", "Of this act alone, such as submit.", "ACT");
        var json = Options.Json();
        var verb = new Command("list", "List the entries of the audit trail, oldest first.") { workspace, since, who, act, json };
        verb.SetAction(parsed => Run(
            Terminal.Console, parsed.GetValue(workspace)!, parsed.GetValue(since)!, parsed.GetValue(who)!, parsed.GetValue(act)!,
            parsed.GetValue(json)));
        return verb;
    }

    private static int Run(Terminal terminal, string folder, string since, string who, string act, bool json) =>
        TimeOf(since).Then(time => Workspace.Open(folder).Then<IReadOnlyList<AuditRecord>>(
                workspace => new Result<IReadOnlyList<AuditRecord>>.Accepted(workspace.Store.Audit(new AuditFilter(time, who, act)))))
            .Match(
                records =>
                {
                    if (json)
                    {
                        terminal.SayJson(records.Select(record => new
                        {
                            record.Sequence, At = TimeText(record.Entry.At), record.Entry.Who, record.Entry.Act, record.Entry.Subject,
                            record.Entry.Scope, record.Entry.Reason,
                        }));
                    }
                    else
                    {
                        foreach (var (sequence, entry) in records)
                        {
                            terminal.Say(OneLine(string.Create(
                                CultureInfo.InvariantCulture,
                                $"{sequence,7}  {TimeText(entry.At)}  {entry.Who}  {entry.Act}  {entry.Subject}  {entry.Scope}  {entry.Reason}")));
                        }
                    }

                    return Exit.Done;
                },
                terminal.Refuse);

    /// <summary>A word of the trail never breaks a line, nor speaks to the terminal.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));

    private static string TimeText(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static Result<DateTimeOffset> TimeOf(string said) =>
        said.Length == 0 ? DateTimeOffset.MinValue
        : DateTimeOffset.TryParseExact(
            said, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.fffK"],
            CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : new TimeIsNotReadable(said);
}
