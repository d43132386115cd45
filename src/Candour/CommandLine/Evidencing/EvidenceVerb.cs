using System.CommandLine;
using System.Globalization;
using Candour.Access;
using Candour.Evidencing;
using Candour.Kernel;
using Candour.Store;
using Candour.Store.Evidencing;

namespace Candour.CommandLine.Evidencing;

/// <summary>The file is not there.</summary>
internal sealed record NoSuchDocument(string File) : Refusal($"There is no file {File}: name the document to put in.");

/// <summary>The area is not one.</summary>
internal sealed record NoSuchOwner(string Said) : Refusal(
    $"'{Said}' is no area: write a hierarchy and an area of it, such as synthetic-nation:a01, or leave --owner out for the whole agency.");

/// <summary>The file that is to be written is there.</summary>
internal sealed record TakenOutBefore(string File) : Refusal($"{File} is there already, and was left as it is: name another folder with --into.");

/// <summary><c>candour evidence</c>: documents that claims, tests and samples cite.</summary>
internal static class EvidenceVerb
{
    public static Command Create() => new("evidence", "Keep documents that are cited: put them in, list them, take them out, erase them on the record.")
    {
        Put(), Redact(), List(), Take(), Erase(),
    };

    private static Command Put()
    {
        var file = new Argument<string>("FILE") { Description = "The document; its name is not kept." };
        var title = Options.Text("--title", "What it is; never a name.", "TEXT");
        var owner = Options.Text("--owner", "The area that owns it, as hierarchy:area; the whole agency when not given.", "AREA");
        var agency = Options.Text("--agency", "The agency that owns it; every agency when not given.", "ID");
        var kind = Options.Text("--class", "Who may open it: public, internal or restricted.", "CLASS");
        var purpose = Options.Text("--purpose", "What a restricted document is kept for.", "TEXT");
        var keep = Options.Text("--keep", "For how long: a number of years, or a day.", "UNTIL");
        var (workspace, definitions) = (Options.Workspace(), Options.Definitions());
        var verb = new Command("put", "Put a document in; prints its permanent reference.") { file, title, owner, agency, kind, purpose, keep, workspace, definitions };
        verb.SetAction(parsed => OpenWorkspace.At(parsed.GetValue(workspace)!, parsed.GetValue(definitions)!).Then(open =>
                OwnerOf(open, parsed.GetValue(agency)!, parsed.GetValue(owner)!)
                    .Then(whose => EvidenceForm.Read(
                        parsed.GetValue(title)!, parsed.GetValue(kind)!, whose, parsed.GetValue(purpose)!, parsed.GetValue(keep)!, Today))
                    .Then(form => Content(parsed.GetValue(file)!).Then(content => EvidenceKind.Find(content).Then(found => new EvidenceFiles(open.Workspace).Put(
                        EvidenceDesk.RecordOf(form, Here.Who, Here.Now), content, found.Id,
                        new AuditEntry(Here.Now, Here.Who, "put evidence", "", EvidenceDesk.ScopeOf(form.Owner), form.Purpose))))))
            .Match(Said, Terminal.Console.Refuse));
        return verb;
    }

    private static Command Redact()
    {
        var (reference, workspace) = (Reference(), Options.Workspace());
        var file = new Argument<string>("FILE") { Description = "The version that others see in the place of the original." };
        var verb = new Command("redact", "Add a redacted version, in the place of an earlier one.") { reference, file, workspace };
        verb.SetAction(parsed => Find(parsed.GetValue(workspace)!, parsed.GetValue(reference)!)
            .Then(found => found.Record.Class == nameof(EvidenceClass.Public) ? new PublicHasNoRedaction()
                : Content(parsed.GetValue(file)!).Then(content => EvidenceKind.Find(content).Then(kind => new EvidenceFiles(found.Workspace).AddRedacted(
                    found.Record.Id, content, kind.Id, Entry("redact evidence", found.Record, "")))))
            .Match(Said, Terminal.Console.Refuse));
        return verb;
    }

    private static Command List()
    {
        var (workspace, json) = (Options.Workspace(), Options.Json());
        var verb = new Command("list", "List the documents, and those that are due to be erased.") { workspace, json };
        verb.SetAction(parsed => Workspace.Open(parsed.GetValue(workspace)!).Match(
            opened =>
            {
                var here = opened.Store.Evidence().Where(one => one.Erased is null).ToList();
                if (parsed.GetValue(json))
                {
                    Terminal.Console.SayJson(here.Select(one => new
                    {
                        one.Reference, one.Title, one.Agency, one.Hierarchy, one.Area, Class = Word(one), one.Purpose, KeepUntil = Day(one.KeepUntil),
                        IsDue = one.IsDue(Today), one.Versions[0].Kind, one.Versions[0].File.Size, one.PutBy, one.PutAt, HasRedacted = one.Redacted is not null,
                    }));
                }
                else
                {
                    here.ForEach(one => Terminal.Console.Say(
                        $"{one.Reference}  {Word(one)}  {EvidenceDesk.ScopeOf(EvidenceDesk.OwnerOf(one))}  keep until {Day(one.KeepUntil)}{(one.IsDue(Today) ? ", due to be erased" : "")}  {one.Title}"));
                }

                return Exit.Done;
            },
            Terminal.Console.Refuse));
        return verb;
    }

    private static Command Take()
    {
        var (reference, workspace) = (Reference(), Options.Workspace());
        var redacted = new Option<bool>("--redacted") { Description = "The redacted version." };
        var into = Options.Text("--into", "The folder to write the file into (this one when not given).", "DIR");
        var reason = Options.Text("--reason", "Why, for the audit trail; never a name.", "TEXT");
        var verb = new Command("take", "Take a document out: the original, or the redacted version.") { reference, redacted, into, reason, workspace };
        verb.SetAction(parsed => Find(parsed.GetValue(workspace)!, parsed.GetValue(reference)!)
            .Then(found => Purpose.ReasonOf(parsed.GetValue(reason)!).Then(why => Taken(found, parsed.GetValue(redacted), parsed.GetValue(into)!, why)))
            .Match(
                path =>
                {
                    Terminal.Console.Say(path);
                    return Exit.Done;
                },
                Terminal.Console.Refuse));
        return verb;
    }

    private static Command Erase()
    {
        var (reference, workspace) = (Reference(), Options.Workspace());
        var reason = Options.Text("--reason", "Why, for the ledger and the audit trail; never a name.", "TEXT");
        var verb = new Command("erase", "Erase a document with every version, for good, under a recorded tombstone.") { reference, reason, workspace };
        verb.SetAction(parsed => Find(parsed.GetValue(workspace)!, parsed.GetValue(reference)!)
            .Then(found => Purpose.ReasonOf(parsed.GetValue(reason)!).Then(why => new EvidenceFiles(found.Workspace).Erase(
                new ErasedEvidence(found.Record.Id, Here.Now, Here.Who, why), Entry("erase evidence", found.Record, why))))
            .Match(
                gone =>
                {
                    Terminal.Console.Say($"{gone.Reference} is erased, and the ledger says so. Older backups still hold it until a restore erases it again.");
                    return Exit.Done;
                },
                Terminal.Console.Refuse));
        return verb;
    }

    private static Result<string> Taken((Workspace Workspace, EvidenceRecord Record) found, bool redacted, string into, string why)
    {
        if ((redacted ? found.Record.Redacted : found.Record.Versions[0]) is not { } version)
        {
            return new NoRedactedVersion();
        }

        var path = Path.GetFullPath(Path.Combine(into.Length > 0 ? into : ".", EvidenceDesk.NameOf(found.Record, version)));
        if (File.Exists(path))
        {
            return new TakenOutBefore(path);
        }

        found.Workspace.Store.Append([Entry("open evidence", found.Record, why)]);
        return new EvidenceFiles(found.Workspace).Read(version).Then<string>(content =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            WholeFile.Write(path, content);
            return path;
        });
    }

    private static DateOnly Today => DateOnly.FromDateTime(Here.Now.UtcDateTime);

    private static Argument<string> Reference() => new("REFERENCE") { Description = "The permanent reference, evidence/HASH." };

    private static int Said(EvidenceRecord record)
    {
        Terminal.Console.Say(record.Reference);
        return Exit.Done;
    }

    private static string Word(EvidenceRecord record) => record.Class.ToLowerInvariant();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static AuditEntry Entry(string act, EvidenceRecord record, string reason) =>
        new(Here.Now, Here.Who, act, record.Id.Hex, EvidenceDesk.ScopeOf(EvidenceDesk.OwnerOf(record)), reason);

    private static Result<(Workspace Workspace, EvidenceRecord Record)> Find(string folder, string reference) => Workspace.Open(folder).Then(workspace =>
        !EvidenceRecord.TryParse(reference, out var id) ? new NoSuchEvidence(reference.Length <= 80 ? reference : reference[..80] + "…")
        : workspace.Store.EvidenceOf(id).Then<(Workspace, EvidenceRecord)>(
            record => record.Erased is { } gone ? new EvidenceIsErased(id, gone.At) : (workspace, record)));

    private static Result<byte[]> Content(string file) => !File.Exists(file) ? new NoSuchDocument(file)
        : new FileInfo(file).Length > EvidenceKind.MostBytes ? new EvidenceIsTooLarge() : File.ReadAllBytes(file);

    private static Result<EvidenceOwner> OwnerOf(OpenWorkspace open, string agency, string said)
    {
        if (said.Length == 0)
        {
            return new EvidenceOwner(agency, "", "");
        }

        var named = said.Split(':');
        return named.Length == 2 && open.Catalogue.Hierarchies.TryGetValue(named[0], out var hierarchy) && hierarchy.Areas.Any(area => area.Id == named[1])
            ? new EvidenceOwner(agency, named[0], named[1]) : new NoSuchOwner(said);
    }
}
