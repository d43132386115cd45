using Candour.Access;
using Candour.Definitions;
using Candour.Kernel;
using Candour.SignIn;
using Candour.Store;
using Candour.Store.Evidencing;

namespace Candour.Evidencing;

/// <summary>The viewer may not do this with the document.</summary>
public sealed record NotYourEvidence() : Refusal(
    "This is not yours to do: whoever keeps evidence for all of the owner's area adds to it, and whoever decides on its data erases it.");

/// <summary>The version does not open for this person.</summary>
public sealed record EvidenceIsClosed() : Refusal(
    "This version is not open to you. The original of a restricted document opens under a purpose for its area that somebody else gave you; see whether there is a redacted version.");

/// <summary>Nobody has added a version for others.</summary>
public sealed record NoRedactedVersion() : Refusal(
    "This document has no redacted version: take the original, or add a redacted version first ('candour evidence redact', or the page of the document).");

/// <summary>The document needs no version for others.</summary>
public sealed record PublicHasNoRedaction() : Refusal("A public document is open to everybody who reads figures, so it has no redacted version.");

/// <summary>A document as one person may see it.</summary>
/// <param name="Record">What is recorded of it.</param>
/// <param name="Original">What happens when they want the original.</param>
/// <param name="Redacted">What happens when they want the redacted version; <see cref="EvidenceOpening.No"/> when there is none.</param>
/// <param name="MayRedact">They may add a redacted version.</param>
/// <param name="MayErase">They may erase it.</param>
public sealed record SeenEvidence(EvidenceRecord Record, EvidenceOpening Original, EvidenceOpening Redacted, bool MayRedact, bool MayErase);

/// <summary>Documents as their readers may see them.</summary>
public sealed class EvidenceDesk(Workspace workspace, Catalogue catalogue, TimeProvider clock)
{
    private readonly EvidenceFiles files = new(workspace);

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The day on which what is due is judged.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>The documents that are here and that the viewer may know of, the newest first.</summary>
    public IReadOnlyList<SeenEvidence> Listed(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var purposes = PurposesOf(viewer);
        return [.. workspace.Store.Evidence().Where(one => one.Erased is null).Select(one => See(viewer, one, purposes)).Where(one => IsKnownTo(viewer, one))];
    }

    /// <summary>The documents that are due to be erased and that the viewer may erase.</summary>
    public IReadOnlyList<SeenEvidence> Due(Viewer viewer) => [.. Listed(viewer).Where(one => one.MayErase && one.Record.IsDue(Today))];

    /// <summary>One document; what the viewer may not know of is refused as what does not exist, what is erased with the day.</summary>
    public Result<SeenEvidence> Find(Viewer viewer, string reference)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(reference);
        if (!EvidenceRecord.TryParse(reference, out var id) || !workspace.Store.EvidenceOf(id).Try(out var record, out _)
            || See(viewer, record, PurposesOf(viewer)) is not { } seen || !IsKnownTo(viewer, seen))
        {
            return new NoSuchEvidence(EvidenceRecord.TryParse(reference, out var read) ? read.Abbreviated : "…");
        }

        return record.Erased is { } gone ? new EvidenceIsErased(id, gone.At) : seen;
    }

    /// <summary>The places for which the viewer may keep evidence: the whole of an agency, then its areas.</summary>
    public IReadOnlyList<EvidenceOwner> Places(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var hierarchies = catalogue.Datasets.Values.SelectMany(dataset => dataset.Hierarchies).Distinct().Order(StringComparer.Ordinal)
            .Select(name => catalogue.Hierarchies[name]).ToList();
        var agencies = viewer.Assignments.Where(one => RoleTable.May(one.Role, Right.KeepEvidence)).Select(one => one.Agency).Distinct();
        return
        [
            .. agencies.SelectMany(agency => hierarchies.SelectMany(hierarchy => hierarchy.Areas.Select(area => new EvidenceOwner(agency, hierarchy.Id, area.Id)))
                    .Prepend(new EvidenceOwner(agency, "", "")))
                .Where(owner => EvidenceRules.Covers(viewer, Right.KeepEvidence, owner, catalogue)),
        ];
    }

    /// <summary>Puts a document in.</summary>
    public Result<EvidenceRecord> Put(Viewer viewer, EvidenceForm form, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(form);
        return !EvidenceRules.Covers(viewer, Right.KeepEvidence, form.Owner, catalogue) ? new NotYourEvidence()
            : EvidenceKind.Find(content).Then(kind => files.Put(RecordOf(form, viewer.Person, Now), content, kind.Id, Entry(viewer, "put evidence", "", form.Owner, form.Purpose)));
    }

    /// <summary>Adds a redacted version, which others see in the place of the original.</summary>
    public Result<EvidenceRecord> AddRedacted(Viewer viewer, string reference, byte[] content) => Find(viewer, reference).Then(seen =>
        seen.Record.Class == nameof(EvidenceClass.Public) ? new PublicHasNoRedaction()
        : !seen.MayRedact ? new NotYourEvidence()
        : EvidenceKind.Find(content).Then(kind => files.AddRedacted(
            seen.Record.Id, content, kind.Id, Entry(viewer, "redact evidence", seen.Record.Id.Hex, OwnerOf(seen.Record), ""))));

    /// <summary>Erases a document with every version.</summary>
    public Result<EvidenceRecord> Erase(Viewer viewer, string reference, string reason) => Find(viewer, reference).Then(seen =>
        !seen.MayErase ? new NotYourEvidence()
        : Purpose.ReasonOf(reason).Then(said => files.Erase(
            new ErasedEvidence(seen.Record.Id, Now, viewer.Person, said), Entry(viewer, "erase evidence", seen.Record.Id.Hex, OwnerOf(seen.Record), said))));

    /// <summary>
    /// Opens a version. One that asks for a reason is told to the trail, with the reason, before its bytes are read; that another was
    /// opened, its door has told the trail.
    /// </summary>
    public Result<(string Name, EvidenceKind Kind, byte[] Content)> Open(Viewer viewer, string reference, bool redacted, string reason) =>
        Find(viewer, reference).Then(seen =>
        {
            var record = seen.Record;
            var opening = redacted ? seen.Redacted : seen.Original;
            var version = redacted ? record.Redacted : record.Versions[0];
            if (version is null)
            {
                return new NoRedactedVersion();
            }

            if (opening == EvidenceOpening.No)
            {
                return new EvidenceIsClosed();
            }

            if (opening == EvidenceOpening.WithReason)
            {
                if (!Purpose.ReasonOf(reason).Try(out var said, out var refusal))
                {
                    return refusal;
                }

                workspace.Store.Append([Entry(viewer, "open evidence", record.Id.Hex, OwnerOf(record), said)]);
            }

            return files.Read(version).Then<(string, EvidenceKind, byte[])>(content => (NameOf(record, version), EvidenceKind.Of(version.Kind), content));
        });

    /// <summary>The record of what is put in; its files come with the sealing.</summary>
    internal static EvidenceRecord RecordOf(EvidenceForm form, string who, DateTimeOffset now) => new(
        default, form.Title, form.Owner.Agency, form.Owner.Hierarchy, form.Owner.Area, form.Class.ToString(), form.Purpose, form.KeepUntil, who, now, [], null);

    /// <summary>The name of the file that is given: made from the title, never the one it came with.</summary>
    internal static string NameOf(EvidenceRecord record, EvidenceVersion version) =>
        $"{Slug.Of(record.Title)}-{record.Id.Abbreviated}{(version.Ordinal > 0 ? "-redacted" : "")}.{version.Kind}";

    /// <summary>Whose it is, as access is decided.</summary>
    public static EvidenceOwner OwnerOf(EvidenceRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new EvidenceOwner(record.Agency, record.Hierarchy, record.Area);
    }

    /// <summary>Whose it is, in words.</summary>
    public string OwnerInWords(EvidenceOwner owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        var agency = owner.Agency.Length > 0 ? owner.Agency : "every agency";
        return owner.IsWhole ? $"All of {agency}"
            : catalogue.Hierarchies.TryGetValue(owner.Hierarchy, out var hierarchy) && hierarchy.TryFind(owner.Area, out var area) ? $"{area.Title} ({agency})"
            : $"{owner.Area} ({agency})";
    }

    /// <summary>Where an owner lies, for the trail.</summary>
    internal static string ScopeOf(EvidenceOwner owner) => $"{(owner.Agency.Length > 0 ? owner.Agency : "*")}/{(owner.IsWhole ? "*" : $"{owner.Hierarchy}:{owner.Area}")}";

    private AuditEntry Entry(Viewer viewer, string act, string subject, EvidenceOwner owner, string reason) =>
        new(Now, viewer.Person, act, subject, ScopeOf(owner), reason);

    private List<Purpose> PurposesOf(Viewer viewer) => [.. workspace.Store.PurposesOf(viewer.Person).Select(Purposes.Of)];

    private SeenEvidence See(Viewer viewer, EvidenceRecord record, IReadOnlyList<Purpose> purposes)
    {
        var (owner, kind) = (OwnerOf(record), Enum.Parse<EvidenceClass>(record.Class));
        return new SeenEvidence(
            record,
            EvidenceRules.For(viewer, kind, isRedacted: false, owner, purposes, Now, catalogue),
            record.Redacted is null ? EvidenceOpening.No : EvidenceRules.For(viewer, kind, isRedacted: true, owner, purposes, Now, catalogue),
            kind != EvidenceClass.Public && EvidenceRules.Covers(viewer, Right.KeepEvidence, owner, catalogue),
            EvidenceRules.Covers(viewer, Right.DecideSubmission, owner, catalogue));
    }

    /// <summary>Whoever may open something of it, and whoever reads figures where its owner lies.</summary>
    private bool IsKnownTo(Viewer viewer, SeenEvidence seen) => seen.Original != EvidenceOpening.No || seen.Redacted != EvidenceOpening.No
        || EvidenceRules.Covers(viewer, Right.ReadFigures, OwnerOf(seen.Record), catalogue);
}
