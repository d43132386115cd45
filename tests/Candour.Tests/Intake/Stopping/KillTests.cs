using Candour.Store;
using Candour.Tests.Store;

namespace Candour.Tests.Intake.Stopping;

/// <summary>
/// An import is whole or absent: killed with kill -9 at every named moment and at random instants, and begun again, it loses
/// nothing that it told, leaves nothing half and takes nothing twice. <c>bench/kills</c> kills it a thousand times.
/// </summary>
public sealed class KillTests(PostgresServer server)
{
    private const int Seed = 20261128;

    private static readonly int Kills = Number("CANDOUR_KILLS", 8);

    private static readonly int KillsOnPostgreSql = Number("CANDOUR_KILLS_POSTGRESQL", 0);

    /// <summary>The moments on the way of an import; the others lie on the way of a computation.</summary>
    internal static IEnumerable<FaultPoint> OfAnImport => Enum.GetValues<FaultPoint>().Where(point => point < FaultPoint.CellsWritten);

    [Fact]
    public void Killed_at_every_named_moment_it_is_whole_or_absent()
    {
        AtEveryMoment("SQLite", "");
        if (KillsOnPostgreSql > 0)
        {
            AtEveryMoment("PostgreSQL", server.NewDatabase());
        }
    }

    [Fact]
    public void Killed_at_random_it_is_whole_or_absent()
    {
        AtRandom("SQLite", () => "", Kills);
        AtRandom("PostgreSQL", server.NewDatabase, KillsOnPostgreSql);
    }

    private static void AtEveryMoment(string database, string store)
    {
        using var import = new KilledImport(store, months: 2, rows: 20, Seed);

        foreach (var point in OfAnImport)
        {
            Assert.True(import.KillAt(point.ToString()), $"The import does not come to {point}, or does not die there.");
        }

        import.Finish();
        Proof.Say($"{database}: {OfAnImport.Count()} named moments, each killed at: {import.Workspace.Wrong}");
        Assert.Equal("0 lost, 0 partial, 0 duplicated", import.Workspace.Wrong);
    }

    /// <summary>
    /// Each round ends when every file is there. The instant is some part of a file's time after some files were told, or, one time
    /// in four, somewhere in the start of the program; so it lies in the writing however busy the machine is.
    /// </summary>
    private static void AtRandom(string database, Func<string> store, int wanted)
    {
        if (wanted == 0)
        {
            return;
        }

        var months = wanted >= 100 ? 60 : 20;
        var draws = new Random(Seed);
        var (killed, told, unfinished, rounds, lost, partial, duplicated) = (0, 0, 0, 0, 0, 0, 0);
        while (killed < wanted)
        {
            using var import = new KilledImport(store(), months, rows: 40, Seed + rounds);
            while (!import.IsDone && killed < wanted)
            {
                var files = draws.Next(4);
                killed += import.KillAfter(files, TimeSpan.FromMilliseconds(draws.NextDouble() * (files == 0 ? 1_000 : 25))) ? 1 : 0;
            }

            import.Finish();
            rounds++;
            told += import.Workspace.NotTold;
            unfinished += import.Workspace.LeftUnfinished;
            lost += import.Workspace.Lost;
            partial += import.Workspace.Partial;
            duplicated += import.Workspace.Duplicated;
            Proof.Say($"{database}: {killed} kills in {rounds} rounds of {months} files: {lost} lost, {partial} partial, {duplicated} duplicated; "
                + $"{unfinished} left a file unfinished or unlisted, {told} came between the commit and the word");
        }

        Assert.Equal((0, 0, 0), (lost, partial, duplicated));
    }

    private static int Number(string variable, int whenAbsent) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : whenAbsent;
}
