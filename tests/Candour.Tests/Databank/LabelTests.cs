using Parquet;

namespace Candour.Tests.Databank;

/// <summary>What is synthetic says so in every file it reaches.</summary>
public sealed class LabelTests(DemoWorkspace demo)
{
    [Fact]
    public async Task Every_file_of_synthetic_rows_says_so_and_no_other_does()
    {
        var room = demo.Room;
        foreach (var submission in room.Snapshot.Submissions)
        {
            Assert.Equal(
                submission.DataClass,
                await LabelOf(Path.Combine(demo.Folder, "submissions", $"{submission.Id}.parquet")));
        }

        foreach (var cells in Directory.EnumerateFiles(Path.Combine(demo.Folder, "cells"), "*.cells", SearchOption.AllDirectories))
        {
            var name = Path.GetFileName(cells);
            var synthetic = name.StartsWith("crimes.", StringComparison.Ordinal) || name.StartsWith("suspects.", StringComparison.Ordinal);
            Assert.Contains($"\"DataClass\":\"{(synthetic ? "synthetic" : "public")}\"", File.ReadLines(cells).First(), StringComparison.Ordinal);
        }
    }

    private static async Task<string> LabelOf(string path)
    {
        await using var reader = await ParquetReader.CreateAsync(path, cancellationToken: TestContext.Current.CancellationToken);
        return reader.CustomMetadata["candour.data"];
    }
}
