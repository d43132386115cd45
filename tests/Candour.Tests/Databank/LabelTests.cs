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
            var dataset = Path.GetFileName(cells).Split('.')[0];
            Assert.Contains(
                $"\"DataClass\":\"{room.Snapshot.SubmissionsOf(dataset).Select(one => one.DataClass).Distinct().Single()}\"",
                File.ReadLines(cells).First(), StringComparison.Ordinal);
        }
    }

    private static async Task<string> LabelOf(string path)
    {
        await using var reader = await ParquetReader.CreateAsync(path, cancellationToken: TestContext.Current.CancellationToken);
        return reader.CustomMetadata["candour.data"];
    }
}
