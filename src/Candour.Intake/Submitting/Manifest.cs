using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Intake.Submitting;

/// <summary>The manifest itself cannot be used.</summary>
public sealed record ManifestCannotBeRead(string Manifest, string Why) : Refusal(
    $"The manifest {Manifest} {Why}: nothing was taken. Write {{\"files\": [{{\"name\": \"a.csv\", \"rows\": 10, \"sha256\": \"…\", "
    + "\"totals\": {\"FIELD\": 10}, \"distinct\": {\"FIELD\": 4}}]}; all but the name may be left out.");

/// <summary>The manifest and the files are not about the same.</summary>
public sealed record ManifestNamesOthers(string File, bool IsListed) : Refusal(
    (IsListed ? $"The manifest lists {File}, which is not among the files." : $"The file {File} is not in the manifest.")
    + " Nothing was taken: ask the sender which files belong together.");

/// <summary>The file is not what its sender says it is.</summary>
public sealed record ManifestDiffers(string File, string What, string Said, string Found, long NotAccepted) : Refusal(
    $"The manifest says that {File} has {What} {Said}, and it has {Found}"
    + (NotAccepted > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({NotAccepted} rows could not be accepted)") : "")
    + ": nothing was taken. Ask the sender for the whole file, or for a manifest of this one.");

/// <summary>What a sender says of the files sent: the other side of a reconciliation.</summary>
public sealed class Manifest
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly Dictionary<string, FileSaid> files;

    private Manifest(Dictionary<string, FileSaid> files) => this.files = files;

    /// <summary>Reads a manifest; refuses one that is missing, says something twice or says what is not known.</summary>
    public static Result<Manifest> Read(string path)
    {
        try
        {
            return Of(Path.GetFileName(path), File.ReadAllText(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new ManifestCannotBeRead(Path.GetFileName(path), "is missing or cannot be read");
        }
    }

    /// <summary>The same from its text.</summary>
    public static Result<Manifest> Of(string name, string text)
    {
        try
        {
            var said = JsonSerializer.Deserialize<Said>(text, Form)?.Files ?? [];
            var twice = said.GroupBy(file => file.Name, StringComparer.Ordinal).Any(group => group.Count() > 1);
            return said.Count == 0 ? new ManifestCannotBeRead(name, "lists no file")
                : twice ? new ManifestCannotBeRead(name, "lists a file twice")
                : new Manifest(said.ToDictionary(file => file.Name, StringComparer.Ordinal));
        }
        catch (JsonException)
        {
            return new ManifestCannotBeRead(name, "is not in its form");
        }
    }

    /// <summary>Refuses files that are not those of the manifest, all of them and no others; else gives the manifest.</summary>
    /// <param name="names">The names of the files, without folders.</param>
    public Result<Manifest> For(IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (var name in names.Where(name => !files.ContainsKey(name)))
        {
            return new ManifestNamesOthers(name, IsListed: false);
        }

        foreach (var name in files.Keys.Where(name => !names.Contains(name)))
        {
            return new ManifestNamesOthers(name, IsListed: true);
        }

        return this;
    }

    /// <summary>Refuses a checked file that is not what the manifest says; else gives it back.</summary>
    public Result<CheckedFile> Reconcile(CheckedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!files.TryGetValue(file.File.ShortName, out var said))
        {
            return new ManifestNamesOthers(file.File.ShortName, IsListed: false);
        }

        foreach (var field in said.Totals.Keys.Where(id => file.Dataset.FieldNamed(id)?.Type != FieldType.Count)
            .Concat(said.Distinct.Keys.Where(id => file.Dataset.FieldNamed(id) is null)))
        {
            return new ManifestCannotBeRead(
                "of " + file.File.ShortName, $"speaks of a field that '{file.Dataset.Id}' does not have or that cannot be added up ({Shown(field)})");
        }

        return Differences(file, said).FirstOrDefault() is { } differs ? differs : file;
    }

    private static IEnumerable<ManifestDiffers> Differences(CheckedFile file, FileSaid said)
    {
        if (said.Sha256.Length > 0 && !said.Sha256.Equals(file.File.Hash.Hex, StringComparison.OrdinalIgnoreCase))
        {
            yield return new ManifestDiffers(file.File.ShortName, "the SHA-256", Shown(said.Sha256), file.File.Hash.Hex, 0);
        }

        if (said.Rows is { } rows && rows != file.Read)
        {
            yield return new ManifestDiffers(file.File.ShortName, "rows:", Number(rows), Number(file.Read), 0);
        }

        foreach (var (field, total) in said.Totals)
        {
            var found = Values(file, field).Sum(value => long.Parse(value, CultureInfo.InvariantCulture));
            if (found != total)
            {
                yield return new ManifestDiffers(file.File.ShortName, $"a total of '{field}' of", Number(total), Number(found), file.NotAccepted);
            }
        }

        foreach (var (field, count) in said.Distinct)
        {
            var found = Values(file, field).Distinct(StringComparer.Ordinal).LongCount();
            if (found != count)
            {
                yield return new ManifestDiffers(file.File.ShortName, $"different values of '{field}':", Number(count), Number(found), file.NotAccepted);
            }
        }
    }

    private static IEnumerable<string> Values(CheckedFile file, string field)
    {
        var index = file.Dataset.IndexOf(field);
        return file.Rows.Select(row => row.Values[index]).Where(value => value.Length > 0);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Shown(string said) => said.Length <= 64 ? said : said[..64] + "…";

    private sealed record Said(List<FileSaid> Files);

    private sealed record FileSaid(string Name)
    {
        public long? Rows { get; init; }

        public string Sha256 { get; init; } = "";

        public Dictionary<string, long> Totals { get; init; } = [];

        public Dictionary<string, long> Distinct { get; init; } = [];
    }
}
