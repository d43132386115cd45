using System.CommandLine;
using System.Globalization;
using Candour.Intake.Erasing;

namespace Candour.CommandLine.Keeping;

/// <summary><c>candour retention</c>: what is due to be erased today; erases nothing.</summary>
internal static class RetentionVerb
{
    public static Command Create()
    {
        var workspace = Options.Workspace();
        var definitions = Options.Definitions();
        var verb = new Command("retention", "List what is due to be erased by the retention of its dataset.") { workspace, definitions };
        verb.SetAction(parsed => Run(Terminal.Console, parsed.GetValue(workspace)!, parsed.GetValue(definitions)!));
        return verb;
    }

    private static int Run(Terminal terminal, string folder, string definitions) => OpenWorkspace.ForFiles("", folder, definitions).Match(
        open =>
        {
            var gone = open.Workspace.Store.Erasures().Select(erasure => erasure.Submission).ToHashSet();
            var here = open.Workspace.Store.Known().Select(known => known.Record).Where(record => !gone.Contains(record.Id));
            var due = Retention.Due(open.Catalogue, here, DateOnly.FromDateTime(Here.Now.UtcDateTime));
            foreach (var (submission, months, periods) in due)
            {
                terminal.Say(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{submission.Dataset}: {submission.FileName}, {periods[0]} to {periods[^1]} ({months} months after their end)"));
            }

            var documents = open.Workspace.Store.Evidence().Where(one => one.IsDue(DateOnly.FromDateTime(Here.Now.UtcDateTime))).ToList();
            documents.ForEach(one => terminal.Say(string.Create(
                CultureInfo.InvariantCulture, $"{one.Reference}: {one.Title} (kept until {one.KeepUntil:yyyy-MM-dd})")));
            if (due.Count == 0 && documents.Count == 0)
            {
                terminal.Say("Nothing is due to be erased.");
            }

            if (due.Count > 0)
            {
                terminal.Say("Erase rows with 'candour erase --due --dataset ID --reason TEXT'.");
            }

            if (documents.Count > 0)
            {
                terminal.Say("Erase documents one by one with 'candour evidence erase REFERENCE --reason TEXT'.");
            }

            return Exit.Done;
        },
        terminal.Refuse);
}
