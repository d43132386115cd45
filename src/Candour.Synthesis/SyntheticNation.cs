using System.Text;
using Candour.Kernel;
using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis;

/// <summary>
/// A nation of invented crimes and of everything that follows from them, for training, tests and the first ten minutes. It
/// has the shape of the records of police and prosecutors and nothing of any person.
/// </summary>
public static class SyntheticNation
{
    /// <summary>Stands in every row and in the manifest, so that no row is ever taken for a real one.</summary>
    public const string Label = "SYNTHETIC";

    /// <summary>The version of the recipe. Any change that alters a byte for the same seed must raise it.</summary>
    public const int Recipe = 2;

    public const int DefaultCrimes = 20_000;

    public const int DefaultSeed = 20260630;

    public const int MostCrimes = 5_000_000;

    /// <summary>The file of crimes.</summary>
    public const string CrimesFile = "synthetic-crimes.csv";

    /// <summary>The file of suspects.</summary>
    public const string SuspectsFile = "synthetic-suspects.csv";

    /// <summary>What was planted, and where.</summary>
    public const string AnswerKeyFile = "answer-key.json";

    /// <summary>The files, one for each dataset that is not filled by a published extract.</summary>
    public static IReadOnlyList<SyntheticTable> Tables => NationFiles.Tables;

    /// <summary>The files in which something was planted, with those without which it could not be followed: suspects, and the reasons
    /// why cases went no further.</summary>
    public static IReadOnlyList<SyntheticTable> TellingTables { get; } =
    [
        .. Tables.Where(table => table.Dataset is "crimes" or "suspects" or "declines"
            || Planted.AnswerKey.Plants.Any(plant => plant.Dataset == table.Dataset)),
    ];

    /// <summary>
    /// Writes a file for each dataset, the answer key and, last, the manifest; files of these names are replaced. The same
    /// seed and number of crimes give the same bytes on every machine. Rows are written as they are drawn and not kept.
    /// </summary>
    /// <param name="directory">Made if it is missing.</param>
    /// <param name="crimes">From 1 to <see cref="MostCrimes"/>.</param>
    /// <param name="seed">Any number; another seed is another nation.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="crimes"/> is out of range.</exception>
    /// <exception cref="IOException">The files could not be written.</exception>
    public static SyntheticManifest Write(
        string directory, int crimes = DefaultCrimes, int seed = DefaultSeed)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentOutOfRangeException.ThrowIfLessThan(crimes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(crimes, MostCrimes);

        Directory.CreateDirectory(directory);
        var manifestPath = Path.Combine(directory, SyntheticManifest.FileName);

        // An old manifest must not vouch for files that are only half replaced.
        File.Delete(manifestPath);
        var nation = new NationDraw(directory, crimes, seed);
        var rows = Tell(nation);
        File.WriteAllText(
            Path.Combine(directory, SyntheticNation.AnswerKeyFile), nation.Key.ToJson(seed, crimes), new UTF8Encoding(false));

        var manifest = new SyntheticManifest(
            seed,
            crimes,
            Period.Between(Period.MonthOf(RecordedDays.First), Period.MonthOf(RecordedDays.Last)),
            RecordedDays.Last,
            [.. rows.Select(file => new SyntheticFile(
                file.Name, file.Rows, ContentHash.OfFile(Path.Combine(directory, file.Name))))]);
        File.WriteAllText(manifestPath, manifest.ToJson());
        return manifest;
    }

    private static List<(string Name, long Rows)> Tell(NationDraw nation)
    {
        var files = NationFiles.Open(nation);
        try
        {
            foreach (var crime in NationStories.Of(nation))
            {
                foreach (var file in files)
                {
                    file.Tell(crime);
                }
            }

            foreach (var file in files)
            {
                file.Conclude();
            }

            return [.. files.Select(file => (file.FileName, file.Rows))];
        }
        finally
        {
            foreach (var file in files)
            {
                file.Dispose();
            }
        }
    }
}
