using System.CommandLine;
using System.Globalization;
using Candour.Access;
using Candour.Kernel;
using Candour.Packing;
using Candour.Packs;
using Candour.Store.Keeping;
using Candour.Store.Packs;

namespace Candour.CommandLine.Packs;

/// <summary>No folder was named.</summary>
internal sealed record NowhereToPut() : Refusal("Name a new or empty folder with --into: the files of the pack are written there.");

/// <summary><c>candour pack</c>: makes, issues, lists and takes out performance packs.</summary>
internal static class PackVerb
{
    public static Command Create() => new("pack", "Make the performance pack of a frozen period, issue it, list what was issued, take it out again.")
    {
        Make(), Issue(), List(), Take(),
    };

    private static Command Make()
    {
        var (dataset, period, area) = Names();
        var into = Options.Text("--into", "A new or empty folder for its files; without it, only what to say is printed.", "DIR");
        var (workspace, definitions, json) = (Options.Workspace(), Options.Definitions(), Options.Json());
        var verb = new Command("make", "Make the pack of an area, or of the whole: the five things to say, and its files.")
        {
            dataset, period, area, into, json, workspace, definitions,
        };
        verb.SetAction(async (parsed, cancellation) =>
        {
            await Task.Yield();
            var terminal = Terminal.Console;
            if (!Open(parsed.GetValue(workspace)!, parsed.GetValue(definitions)!, parsed.GetValue(dataset)!, parsed.GetValue(period)!, parsed.GetValue(area)!)
                .Try(out var made, out var refusal))
            {
                return terminal.Refuse(refusal);
            }

            if (parsed.GetValue(into) is { Length: > 0 } folder)
            {
                var (files, noPdf) = await PackFiles.WriteAllAsync(made.Pack, cancellation);
                if (!Write(folder, files).Try(out _, out refusal))
                {
                    return terminal.Refuse(refusal);
                }

                SayWhy(terminal, noPdf);
            }

            if (parsed.GetValue(json))
            {
                terminal.SayJson(Told(made.Pack));
            }
            else
            {
                terminal.Say($"{made.Pack.Title}{(made.Pack.IsPreview ? ": a preview, because the period is not frozen" : "")}");
                made.Pack.FiveThings.ToList().ForEach(terminal.Say);
                terminal.Say(made.Pack.Reference.ToString());
            }

            return Exit.Done;
        });
        return verb;
    }

    private static Command Issue()
    {
        var (dataset, period, area) = Names();
        var reason = Options.Text("--reason", "To whom and why, for the audit trail; never a name of a person in a case.", "TEXT");
        var (workspace, definitions) = (Options.Workspace(), Options.Definitions());
        var verb = new Command("issue", "Issue the pack: its files are kept, encrypted, as they are now.") { dataset, period, area, reason, workspace, definitions };
        verb.SetAction(async (parsed, cancellation) =>
        {
            await Task.Yield();
            var terminal = Terminal.Console;
            if (!Purpose.ReasonOf(parsed.GetValue(reason)!).Try(out var why, out var refusal)
                || !Open(parsed.GetValue(workspace)!, parsed.GetValue(definitions)!, parsed.GetValue(dataset)!, parsed.GetValue(period)!, parsed.GetValue(area)!)
                    .Try(out var made, out refusal)
                || !(await PackIssuing.IssueAsync(made.Open.Workspace, made.Pack, Here.Who, Here.Now, why, cancellation)).Try(out var issued, out refusal))
            {
                return terminal.Refuse(refusal);
            }

            terminal.Say(PackIssuing.ReferenceOf(issued.Pack).ToString());
            SayWhy(terminal, issued.NoPdf);
            return Exit.Done;
        });
        return verb;
    }

    private static Command List()
    {
        var (workspace, definitions, json) = (Options.Workspace(), Options.Definitions(), Options.Json());
        var verb = new Command("list", "List the packs that were issued, and whether their period was restated since.") { workspace, definitions, json };
        verb.SetAction(parsed => OpenWorkspace.At(parsed.GetValue(workspace)!, parsed.GetValue(definitions)!).Match(
            open =>
            {
                var (terminal, issued) = (Terminal.Console, open.Workspace.Store.IssuedPacks());
                if (parsed.GetValue(json))
                {
                    terminal.SayJson(issued.Select(pack => new
                    {
                        Reference = PackIssuing.ReferenceOf(pack).ToString(), pack.Dataset, Period = pack.Period.ToString(), pack.Area, Snapshot = pack.Snapshot.Hex,
                        pack.IssuedBy, pack.IssuedAt, pack.Reason, RestatedSince = PackIssuing.RestatedSince(open.Workspace.Store, pack) is not null,
                        Files = pack.Files.Select(file => new { file.Name, file.File.Size, Sha256 = file.File.Id.Hex }),
                    }));
                }
                else
                {
                    foreach (var pack in issued)
                    {
                        terminal.Say(string.Create(
                            CultureInfo.InvariantCulture,
                            $"{PackIssuing.ReferenceOf(pack)}  issued {pack.IssuedAt:yyyy-MM-dd} by {pack.IssuedBy}{(PackIssuing.RestatedSince(open.Workspace.Store, pack) is null ? "" : "  restated since")}"));
                    }
                }

                return Exit.Done;
            },
            Terminal.Console.Refuse));
        return verb;
    }

    private static Command Take()
    {
        var reference = new Argument<string>("REFERENCE") { Description = "The permanent reference of an issued pack." };
        var into = Options.Text("--into", "A new or empty folder for its files.", "DIR");
        var (workspace, definitions) = (Options.Workspace(), Options.Definitions());
        var verb = new Command("take", "Write the files of an issued pack as they were sent.") { reference, into, workspace, definitions };
        verb.SetAction(parsed => OpenWorkspace.At(parsed.GetValue(workspace)!, parsed.GetValue(definitions)!).Then(open =>
            Find(open, parsed.GetValue(reference)!).Then(pack => ReadFiles(open, pack)).Then(files => Write(parsed.GetValue(into)!, files))).Match(
            folder =>
            {
                Terminal.Console.Say($"The files are in {folder}, as they were sent.");
                return Exit.Done;
            },
            Terminal.Console.Refuse));
        return verb;
    }

    /// <summary>The pack that a reference names.</summary>
    internal static Result<IssuedPack> Find(OpenWorkspace open, string reference) =>
        PackReference.TryParse(reference, out var read) ? open.Workspace.Store.IssuedPack(read.Content)
            .Then<IssuedPack>(pack => PackIssuing.ReferenceOf(pack) == read ? pack : new NoSuchPack(read.Content.Abbreviated))
            : new NoSuchPack(reference.Length <= 60 ? reference : reference[..60] + "…");

    /// <summary>Its files, each compared with its hash.</summary>
    internal static Result<IReadOnlyList<PackFile>> ReadFiles(OpenWorkspace open, IssuedPack pack)
    {
        var files = new List<PackFile>();
        foreach (var file in pack.Files)
        {
            if (!new KeptFiles(open.Workspace).Read(file.File.Id).Try(out var content, out var refusal))
            {
                return refusal;
            }

            files.Add(new PackFile(file.Name, file.Media, content));
        }

        return files;
    }

    private static (Argument<string> Dataset, Argument<string> Period, Option<string> Area) Names() => (
        new Argument<string>("DATASET") { Description = "The dataset's id." },
        new Argument<string>("PERIOD") { Description = "A period of its calendar, such as 2025/26-Q1." },
        Options.Text("--area", "Code of an area that agrees the data; the whole when not given.", "CODE"));

    private static void SayWhy(Terminal terminal, string noPdf)
    {
        if (noPdf.Length > 0)
        {
            terminal.Step(noPdf);
        }
    }

    private static Result<(OpenWorkspace Open, Pack Pack)> Open(string workspace, string definitions, string dataset, string period, string area) =>
        OpenWorkspace.At(workspace, definitions).Then(open => open.Read()
            .Then(room => PackSource.Open(open.Workspace, room, dataset, period, area))
            .Then<(OpenWorkspace, Pack)>(source => (open, PackIssuing.WithCommentary(open.Workspace.Store, PackComposing.Compose(source)))));

    private static Result<string> Write(string folder, IReadOnlyList<PackFile> files)
    {
        if (folder.Length == 0)
        {
            return new NowhereToPut();
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            return new Freezing.IntoIsNotEmpty(folder);
        }

        Directory.CreateDirectory(folder);
        foreach (var file in files)
        {
            File.WriteAllBytes(Path.Combine(folder, file.Name), file.Content);
        }

        return Path.GetFullPath(folder);
    }

    private static object Told(Pack pack) => new
    {
        Reference = pack.Reference.ToString(), pack.Title, Snapshot = pack.Snapshot.Hex, pack.IsPreview, Synthetic = pack.IsSynthetic, pack.FiveThings,
        Exceptions = pack.Exceptions.Select(one => new
        {
            one.Id, Kind = one.Kind.ToString(), one.Title, one.Sentence, References = one.Cites.Select(reading => reading.Reference.ToString()),
            Commentary = one.Commentary.Select(PackWords.Of),
        }),
        Measures = pack.Measures.Select(one => new { Measure = one.Measure.Id, Figure = PackWords.Of(one.Reading), Judged = PackWords.Judged(one), Reference = one.Reading.Reference.ToString() }),
        Checks = pack.Checks.Select(one => new { Check = one.Check.Id, Found = one.InWords }),
    };
}
