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
        Assert.Equal(
            Directory.EnumerateFiles(Path.Combine(demo.Folder, "submissions"), "*.parquet").Select(Path.GetFileName).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(folder.At("w", "submissions"), "*.parquet").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
