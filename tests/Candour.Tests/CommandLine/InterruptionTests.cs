namespace Candour.Tests.CommandLine;

/// <summary>Killed at any moment, the demonstration goes on at the next start and ends at the same snapshot.</summary>
public sealed class InterruptionTests(DemoWorkspace demo)
{
    [Fact]
    public void Killed_at_random_moments_the_demonstration_ends_at_the_same_snapshot()
    {
        var expected = demo.Room.Snapshot.Record.Id;
        using var folder = new TemporaryFolder();
        var random = new Random(20261124);
        for (var kill = 0; kill < 6; kill++)
        {
            using var process = TheProgram.Start(
                new Dictionary<string, string>(), "demo", "--prepare", "--workspace", folder.At("w"));
            if (!process.WaitForExit(TimeSpan.FromMilliseconds(random.Next(200, 4_000))))
            {
                process.Kill();
                process.WaitForExit();
            }
        }

        var said = TheProgram.Run("demo", "--prepare", "--workspace", folder.At("w"));

        Assert.True(said.ExitCode == 0, said.Error);
        var answer = TheProgram.Run("measures", "--json", "--workspace", folder.At("w"));
        Assert.Equal(
            expected.Hex,
            System.Text.Json.JsonDocument.Parse(answer.Output).RootElement.GetProperty("snapshot").GetString());
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.At("w"), "*.new", SearchOption.AllDirectories));
        Assert.Equal(
            Directory.EnumerateFiles(Path.Combine(demo.Folder, "submissions"), "*.parquet").Select(Path.GetFileName).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(folder.At("w", "submissions"), "*.parquet").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Stopped_from_the_keyboard_it_says_so_and_the_next_start_goes_on()
    {
        using var folder = new TemporaryFolder();
        using var process = TheProgram.Start(
            new Dictionary<string, string>(), "demo", "--prepare", "--workspace", folder.At("w"));
        process.StandardError.ReadLine();

        using (var signal = System.Diagnostics.Process.Start("kill", ["-INT", $"{process.Id}"]))
        {
            signal.WaitForExit();
        }

        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("Stopped. The workspace is whole", said, StringComparison.Ordinal);
        Assert.Equal(0, TheProgram.Run("demo", "--prepare", "--workspace", folder.At("w")).ExitCode);
    }

    [Fact]
    public void What_an_interrupted_run_left_is_swept_and_what_a_running_one_writes_is_not()
    {
        using var folder = new TemporaryFolder();
        var abandoned = folder.Write("a.parquet.4194304.new", "half");
        Directory.CreateDirectory(folder.At("b.4194304.new"));
        var running = folder.Write("c.parquet.1.new", "half");

        Candour.Store.WholeFile.Sweep(folder.Path);

        Assert.False(File.Exists(abandoned));
        Assert.False(Directory.Exists(folder.At("b.4194304.new")));
        Assert.True(File.Exists(running));
    }
}
