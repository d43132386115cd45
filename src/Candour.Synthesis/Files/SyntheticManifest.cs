using System.Globalization;
using System.Text.Json;
using Candour.Kernel;

namespace Candour.Synthesis.Files;

/// <summary>What was written: enough to write the same bytes again, and to see that they are the same.</summary>
/// <param name="Seed">The seed of every draw.</param>
/// <param name="Crimes">Crimes asked for.</param>
/// <param name="Months">The months in which they are recorded.</param>
/// <param name="ExtractDate">The day after which nothing is known.</param>
/// <param name="Files">The files of rows, without the manifest itself.</param>
public sealed record SyntheticManifest(
    int Seed, int Crimes, Period Months, DateOnly ExtractDate, IReadOnlyList<SyntheticFile> Files)
{
    public const string FileName = "synthetic-nation.json";

    public const string Notice =
        "Every row is invented by a random generator; no row describes a real person, crime, area or police force.";

    /// <summary>The manifest as it stands in its file, final newline included.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("label", SyntheticNation.Label);
            json.WriteString("notice", Notice);
            json.WriteNumber("recipe", SyntheticNation.Recipe);
            json.WriteNumber("seed", Seed);
            json.WriteNumber("crimes", Crimes);
            json.WriteString("firstMonth", Period.MonthOf(Months.Start).ToString());
            json.WriteString("lastMonth", Period.MonthOf(Months.End.AddDays(-1)).ToString());
            json.WriteString("extractDate", ExtractDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteStartArray("files");
            foreach (var file in Files)
            {
                json.WriteStartObject();
                json.WriteString("name", file.Name);
                json.WriteNumber("rows", file.Rows);
                json.WriteString("sha256", file.Hash.Hex);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
