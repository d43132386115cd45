using Candour.Synthesis;
using Candour.Synthesis.Files;

namespace Candour.Tests.Synthesis;

/// <summary>A nation written into a folder of its own, which goes away with it.</summary>
public sealed class WrittenNation : IDisposable
{
    private readonly Dictionary<string, List<Dictionary<string, string>>> read = [];

    public WrittenNation()
        : this(SyntheticNation.DefaultCrimes, SyntheticNation.DefaultSeed)
    {
    }

    internal WrittenNation(int crimes, int seed)
    {
        Folder = Directory.CreateTempSubdirectory("synthetic-nation-").FullName;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Manifest = SyntheticNation.Write(Folder, crimes, seed);
        Elapsed = watch.Elapsed;
    }

    internal static IEnumerable<string> Names =>
        SyntheticNation.Tables.Select(table => table.FileName)
            .Concat([SyntheticNation.AnswerKeyFile, SyntheticManifest.FileName]);

    public string Folder { get; }

    public SyntheticManifest Manifest { get; }

    public TimeSpan Elapsed { get; }

    public List<Dictionary<string, string>> Crimes => Rows("crimes");

    public byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public byte[] AllBytes() => [.. Names.SelectMany(Bytes)];

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>The rows of a dataset, by column.</summary>
    public List<Dictionary<string, string>> Rows(string dataset)
    {
        if (read.TryGetValue(dataset, out var rows))
        {
            return rows;
        }

        var lines = File.ReadAllLines(Path.Combine(Folder, $"synthetic-{dataset}.csv"));
        var header = lines[0].Split(',');
        return read[dataset] = [.. lines.Skip(1).Select(line =>
        {
            var cells = line.Split(',');
            Assert.Equal(header.Length, cells.Length);
            return header.Zip(cells).ToDictionary();
        })];
    }
}
