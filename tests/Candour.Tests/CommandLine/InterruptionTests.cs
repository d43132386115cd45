using Candour.Store;

namespace Candour.Tests.CommandLine;

/// <summary>Killed at any moment, the demonstration goes on at the next start and ends at the same snapshot.</summary>
public sealed class InterruptionTests(DemoWorkspace demo)
{
    [Fact]
    public void Stopped_from_the_keyboard_and_killed_at_random_it_goes_on_and_ends_at_the_same_snapshot()
    {
        var expected = demo.Room.Snapshot.Record.Id;
        using var folder = new TemporaryFolder();

        var stopped = StoppedFromTheKeyboard(folder.At("w"));
        var random = new Random(20261124);
        for (var kill = 0; kill < 3; kill++)
        {
            using var process = Start(folder.At("w"));
            if (!process.WaitForExit(TimeSpan.FromMilliseconds(random.Next(1_000, 4_000))))
            {
                process.Kill();
                process.WaitForExit();
            }
        }

        var said = TheProgram.Run("demo", "--prepare", "--workspace", folder.At("w"));

        Assert.Equal(130, stopped.ExitCode);
        Assert.Contains("Stopped. The workspace is whole", stopped.Error, StringComparison.Ordinal);
        Assert.True(said.ExitCode == 0, said.Error);
        Assert.Equal(
            expected,
            Workspace.Open(folder.At("w")).Match(open => open, no => throw new InvalidOperationException(no.Sentence)).Store.CurrentSnapshot()!.Id);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.At("w"), "*.new", SearchOption.AllDirectories));
        Assert.Equal(
            Directory.EnumerateFiles(Path.Combine(demo.Folder, "submissions"), "*.parquet").Select(Path.GetFileName).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(folder.At("w", "submissions"), "*.parquet").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_an_interrupted_run_left_is_swept_and_what_a_running_one_writes_is_not()
    {
        using var folder = new TemporaryFolder();
        var abandoned = folder.Write($"a.parquet.{Machine}.4194304.new", "half");
        Directory.CreateDirectory(folder.At($"b.{Machine}.4194304.new"));
        var running = folder.Write($"c.parquet.{Machine}.1.new", "half");

        WholeFile.Sweep(folder.Path);

        Assert.False(File.Exists(abandoned));
        Assert.False(Directory.Exists(folder.At($"b.{Machine}.4194304.new")));
        Assert.True(File.Exists(running));
    }

    private static Said StoppedFromTheKeyboard(string workspace)
    {
        using var process = Start(workspace);
        process.StandardError.ReadLine();
        using (var signal = System.Diagnostics.Process.Start("kill", ["-INT", $"{process.Id}"]))
        {
            signal.WaitForExit();
        }

        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return new Said(process.ExitCode, "", error);
    }

    private static System.Diagnostics.Process Start(string workspace) =>
        TheProgram.Start(new Dictionary<string, string>(), "demo", "--prepare", "--workspace", workspace);

    private static string Machine { get; } = Candour.Kernel.Slug.Of(Environment.MachineName);
}
