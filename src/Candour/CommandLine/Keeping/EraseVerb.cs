using System.CommandLine;
using System.Globalization;
using Candour.Definitions;
using Candour.Intake.Erasing;
using Candour.Intake.Mapped;
using Candour.Kernel;
using Candour.Store;
using Candour.Store.Erasing;

namespace Candour.CommandLine.Keeping;

/// <summary>An erasure without a reason, or without saying what.</summary>
internal sealed record SayWhatAndWhy() : Refusal(
    "Say what is to be erased, and why: --dataset with --identifiers FILE or --due, and --reason TEXT. Nothing was changed.");

/// <summary>There is no such dataset, or it names nobody.</summary>
internal sealed record CannotEraseBy(string Dataset) : Refusal(
    $"The dataset '{Dataset}' is not known, or no field of it holds an identifier: 'candour definitions list datasets' lists them.");

/// <summary>The file of identifiers cannot be used.</summary>
internal sealed record NoIdentifiers(string File) : Refusal(
    $"The file {File} is missing or holds no identifier: write one on each line, as the source system writes it.");

/// <summary><c>candour erase</c>: rows of people who are to be forgotten, or whose time has passed.</summary>
internal static class EraseVerb
{
    public static Command Create()
    {
        var workspace = Options.Workspace();
        var definitions = Options.Definitions();
        var dataset = Options.Text("--dataset", "The dataset.", "ID");
        var identifiers = Options.Text("--identifiers", "A file with one identifier on each line, as the source system writes it.", "FILE");
        var due = new Option<bool>("--due") { Description = "Everything that the dataset's retention says is due." };
        var reason = Options.Text("--reason", "Why, for the ledger and the audit trail; never a name.", "TEXT");
        var verb = new Command("erase", "Erase rows for good, under a recorded tombstone.")
        {
            workspace, definitions, dataset, identifiers, due, reason, Ledger(),
        };
        verb.SetAction((parsed, cancellation) => RunAsync(
            Terminal.Console, parsed.GetValue(workspace)!, parsed.GetValue(definitions)!, parsed.GetValue(dataset)!,
            parsed.GetValue(identifiers)!, parsed.GetValue(due), parsed.GetValue(reason)!, cancellation));
        return verb;
    }

    private static Command Ledger()
    {
        var workspace = Options.Workspace();
        var verb = new Command("ledger", "Print the erasure ledger, one line of JSON for each erasure.") { workspace };
        verb.SetAction(parsed => Workspace.Open(parsed.GetValue(workspace)!).Match(
            opened =>
            {
                foreach (var line in ErasureLedger.Lines(opened.Store))
                {
                    Terminal.Console.Say(line);
                }

                return Exit.Done;
            },
            Terminal.Console.Refuse));
        return verb;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, string folder, string definitions, string datasetName, string identifiers, bool due, string reason,
        CancellationToken cancellation)
    {
        if (datasetName.Length == 0 || reason.Length == 0 || due == identifiers.Length > 0)
        {
            return terminal.Refuse(new SayWhatAndWhy());
        }

        if (!Workspace.OpenWithKeys(folder).Then(_ => OpenWorkspace.ForFiles("", folder, definitions)).Try(out var open, out var refusal)
            || !What(open, datasetName, identifiers).Try(out var what, out refusal))
        {
            return terminal.Refuse(refusal);
        }

        open.Workspace.Sweep();
        var erased = await Erasure.EraseAsync(
            open.Workspace, open.Catalogue.Datasets[datasetName], what, Here.Now, Here.Who, reason, cancellation);
        return erased.Then<IReadOnlyList<ErasureRecord>>(all => all.Count == 0
                ? new NothingToErase(datasetName)
                : new Result<IReadOnlyList<ErasureRecord>>.Accepted(all))
            .Match(
                all =>
                {
                    terminal.Say(string.Create(
                        CultureInfo.InvariantCulture, $"{all.Sum(one => one.Rows)} rows of {all.Count} submissions were erased, and the ledger says so."));
                    terminal.Say("Make the figures anew: run 'candour snapshot' and 'candour compute'. Older backups still hold the rows until a restore erases them again.");
                    return Exit.Done;
                },
                terminal.Refuse);
    }

    private static Result<Func<SubmissionRecord, MappedRow, bool>> What(OpenWorkspace open, string datasetName, string identifiers)
    {
        if (!open.Catalogue.Datasets.TryGetValue(datasetName, out var dataset))
        {
            return new CannotEraseBy(datasetName);
        }

        if (identifiers.Length == 0)
        {
            var today = DateOnly.FromDateTime(Here.Now.UtcDateTime);
            return Accept((_, row) => Retention.IsDue(row, dataset, today));
        }

        var fields = dataset.Fields.Where(field => field.Type == FieldType.Identifier).ToList();
        if (fields.Count == 0)
        {
            return new CannotEraseBy(datasetName);
        }

        var said = File.Exists(identifiers) ? File.ReadAllLines(identifiers).Where(line => line.Trim().Length > 0).ToList() : [];
        return said.Count == 0 ? new NoIdentifiers(identifiers) : open.Key().Then(key =>
        {
            var pseudonyms = fields.SelectMany(field => said.Select(one => (dataset.IndexOf(field.Id), key.Of(field.Namespace, one)))).ToHashSet();
            return Accept((_, row) => fields.Exists(field => pseudonyms.Contains((dataset.IndexOf(field.Id), row.Values[dataset.IndexOf(field.Id)]))));
        });
    }

    private static Result<Func<SubmissionRecord, MappedRow, bool>> Accept(Func<SubmissionRecord, MappedRow, bool> what) => what;
}
