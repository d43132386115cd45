using Candour.Kernel;
using Candour.Store;
using Candour.Store.Databases;
using static Candour.Tests.Store.Invented;

namespace Candour.Tests.Store.Disks;

/// <summary>
/// What was acknowledged survives a loss of power at any moment: the store is opened from every disk that the loss could leave. The
/// same proof fails when the store is told to flush less. <c>bench/power-loss</c> makes thousands of such disks.
/// </summary>
public sealed class PowerLossTests : IDisposable
{
    private const int Seed = 20261128;

    private static readonly int Acts = Proof.Times(5, 30);

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Every_act_that_was_told_is_there_after_the_power_went()
    {
        var (images, missing, _) = Lose(Recorded(isLowered: false), Proof.Times(1, 4));

        Proof.Say($"full synchronisation: {images} disks after a loss of power, {missing} without an act that was told");
        Assert.True(images > Acts * 4, "Too few disks were tried.");
        Assert.Equal(0, missing);
    }

    [Fact]
    public void A_store_that_flushes_less_is_noticed()
    {
        var (images, missing, most) = Lose(Recorded(isLowered: true), Proof.Times(0, 2));

        Proof.Say($"lowered synchronisation: {images} disks after a loss of power, {missing} without an act that was told, {most} of {Acts} at most");
        Assert.True(missing > images / 10, $"Of {images} disks only {missing} showed that the store flushes less.");
    }

    [Fact]
    public void Every_connection_that_writes_flushes_fully()
    {
        using var connection = new Database.Sqlite(folder.At("flushes.db")).Connect();

        Assert.Equal(2, Dapper.SqlMapper.ExecuteScalar<long>(connection, "PRAGMA synchronous"));
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Acts on a store, one by one, while somebody reads, as a server does: then nothing is moved from the log at each end.</summary>
    private IReadOnlyList<DiskEvent> Recorded(bool isLowered)
    {
        var place = Directory.CreateDirectory(folder.At($"recorded-{isLowered}")).FullName;
        var disk = new WatchedDisk(place);
        var database = new Database.Sqlite(disk.PathOf("candour.db")) { IsLowered = isLowered };
        var store = OperationalStore.Create(database).Match(made => made, refusal => throw new InvalidOperationException(refusal.Sentence));
        using var reader = database.ConnectToRead();
        Dapper.SqlMapper.ExecuteScalar<long>(reader, "SELECT count(*) FROM audit");
        for (var i = 0; i < Acts; i++)
        {
            Assert.True(store.Accept(Submission($"s{i}"), [new Finding("CODE_UNKNOWN", Severity.Warning, i, "outcome", "X", "It is not a code.", 1)], Take(), Entry("submit"))
                is Result<Admission>.Accepted);
            disk.Tell(i + 1);
        }

        return [.. disk.Events];
    }

    private (int Images, int Missing, int MostMissing) Lose(IReadOnlyList<DiskEvent> events, int times)
    {
        var draws = new Random(Seed);
        var (images, missing, most) = (0, 0, 0);
        var first = events.TakeWhile(done => done is not DiskEvent.Told).Count();
        for (var count = first; count <= events.Count; count++)
        {
            var told = events.Take(count).OfType<DiskEvent.Told>().LastOrDefault()?.Acts ?? 0;
            for (var time = 0; time <= times; time++)
            {
                var lost = told - ActsOn(PowerLoss.Image(events, count, time == 0 ? 0 : draws.NextDouble(), draws));
                images++;
                missing += lost > 0 ? 1 : 0;
                most = Math.Max(most, lost);
            }
        }

        return (images, missing, most);
    }

    /// <summary>How many acts are whole on such a disk: entry, manifest and finding; its trail must hold too.</summary>
    private int ActsOn(Dictionary<string, byte[]> files)
    {
        var place = Directory.CreateDirectory(folder.At("image")).FullName;
        foreach (var (name, bytes) in files)
        {
            File.WriteAllBytes(Path.Combine(place, name), bytes);
        }

        var store = OperationalStore.Open(new Database.Sqlite(Path.Combine(place, "candour.db")))
            .Match(open => open, refusal => throw new InvalidOperationException(refusal.Sentence));
        Assert.True(store.VerifyAudit([]) is Result<Candour.Store.Auditing.AuditHead>.Accepted, "The trail does not hold.");
        var (entries, known) = (store.Audit().Count, store.InForce());
        Assert.Equal(entries, known.Count);
        Assert.All(known, one => Assert.Single(store.FindingsOf(one.Id)));
        Directory.Delete(place, recursive: true);
        return entries;
    }
}
