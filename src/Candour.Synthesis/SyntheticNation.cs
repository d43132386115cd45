using System.Text;
using Candour.Kernel;

namespace Candour.Synthesis;

/// <summary>
/// A nation of invented crimes, for training, tests and the first ten minutes. It has the shape of police records
/// (areas, forces, slow and open cases, values not recorded, suspects named twice) and nothing of any person.
/// </summary>
public static class SyntheticNation
{
    /// <summary>Stands in every row and in the manifest, so that no row is ever taken for a real one.</summary>
    public const string Label = "SYNTHETIC";

    /// <summary>The version of the recipe. Any change that alters a byte for the same seed must raise it.</summary>
    public const int Recipe = 1;

    public const int DefaultCrimes = 20_000;

    public const int DefaultSeed = 20260630;

    /// <summary>More would outgrow the six digits of a crime's running number in the largest force.</summary>
    public const int MostCrimes = 5_000_000;

    public const string CrimesFile = "synthetic-crimes.csv";

    public const string SuspectsFile = "synthetic-suspects.csv";

    /// <summary>
    /// Writes the two files of rows and, last, the manifest; files of these names are replaced. The same seed and
    /// number of crimes give the same bytes on every machine. Rows are written as they are drawn and not kept.
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
        var crimesPath = Path.Combine(directory, CrimesFile);
        var suspectsPath = Path.Combine(directory, SuspectsFile);
        var manifestPath = Path.Combine(directory, SyntheticManifest.FileName);

        // An old manifest must not vouch for files that are only half replaced.
        File.Delete(manifestPath);
        long suspects = 0;
        using (var crimeRows = NewFile(crimesPath, SyntheticCrime.Header))
        using (var suspectRows = NewFile(suspectsPath, SyntheticSuspect.Header))
        {
            foreach (var crime in Draw(crimes, seed))
            {
                crimeRows.WriteLine(crime.ToRow());
                foreach (var suspect in crime.Suspects)
                {
                    suspectRows.WriteLine(suspect.ToRow(crime));
                    suspects++;
                }
            }
        }

        var manifest = new SyntheticManifest(
            seed,
            crimes,
            Period.Between(Period.MonthOf(RecordedDays.First), Period.MonthOf(RecordedDays.Last)),
            RecordedDays.Last,
            [
                new(CrimesFile, crimes, ContentHash.OfFile(crimesPath)),
                new(SuspectsFile, suspects, ContentHash.OfFile(suspectsPath)),
            ]);
        File.WriteAllText(manifestPath, manifest.ToJson());
        return manifest;
    }

    /// <summary>Crimes in order of the day they were recorded, and within a day of their reference.</summary>
    private static IEnumerable<SyntheticCrime> Draw(int crimes, int seed)
    {
        // One stream each, so that a change to one part leaves the others as they are.
        var nature = new StableRandom(seed, stream: 1);
        var calendar = new StableRandom(seed, stream: 2);
        var random = new StableRandom(seed, stream: 3);
        var forces = SyntheticPlaces.Forces.Select(force => new ForceRecords(force, nature)).ToList();
        var choice = new Weighted<int>(SyntheticPlaces.Forces.Select((force, i) => (i, force.Size)));
        var ofForce = new int[forces.Count];
        foreach (var (day, number) in RecordedDays.Of(crimes, calendar))
        {
            Array.Clear(ofForce);
            for (var i = 0; i < number; i++)
            {
                ofForce[choice.Draw(random)]++;
            }

            // Forces are in order of code and number their crimes as they come, so this is the order of references.
            for (var i = 0; i < forces.Count; i++)
            {
                for (var j = 0; j < ofForce[i]; j++)
                {
                    yield return CrimeDrawing.Draw(forces[i], day, random);
                }
            }
        }
    }

    private static StreamWriter NewFile(string path, string header)
    {
        var writer = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine(header);
        return writer;
    }
}
