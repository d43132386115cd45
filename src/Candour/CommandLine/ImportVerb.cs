using System.CommandLine;
using System.Globalization;
using Candour.Intake;
using Candour.Intake.Reading;
using Candour.Intake.Submitting;
using Candour.Kernel;

namespace Candour.CommandLine;

/// <summary>There is nothing to import in a folder.</summary>
internal sealed record FolderHasNoFiles(string Folder) : Refusal(
    $"The folder {Folder} has no .csv or .csv.gz files: name a file, or another folder.");

/// <summary><c>candour import</c>: reads, maps, checks and submits files, each whole or not at all.</summary>
internal static class ImportVerb
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Files, or folders whose .csv and .csv.gz files are taken in the order of their names.",
            Arity = ArgumentArity.OneOrMore,
        };
        var mapping = Options.Text("--mapping", "The mapping of their source; found by the columns when not given.", "ID");
        var replace = new Option<bool>("--replace") { Description = "Put the file in the place of submissions for the same periods." };
        var wishes = WishOptions.Create();
        var workspace = Options.Workspace();
        var definitions = Options.Definitions();
        var json = Options.Json();
        var verb = new Command("import", "Read, map, check and submit files.")
        {
            files, mapping, replace, wishes.Area, wishes.Answers, workspace, definitions, json,
        };
        verb.SetAction((parsed, cancellation) => RunAsync(
            Terminal.Console, parsed.GetValue(files)!, parsed.GetValue(mapping)!, parsed.GetValue(replace),
            parsed.GetValue(wishes.Area)!, parsed.GetValue(wishes.Answers)!, parsed.GetValue(workspace)!, parsed.GetValue(definitions)!,
            parsed.GetValue(json), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, string[] paths, string mapping, bool replace, string area, string[] answers, string workspace, string definitions,
        bool json, CancellationToken cancellation)
    {
        // Ctrl-C is listened to only from the moment a verb first lets go.
        await Task.Yield();
        if (!OpenWorkspace.At(workspace, definitions).Try(out var open, out var refusal)
            || !WishOptions.Of(area, answers, open.Catalogue).Try(out var wishes, out refusal))
        {
            return terminal.Refuse(refusal);
        }

        var files = new List<string>();
        foreach (var path in paths)
        {
            if (!Files(path).Try(out var found, out refusal))
            {
                return terminal.Refuse(refusal);
            }

            files.AddRange(found);
        }

        open.Workspace.Sweep();
        var said = new List<ImportJson>();
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            var result = await ImportAsync(open, file, mapping, replace, wishes, cancellation);
            said.Add(ImportJson.Of(file, result));
            if (!json)
            {
                _ = result.Match(taken => Say(terminal, file, taken), terminal.Refuse);
            }
        }

        if (json)
        {
            terminal.SayJson(said);
        }

        return said.Exists(answer => answer.Verdict == "REFUSE") ? Exit.Refused : Exit.Done;
    }

    /// <summary>One file, from its bytes to its submission.</summary>
    public static async Task<Result<Submitted>> ImportAsync(
        OpenWorkspace open, string path, string mapping, bool replace, CheckWishes wishes, CancellationToken cancellation)
    {
        if (!open.Key().Try(out var key, out var refusal)
            || !SourceFile.Open(path).Then(file => Checking.Check(file, mapping, open.Catalogue, key, wishes))
                .Try(out var checkedFile, out refusal))
        {
            return refusal;
        }

        return await Submission.SubmitAsync(checkedFile, open.Workspace, replace, Here.Now, Here.Who, cancellation);
    }

    /// <summary>The file itself, or what a folder holds, in the order of the names.</summary>
    public static Result<IReadOnlyList<string>> Files(string path)
    {
        if (!Directory.Exists(path))
        {
            return new Result<IReadOnlyList<string>>.Accepted([path]);
        }

        IReadOnlyList<string> entries;
        try
        {
            entries = Directory.GetFiles(path, "*", SearchOption.AllDirectories);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new FileCannotBeRead(path);
        }

        var files = entries
            .Where(file => file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
                || file.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .ToList();
        return files.Count == 0 ? new FolderHasNoFiles(path) : new Result<IReadOnlyList<string>>.Accepted(files);
    }

    private static int Say(Terminal terminal, string file, Submitted taken)
    {
        terminal.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileName(file)}: {taken.Record.Rows} rows as {taken.Record.Dataset}, submission {taken.Record.Id.Abbreviated}")
            + (taken.IsNew ? "." : " (was there already; nothing changed)."));
        return Exit.Done;
    }
}

/// <summary>The JSON of <c>import</c>; see docs/json.md.</summary>
internal sealed record ImportJson(string File, string Verdict, string Code, string Message, string Submission, string Dataset, long Rows)
{
    public static ImportJson Of(string file, Result<Submitted> result) => result.Match(
        taken => new ImportJson(
            file, taken.IsNew ? "ACCEPT" : "UNCHANGED", "", "", taken.Record.Id.Hex, taken.Record.Dataset, taken.Record.Rows),
        refusal => new ImportJson(file, "REFUSE", RefusalCode.Of(refusal), refusal.Sentence, "", "", 0));
}
