using System.CommandLine;
using System.Globalization;
using Candour.Access;
using Candour.Intake.Linking;
using Candour.Intake.Reading;
using Candour.Kernel;
using Candour.Store;

namespace Candour.CommandLine;

/// <summary>There is no open purpose of that id.</summary>
internal sealed record NoOpenPurpose(string Id) : Refusal(
    $"There is no open purpose '{Id}': a purpose is given at the page of purposes, for one area and for a time.");

/// <summary><c>candour locate</c>: the owning area finds the row behind a pseudonym in its own extract, for a purpose, on the record.</summary>
internal static class LocateVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The area's own extract; it is read in memory, and nothing of it is kept." };
        var pseudonym = Options.Text("--pseudonym", "The pseudonym that was drawn or disputed.", "PSEUDONYM");
        var purpose = Options.Text("--purpose", "The purpose for which rows may be opened, by its id.", "ID");
        var mapping = Options.Text("--mapping", "The mapping of the extract; found by the columns when not given.", "ID");
        var wishes = WishOptions.Create();
        var workspace = Options.Workspace();
        var definitions = Options.Definitions();
        var verb = new Command("locate", "Find the row behind a pseudonym in an area's own extract.")
        {
            file, pseudonym, purpose, mapping, wishes.Answers, workspace, definitions,
        };
        verb.SetAction(parsed => Run(
            Terminal.Console, parsed.GetValue(file)!, parsed.GetValue(pseudonym)!, parsed.GetValue(purpose)!, parsed.GetValue(mapping)!,
            parsed.GetValue(wishes.Answers)!, parsed.GetValue(workspace)!, parsed.GetValue(definitions)!));
        return verb;
    }

    private static int Run(
        Terminal terminal, string path, string pseudonym, string purposeId, string mapping, string[] answers, string workspace, string definitions)
    {
        if (!OpenWorkspace.ForFiles(mapping, workspace, definitions).Try(out var open, out var refusal)
            || !Opened(open.Workspace.Store, purposeId).Try(out var purpose, out refusal)
            || !SourceFile.Open(path).Try(out var file, out refusal))
        {
            return terminal.Refuse(refusal);
        }

        var found = open.Key().Then(key => WishOptions.Of("", answers, open.Catalogue).Then(wishes => Locating.Find(
            file, mapping, open.Catalogue, key, wishes, pseudonym, purpose.Dataset,
            open.Catalogue.Hierarchies[purpose.Hierarchy].LowestUnder(purpose.Area).ToHashSet(StringComparer.Ordinal), purpose.Month)));

        // On the record, and counted as shown, before anything is told: a line number opens a row. A vain search counts as one.
        var shown = found.Match(rows => Math.Max(1, rows.Count), _ => 1);
        return open.Workspace.Store.ShowRows(purpose.Id, purpose.Shown + shown, new AuditEntry(
                Here.Now, Here.Who, "locate", purpose.Id, $"{purpose.Dataset} {purpose.Hierarchy}:{purpose.Area} {purpose.Month}".TrimEnd(),
                $"{pseudonym[..Math.Min(8, pseudonym.Length)]}…: {purpose.Reason}"))
            ? found.Match(rows => Say(terminal, file.ShortName, rows), terminal.Refuse)
            : terminal.Refuse(new PurposeIsUsedUp(purpose.Cap, purpose.Cap - purpose.Shown));
    }

    private static Result<PurposeRecord> Opened(OperationalStore store, string id) =>
        store.PurposesWithId(id) is [var purpose] && purpose.From <= Here.Now && Here.Now < purpose.Until ? purpose : new NoOpenPurpose(id);

    private static int Say(Terminal terminal, string file, IReadOnlyList<LocatedRow> rows)
    {
        if (rows.Count == 0)
        {
            terminal.Say($"No row of {file} has this pseudonym.");
        }

        foreach (var row in rows)
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{file}, line {row.Line}: {row.Field}"));
        }

        return Exit.Done;
    }
}
