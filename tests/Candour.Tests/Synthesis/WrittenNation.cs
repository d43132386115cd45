using Candour.Synthesis;

namespace Candour.Tests.Synthesis;

/// <summary>A nation written into a folder of its own, which goes away with it.</summary>
public sealed class WrittenNation : IDisposable
{
    internal static readonly string[] Names =
        [SyntheticNation.CrimesFile, SyntheticNation.SuspectsFile, SyntheticManifest.FileName];

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

    public string Folder { get; }

    public SyntheticManifest Manifest { get; }

    public TimeSpan Elapsed { get; }

    public List<Dictionary<string, string>> Crimes => field ??= Rows(SyntheticNation.CrimesFile);

    public List<Dictionary<string, string>> Suspects => field ??= Rows(SyntheticNation.SuspectsFile);

    public byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public byte[] AllBytes() => [.. Names.SelectMany(Bytes)];

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private List<Dictionary<string, string>> Rows(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, name));
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line =>
        {
            var cells = line.Split(',');
            Assert.Equal(header.Length, cells.Length);
            return header.Zip(cells).ToDictionary();
        })];
    }
}
