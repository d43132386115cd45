using Candour.Kernel;
using Candour.Packs;
using Candour.Store;
using Candour.Store.Keeping;
using Candour.Store.Packs;

namespace Candour.Packing;

/// <summary>A preview is not sent.</summary>
public sealed record PackIsAPreview(Period Period) : Refusal(
    $"{Period.InWords()} is not frozen, so its figures can still change: freeze it first ('candour close'), then issue the pack.");

/// <summary>Sends a pack: its files are sealed and kept as they are, on the record.</summary>
internal static class PackIssuing
{
    /// <summary>The pack as it is now, with the commentary that stands.</summary>
    public static Pack WithCommentary(OperationalStore store, Pack pack) => pack.With(
        store.SentencesOf(pack.Subject.Dataset.Id, pack.Subject.Period, pack.Subject.Hierarchy.Id, pack.Subject.Area.Id));

    /// <summary>Issues the pack; with it, why there is no PDF, which is empty where there is one.</summary>
    public static async Task<Result<(IssuedPack Pack, string NoPdf)>> IssueAsync(
        Workspace workspace, Pack pack, string who, DateTimeOffset now, string reason, CancellationToken cancellation)
    {
        if (pack.IsPreview)
        {
            return new PackIsAPreview(pack.Subject.Period);
        }

        // Before the printing, which takes seconds; the act itself asks again.
        if (workspace.Store.IssuedPack(pack.Content).Try(out var before, out _))
        {
            return new IssuedBefore(before.Id, before.IssuedAt);
        }

        var kept = new KeptFiles(workspace);
        var files = new List<IssuedFile>();
        var (written, noPdf) = await PackFiles.WriteAllAsync(pack, cancellation);
        foreach (var file in written)
        {
            if (!kept.Seal(file.Content, now).Try(out var sealedFile, out var refusal))
            {
                return refusal;
            }

            files.Add(new IssuedFile(file.Name, file.Media, sealedFile));
        }

        var subject = pack.Subject;
        return workspace.Store.Issue(
            new IssuedPack(
                pack.Content, subject.Dataset.Id, subject.Period, subject.Hierarchy.Id, subject.Area.Id, pack.Snapshot, pack.Frozen,
                [.. pack.Exceptions.SelectMany(one => one.Commentary), .. pack.Unplaced], who, now, reason, files),
            new AuditEntry(now, who, "issue pack", pack.Content.Hex, subject.Area.Id, reason)).Then<(IssuedPack, string)>(issued => (issued, noPdf));
    }

    /// <summary>The permanent reference of a pack that was sent.</summary>
    public static PackReference ReferenceOf(IssuedPack pack) => new(pack.Dataset, pack.Period, pack.Hierarchy, pack.Area, pack.Id);

    /// <summary>The restatement that came after it; absent when what was sent still holds.</summary>
    public static Store.Closings.Freeze? RestatedSince(OperationalStore store, IssuedPack pack) => store.FreezesThatHold()
        .FirstOrDefault(one => one.Dataset == pack.Dataset && one.Period == pack.Period && one.Ordinal > pack.Frozen);
}
