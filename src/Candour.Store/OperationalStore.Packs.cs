using System.Text.Json;
using Candour.Kernel;
using Candour.Store.Packs;

namespace Candour.Store;

/// <summary>Performance packs: what people say about them, and what was sent, which stays as it was.</summary>
public sealed partial class OperationalStore
{
    private const string SentenceColumns = "id, dataset, period, hierarchy, area, about, kind, text, who, at";

    private const string PackFileColumns =
        "pack, name, media, kept_file.id AS id, sealed AS sealedAs, size, kept_at AS keptAt";

    private const string PackColumns =
        "id, dataset, period, hierarchy, area, snapshot, frozen_ordinal AS frozen, sentences, issued_by AS issuedBy, issued_at AS issuedAt, reason";

    /// <summary>The sentences that stand about the pack of an area and period, the oldest first.</summary>
    public IReadOnlyList<PackSentence> SentencesOf(string dataset, Period period, string hierarchy, string area) =>
    [
        .. database.Read<SentenceRow>(
                $"""
                SELECT {SentenceColumns} FROM pack_sentence
                WHERE dataset = @Dataset AND period = @Period AND hierarchy = @Hierarchy AND area = @Area AND withdrawn_by = ''
                ORDER BY at, id
                """,
                new { Dataset = dataset, Period = period.ToString(), Hierarchy = hierarchy, Area = area })
            .Select(row => row.ToRecord()),
    ];

    /// <summary>Records a sentence.</summary>
    public void Say(PackSentence sentence, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        Act(entry, act => act.Execute(
            """
            INSERT INTO pack_sentence (id, dataset, period, hierarchy, area, about, kind, text, who, at, withdrawn_by, withdrawn_at)
            VALUES (@Id, @Dataset, @Period, @Hierarchy, @Area, @About, @Kind, @Text, @Who, @At, '', '')
            """,
            SentenceRow.Of(sentence)) == 1);
    }

    /// <summary>Withdraws a sentence that stands; that it was said stays on the record.</summary>
    public Result<string> WithdrawSentence(string id, string dataset, Period period, string area, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Act(entry, act => act.Execute(
            """
            UPDATE pack_sentence SET withdrawn_by = @By, withdrawn_at = @At
            WHERE id = @Id AND dataset = @Dataset AND period = @Period AND area = @Area AND withdrawn_by = ''
            """,
            new { Id = id, Dataset = dataset, Period = period.ToString(), Area = area, By = entry.Who, At = Time(entry.At) }) == 1)
                ? id : new NoSuchSentence();
    }

    /// <summary>Records a pack as sent, with its files; the same pack is sent once.</summary>
    public Result<IssuedPack> Issue(IssuedPack pack, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(pack);
        using var act = database.Begin();
        if (act.Read<string>("SELECT issued_at FROM pack WHERE id = @Id", new { Id = pack.Id.Hex }) is [var at])
        {
            return new IssuedBefore(pack.Id, Time(at));
        }

        foreach (var file in pack.Files)
        {
            Keep(act, file.File);
        }

        act.Execute(
            """
            INSERT INTO pack (id, dataset, period, hierarchy, area, snapshot, frozen_ordinal, sentences, issued_by, issued_at, reason)
            VALUES (@Id, @Dataset, @Period, @Hierarchy, @Area, @Snapshot, @Frozen, @Sentences, @IssuedBy, @IssuedAt, @Reason)
            """,
            new
            {
                Id = pack.Id.Hex, pack.Dataset, Period = pack.Period.ToString(), pack.Hierarchy, pack.Area, Snapshot = pack.Snapshot.Hex, pack.Frozen,
                Sentences = JsonSerializer.Serialize(pack.Sentences.Select(SentenceRow.Of)), pack.IssuedBy, IssuedAt = Time(pack.IssuedAt), pack.Reason,
            });
        act.Execute(
            "INSERT INTO pack_file (pack, name, media, file) VALUES (@Pack, @Name, @Media, @File)",
            pack.Files.Select(file => new { Pack = pack.Id.Hex, file.Name, file.Media, File = file.File.Id.Hex }));
        act.Commit(entry);
        return pack;
    }

    /// <summary>Every pack that was sent, the newest first.</summary>
    public IReadOnlyList<IssuedPack> IssuedPacks()
    {
        var files = database.Read<PackFileRow>($"SELECT {PackFileColumns} FROM pack_file JOIN kept_file ON kept_file.id = pack_file.file ORDER BY name", new { })
            .ToLookup(row => row.Pack, StringComparer.Ordinal);
        return
        [
            .. database.Read<PackRow>($"SELECT {PackColumns} FROM pack ORDER BY issued_at DESC, id", new { })
                .Select(row => row.ToRecord([.. files[row.Id].Select(file => file.ToRecord())])),
        ];
    }

    /// <summary>A pack that was sent; refuses what was not.</summary>
    public Result<IssuedPack> IssuedPack(ContentHash id) =>
        database.Read<PackRow>($"SELECT {PackColumns} FROM pack WHERE id = @Id", new { Id = id.Hex }) is [var row]
            ? row.ToRecord(
            [
                .. database.Read<PackFileRow>(
                    $"SELECT {PackFileColumns} FROM pack_file JOIN kept_file ON kept_file.id = pack_file.file WHERE pack = @Id ORDER BY name", new { Id = id.Hex })
                    .Select(file => file.ToRecord()),
            ])
            : new NoSuchPack(id.Abbreviated);

    private sealed record PackFileRow(string Pack, string Name, string Media, string Id, string SealedAs, long Size, string KeptAt)
    {
        public IssuedFile ToRecord() => new(Name, Media, new Keeping.KeptFile(Hash(Id), Hash(SealedAs), Size, Time(KeptAt)));
    }

    private sealed record SentenceRow(
        string Id, string Dataset, string Period, string Hierarchy, string Area, string About, string Kind, string Text, string Who, string At)
    {
        public static SentenceRow Of(PackSentence one) => new(
            one.Id, one.Dataset, one.Period.ToString(), one.Hierarchy, one.Area, one.About, Word(one.Kind), one.Text, one.Who, Time(one.At));

        public PackSentence ToRecord() => new(
            Id, Dataset, ReadPeriod(Period), Hierarchy, Area, About, Enum.Parse<SentenceKind>(Kind, ignoreCase: true), Text, Who, Time(At));
    }

    private sealed record PackRow(
        string Id, string Dataset, string Period, string Hierarchy, string Area, string Snapshot, long Frozen, string Sentences, string IssuedBy,
        string IssuedAt, string Reason)
    {
        public IssuedPack ToRecord(IReadOnlyList<IssuedFile> files) => new(
            Hash(Id), Dataset, ReadPeriod(Period), Hierarchy, Area, Hash(Snapshot), Frozen,
            [.. JsonSerializer.Deserialize<SentenceRow[]>(Sentences)!.Select(row => row.ToRecord())], IssuedBy, Time(IssuedAt), Reason, files);
    }
}
