using System.Collections.Concurrent;
using System.Globalization;
using Candour.Access;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Packs;
using Candour.Readings.Figures;
using Candour.SignIn;
using Candour.Store;
using Candour.Store.Keeping;
using Candour.Store.Packs;

namespace Candour.Packing;

/// <summary>The pack is not this person's.</summary>
public sealed record NotYourPack() : Refusal(
    "There is no pack here for you to open: a pack of the whole is for whoever sees the whole of the data, that of an area for whoever sees all of the area.");

/// <summary>The exception is not in the pack.</summary>
public sealed record NotInThePack() : Refusal("There is no such exception in this pack: choose one of those on the page.");

/// <summary>The words are no sentence.</summary>
public sealed record SentenceIsNotOne() : Refusal(string.Create(
    CultureInfo.InvariantCulture,
    $"Say it in one sentence of {Purpose.ShortestReason} to {PackDesk.LongestSentence} signs, without names of people in cases, and choose what it does."));

/// <summary>Packs as their readers may see them: what is composed is kept, what is written is recorded, what is sent stays.</summary>
public sealed class PackDesk(Workspace workspace, TimeProvider clock) : IDisposable
{
    internal const int LongestSentence = 300;

    private const int Kept = 40;

    private readonly ConcurrentDictionary<string, Lazy<Pack>> packs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim issuing = new(1, 1);

    /// <summary>The areas whose pack the viewer may open.</summary>
    public static IReadOnlyList<Area> AreasOf(Viewer viewer, ReadingRoom room, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(room);
        return [.. PackSubject.AreasOf(room.Catalogue, dataset).Where(area => PeriodDecisions.Has(viewer, room, dataset, Right.ReadFigures, area.Id))];
    }

    /// <summary>The pack of an area and period, with its commentary.</summary>
    public Result<Pack> Of(Viewer viewer, ReadingRoom room, string dataset, string period, string area)
    {
        ArgumentNullException.ThrowIfNull(room);
        return !PeriodDecisions.Datasets(viewer, room).Any(one => one.Id == dataset) || !room.Catalogue.Datasets.TryGetValue(dataset, out var known)
                || !PeriodDecisions.Has(viewer, room, known, Right.ReadFigures, area)
            ? new NotYourPack()
            : PackSource.Open(workspace, room, dataset, period, area).Then<Pack>(source =>
            {
                var pack = Composed(source);
                // What the pack shows counts as shown from here on, on every page of the same person.
                PackComposing.ShowTo(room, source.Subject);
                return PackIssuing.WithCommentary(workspace.Store, pack);
            });
    }

    /// <summary>Whether the viewer may write about a pack, and send it.</summary>
    public static bool MayWrite(Viewer viewer, ReadingRoom room, Pack pack)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(pack);
        return PeriodDecisions.Has(viewer, room, room.Catalogue.Datasets[pack.Subject.Dataset.Id], Right.DecideSubmission, pack.Subject.Area.Id);
    }

    /// <summary>Writes one sentence about an exception.</summary>
    public Result<PackSentence> Say(Viewer viewer, ReadingRoom room, Pack pack, string about, string kind, string typed)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(typed);
        var text = string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (!MayWrite(viewer, room, pack))
        {
            return new NotYourPack();
        }

        if (pack.Exceptions.All(one => one.Id != about))
        {
            return new NotInThePack();
        }

        if (text.Length is < Purpose.ShortestReason or > LongestSentence || text.Any(char.IsControl)
            || !Enum.GetValues<SentenceKind>().Select(one => one.ToString()).Contains(kind, StringComparer.Ordinal))
        {
            return new SentenceIsNotOne();
        }

        var (now, subject) = (clock.GetUtcNow(), pack.Subject);
        var sentence = new PackSentence(
            Secret.NewId(), subject.Dataset.Id, subject.Period, subject.Hierarchy.Id, subject.Area.Id, about, Enum.Parse<SentenceKind>(kind), text,
            viewer.Person, now);
        workspace.Store.Say(sentence, new AuditEntry(now, viewer.Person, "comment on pack", $"{Named(subject)} {about}", subject.Area.Id, ""));
        return sentence;
    }

    /// <summary>Withdraws a sentence; that it was said stays on the record.</summary>
    public Result<string> Withdraw(Viewer viewer, ReadingRoom room, Pack pack, string sentence)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(pack);
        return !MayWrite(viewer, room, pack) ? new NotYourPack() : workspace.Store.WithdrawSentence(
            sentence, pack.Subject.Dataset.Id, pack.Subject.Period, pack.Subject.Area.Id,
            new AuditEntry(clock.GetUtcNow(), viewer.Person, "withdraw comment", Named(pack.Subject), pack.Subject.Area.Id, ""));
    }

    /// <summary>
    /// Sends the pack as it is; one at a time, because printing it takes memory. With it, why there is no PDF, which is empty where there is.
    /// </summary>
    public async Task<Result<(IssuedPack Pack, string NoPdf)>> IssueAsync(Viewer viewer, ReadingRoom room, Pack pack, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (!MayWrite(viewer, room, pack))
        {
            return new NotYourPack();
        }

        if (!Purpose.ReasonOf(reason).Try(out var said, out var refusal))
        {
            return refusal;
        }

        await issuing.WaitAsync(cancellation);
        try
        {
            return await PackIssuing.IssueAsync(workspace, pack, viewer.Person, clock.GetUtcNow(), said, cancellation);
        }
        finally
        {
            issuing.Release();
        }
    }

    /// <summary>The packs that were sent and that the viewer may open, the newest first.</summary>
    public IReadOnlyList<IssuedPack> Issued(Viewer viewer, ReadingRoom room) =>
        [.. workspace.Store.IssuedPacks().Where(pack => MayOpen(viewer, room, pack))];

    /// <summary>One of them.</summary>
    public Result<IssuedPack> Issued(Viewer viewer, ReadingRoom room, string id) =>
        ContentHash.TryParse(id, out var hash) && workspace.Store.IssuedPack(hash) is Result<IssuedPack>.Accepted { Value: var pack } && MayOpen(viewer, room, pack)
            ? pack : new NotYourPack();

    /// <summary>A file of it, as it was sent.</summary>
    public Result<(IssuedFile File, byte[] Content)> Take(Viewer viewer, ReadingRoom room, string id, string name) =>
        Issued(viewer, room, id).Then(pack => pack.Files.FirstOrDefault(file => file.Name == name) is not { } file
            ? new NoSuchKeptFile(name.Length <= 40 ? name : "…")
            : new KeptFiles(workspace).Read(file.File.Id).Then<(IssuedFile, byte[])>(content => (file, content)));

    /// <summary>What a reporting period's pack is called in the trail.</summary>
    internal static string Named(PackSubject subject) => $"{subject.Dataset.Id} {subject.Period} {subject.Hierarchy.Id}:{subject.Area.Id}";

    private static bool MayOpen(Viewer viewer, ReadingRoom room, IssuedPack pack) =>
        PeriodDecisions.Datasets(viewer, room).FirstOrDefault(one => one.Id == pack.Dataset) is { } dataset
        && PeriodDecisions.Has(viewer, room, dataset, Right.ReadFigures, pack.Area);

    public void Dispose() => issuing.Dispose();

    private Pack Composed(PackSource source)
    {
        if (packs.Count >= Kept)
        {
            packs.Clear();
        }

        var name = $"{source.Room.Snapshot.Record.Id} {source.Frozen} {Named(source.Subject)}";
        return packs.GetOrAdd(name, _ => new Lazy<Pack>(() => PackComposing.Compose(source))).Value;
    }
}
