using System.CommandLine;
using System.Globalization;
using Candour.Intake;
using Candour.Intake.Guiding;
using Candour.Intake.Reading;
using Candour.Intake.Submitting;
using Candour.Kernel;

namespace Candour.CommandLine;

/// <summary>There is nothing to import in a folder.</summary>
internal sealed record FolderHasNoFiles(string Folder) : Refusal(
    $"The folder {Folder} has no file of a kind that is read here (text, workbooks, Parquet): name a file, or another folder.");

/// <summary>Files and a source at once, or neither.</summary>
internal sealed record NothingOrBothToImport() : Refusal("Name files to import, or one source of the settings with --source: one of the two.");

/// <summary>The settings say how a source is read.</summary>
internal sealed record SourceHasItsMapping(string Source) : Refusal(
    $"The settings say by which mapping the source '{Source}' is read: leave out --mapping, or change the settings.");

/// <summary><c>candour import</c>: reads, maps, checks and submits files, each whole or not at all.</summary>
internal static class ImportVerb
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Files, or folders whose text files, workbooks and Parquet files are taken in the order of their names.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var mapping = Options.Text("--mapping", "The mapping of their source; found by the columns when not given.", "ID");
        var replace = new Option<bool>("--replace") { Description = "Put the file in the place of submissions for the same periods." };
        var preview = new Option<bool>("--preview") { Description = "Say what would be added, changed and gone, and take nothing." };
        var manifest = Options.Text("--manifest", "What the sender says of the files: rows, totals, hashes; any difference refuses.", "FILE");
        var source = Options.Text("--source", "Pull from this database of the settings, instead of reading files.", "NAME");
        var settings = Options.Text("--settings", "The server's settings, which list the sources.", "FILE");
        var wishes = WishOptions.Create();
        var workspace = Options.Workspace();
        var definitions = Options.Definitions();
        var json = Options.Json();
        var verb = new Command("import", "Read, map, check and submit files.")
        {
            files, mapping, replace, preview, manifest, source, settings, wishes.Area, wishes.Answers, workspace, definitions, json,
        };
        verb.SetAction((parsed, cancellation) => RunAsync(
            Terminal.Console, parsed.GetValue(files)!,
            new Manner(parsed.GetValue(mapping)!, parsed.GetValue(manifest)!, parsed.GetValue(replace), parsed.GetValue(preview), parsed.GetValue(source)!,
                parsed.GetValue(settings)!),
            parsed.GetValue(wishes.Area)!, parsed.GetValue(wishes.Answers)!, parsed.GetValue(workspace)!, parsed.GetValue(definitions)!,
            parsed.GetValue(json), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, string[] paths, Manner manner, string area, string[] answers, string workspace, string definitions, bool json,
        CancellationToken cancellation)
    {
        // Ctrl-C is listened to only from the moment a verb first lets go.
        await Task.Yield();
        if (!OpenWorkspace.ForFiles(manner.Mapping, workspace, definitions).Try(out var open, out var refusal)
            || !WishOptions.Of(area, answers, open.Catalogue).Try(out var wishes, out refusal))
        {
            return terminal.Refuse(refusal);
        }

        if (paths.Length == 0 == (manner.Source.Length == 0))
        {
            return terminal.Refuse(new NothingOrBothToImport());
        }

        if (manner.Source.Length > 0 && manner.Mapping.Length > 0)
        {
            return terminal.Refuse(new SourceHasItsMapping(manner.Source));
        }

        List<string> files = manner.Source.Length > 0 ? [manner.Source] : [];
        foreach (var path in paths)
        {
            if (!Files(path).Try(out var found, out refusal))
            {
                return terminal.Refuse(refusal);
            }

            files.AddRange(found.Taken);
            found.Left.ToList().ForEach(file => terminal.Step($"{Path.GetFileName(file)}: left alone, because files of this kind are not read."));
        }

        var reconcile = NoManifest;
        if (manner.Manifest.Length > 0)
        {
            if (!Manifest.Read(manner.Manifest).Then(read => read.For([.. files.Select(file => Path.GetFileName(file))])).Try(out var manifest, out refusal))
            {
                return terminal.Refuse(refusal);
            }

            reconcile = manifest.Reconcile;
        }

        open.Workspace.Sweep();
        var said = new List<ImportJson>();
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            var ready = (manner.Source.Length > 0 ? SourceImport.Check(open, manner.Settings, file, wishes) : CheckFile(open, file, manner.Mapping, wishes))
                .Then(reconcile);
            if (manner.Preview)
            {
                var seen = await Then(ready, one => Submission.PreviewAsync(one, open.Workspace, Here.Now, cancellation));
                said.Add(ImportJson.Of(file, seen));
                _ = json ? 0 : seen.Match(preview => PreviewWords.Say(terminal, file, preview), terminal.Refuse);
                continue;
            }

            var result = await Then(ready, one => Submission.SubmitAsync(one, open.Workspace, manner.Replace, Here.Now, Here.Who, cancellation));
            said.Add(ImportJson.Of(file, result));
            _ = json ? 0 : result.Match(taken => Say(terminal, file, taken), terminal.Refuse);
        }

        if (json)
        {
            terminal.SayJson(said);
        }

        return said.Exists(answer => answer.Verdict == "REFUSE") ? Exit.Refused : Exit.Done;
    }

    /// <summary>One file, from its bytes to its submission.</summary>
    public static async Task<Result<Submitted>> ImportAsync(
        OpenWorkspace open, string path, string mapping, bool replace, CheckWishes wishes, CancellationToken cancellation) => await Then(
            CheckFile(open, path, mapping, wishes),
            ready => Submission.SubmitAsync(ready, open.Workspace, replace, Here.Now, Here.Who, cancellation));

    private static Result<CheckedFile> CheckFile(OpenWorkspace open, string path, string mapping, CheckWishes wishes) => open.Key().Then(key =>
        SourceFile.Open(path).Then(file => AnswersKept.Check(
            file, mapping, open.Catalogue, key, wishes, open.Workspace.Store.AnswersFor))
            .Then<CheckedFile>(found => found.File));

    private static Result<CheckedFile> NoManifest(CheckedFile file) => file;

    private static async Task<Result<TOut>> Then<TIn, TOut>(Result<TIn> result, Func<TIn, Task<Result<TOut>>> next) =>
        result.Try(out var value, out var refusal) ? await next(value) : refusal;

    /// <summary>The file itself, whatever its name says; or what a folder holds of the kinds that are read, and what else, in the order of the names.</summary>
    public static Result<(IReadOnlyList<string> Taken, IReadOnlyList<string> Left)> Files(string path)
    {
        if (!Directory.Exists(path))
        {
            return ((IReadOnlyList<string>)[path], (IReadOnlyList<string>)[]);
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

        var byKind = entries.Order(StringComparer.Ordinal).ToLookup(FileReading.HasKnownEnding);
        return byKind[true].Any() ? ((IReadOnlyList<string>)[.. byKind[true]], (IReadOnlyList<string>)[.. byKind[false]]) : new FolderHasNoFiles(path);
    }

    private static int Say(Terminal terminal, string file, Submitted taken)
    {
        terminal.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileName(file)}: {taken.Record.Rows} rows as {taken.Record.Dataset}, submission {taken.Record.Id.Abbreviated}")
            + (taken.IsNew ? "." : " (was there already; nothing changed)."));
        return Exit.Done;
    }

    /// <summary>How the files are to be taken.</summary>
    private sealed record Manner(string Mapping, string Manifest, bool Replace, bool Preview, string Source, string Settings);
}
