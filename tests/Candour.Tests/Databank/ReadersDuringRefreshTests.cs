using System.Collections.Concurrent;
using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Store;
using Candour.Tests.CommandLine;

namespace Candour.Tests.Databank;

/// <summary>While a snapshot is computed its readers have the one before; from one moment on they have the new one, whole.</summary>
public sealed class ReadersDuringRefreshTests
{
    private const int Readers = 3;

    private static readonly Catalogue Catalogue = Repository.Catalogue;
    private static readonly Dataset Crimes = Catalogue.Datasets["crimes"];

    [Fact]
    public async Task Readers_have_the_figures_before_or_the_figures_after_and_nothing_between()
    {
        using var own = new OrdinaryWorkspace();
        Assert.Equal(0, own.Run("synthesise", own.Files.At("nation"), "--crimes", "2000").ExitCode);
        var lines = File.ReadAllLines(own.Files.At("nation", "synthetic-crimes.csv"));
        var day = Array.IndexOf(lines[0].Split(','), "recorded_date");
        string Written(string name, bool isLate) => own.Files.Write(name, string.Join('\n', lines.Skip(1)
            .Where(line => string.CompareOrdinal(line.Split(',')[day], "2024-01") >= 0 == isLate).Prepend(lines[0])) + "\n");
        Assert.Equal(0, own.Run("import", Written("early.csv", isLate: false)).ExitCode);
        Assert.Equal(0, own.Run("snapshot").ExitCode);
        Assert.Equal(0, own.Run("compute").ExitCode);
        Assert.Equal(0, own.Run("import", Written("late.csv", isLate: true)).ExitCode);
        Assert.Equal(0, own.Run("snapshot").ExitCode);
        var workspace = Workspace.Open(own.Folder).Match(open => open, refusal => throw new InvalidOperationException(refusal.Sentence));
        var kept = Opened(workspace);
        var before = Figures(kept);

        var seen = new ConcurrentBag<string>();
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                seen.Add(Figures(Opened(workspace)));
            }
        })).ToList();
        var computed = await Task.Run(() => own.Run("compute"));
        await done.CancelAsync();
        await Task.WhenAll(readers);

        Assert.True(computed.ExitCode == 0, computed.Error);
        var after = Figures(Opened(workspace));
        Assert.NotEqual(before, after);
        Assert.Equal(before, Figures(kept));
        Assert.Contains(before, seen);
        Assert.All(seen, one => Assert.True(one == before || one == after, one));
    }

    private static ReadableSnapshot Opened(Workspace workspace) =>
        ReadableSnapshot.Open(workspace, Catalogue).Match(open => open, refusal => throw new InvalidOperationException(refusal.Sentence));

    /// <summary>Counters, days and rows of the whole nation and of one area.</summary>
    private static string Figures(ReadableSnapshot snapshot)
    {
        var hierarchy = Catalogue.HierarchyOf(Crimes);
        var whole = snapshot.PeriodsOf(Crimes.Id);
        var period = Candour.Kernel.Period.Between(whole[0], whole[^1]);
        return string.Join(';', new[] { "missing-ethnicity-share", "days-report-to-decision-median" }.SelectMany(measure => new[] { hierarchy.Top.Id, "a01" }
            .Select(area => snapshot.Sum(Catalogue.Measures[measure], Crimes, [.. hierarchy.LowestUnder(area)], period, [])))
            .Select(sum => $"{sum.State.Numerator}/{sum.State.Denominator}/{sum.State.Rows}/{string.Join(',', sum.State.Days)}"));
    }
}
