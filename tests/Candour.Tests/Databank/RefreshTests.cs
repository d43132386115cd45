using Candour.Tests.CommandLine;

namespace Candour.Tests.Databank;

/// <summary>A refresh computes the areas whose submissions changed and takes over the others; the figures are the same.</summary>
public sealed class RefreshTests
{
    [Fact]
    public void Takes_over_the_areas_that_did_not_change()
    {
        using var own = new OrdinaryWorkspace();
        using var atOnce = new OrdinaryWorkspace();
        var (others, one) = Split(own);
        Submit(own, others);
        var before = Cells(own).Single(folder => File.Exists(Path.Combine(folder, "crimes.f01.cells")));
        Submit(own, one);
        var after = Cells(own).Single(folder => folder != before);
        Submit(atOnce, others, one);

        var (old, taken) = (Path.Combine(before, "crimes.f01.cells"), Path.Combine(after, "crimes.f01.cells"));
        Assert.Equal(File.ReadAllBytes(old), File.ReadAllBytes(taken));
        Assert.Equal(File.GetLastWriteTimeUtc(old), File.GetLastWriteTimeUtc(taken));
        Assert.False(File.Exists(Path.Combine(before, "crimes.f02.cells")));
        Assert.True(File.Exists(Path.Combine(after, "crimes.f02.cells")));
        foreach (var words in (string[][])
        [
            ["missing-ethnicity-share"], ["missing-ethnicity-share", "--area", "f02"], ["days-report-to-decision-median"],
            ["days-report-to-decision-median", "--area", "f01"], ["rape-outcome-16-share-assigned", "--period", "2024"],
        ])
        {
            var (refreshed, computed) = (own.Run(["figure", .. words]), atOnce.Run(["figure", .. words]));
            Assert.Equal(WithoutReference(computed.Output), WithoutReference(refreshed.Output));
            Assert.Equal(computed.ExitCode, refreshed.ExitCode);
        }
    }

    /// <summary>Two workspaces have two keys, so their pseudonyms and with them their snapshots have other names.</summary>
    private static string WithoutReference(string output) =>
        string.Join('\n', output.Split('\n').Where(line => !line.Contains("/m1/", StringComparison.Ordinal)));

    private static (string Others, string One) Split(OrdinaryWorkspace own)
    {
        Assert.Equal(0, own.Run("synthesise", own.Files.At("nation"), "--crimes", "400").ExitCode);
        var lines = File.ReadAllLines(own.Files.At("nation", "synthetic-crimes.csv"));
        var (force, day) = (Array.IndexOf(lines[0].Split(','), "force"), Array.IndexOf(lines[0].Split(','), "recorded_date"));
        bool IsLate(string line) => string.CompareOrdinal(line.Split(',')[day], "2024-01") >= 0;
        bool IsOfOne(string line) => line.Split(',')[force] == "f02";
        // A month is in force by one submission: the second file holds later months, of one area alone.
        string Written(string name, Func<string, bool> which)
        {
            var rows = lines.Skip(1).Where(which).ToList();
            Assert.NotEmpty(rows);
            return own.Files.Write(name, string.Join('\n', rows.Prepend(lines[0])) + "\n");
        }

        return (
            Written("others.csv", line => !IsOfOne(line) && !IsLate(line)), Written("one.csv", line => IsOfOne(line) && IsLate(line)));
    }

    private static void Submit(OrdinaryWorkspace workspace, params string[] files)
    {
        foreach (var file in files)
        {
            var said = workspace.Run("import", file);
            Assert.True(said.ExitCode == 0, said.Error);
        }

        Assert.Equal(0, workspace.Run("snapshot").ExitCode);
        var computed = workspace.Run("compute");
        Assert.True(computed.ExitCode == 0, computed.Error);
    }

    private static string[] Cells(OrdinaryWorkspace workspace) => Directory.GetDirectories(Path.Combine(workspace.Folder, "cells"));
}
