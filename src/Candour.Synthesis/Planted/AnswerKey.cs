using System.Globalization;
using System.Text.Json;
using Candour.Synthesis.Files;

namespace Candour.Synthesis.Planted;

/// <summary>What was planted, and for each planted error the rows that have it, so that a test can ask whether the
/// system finds what is there and nothing that is not.</summary>
internal sealed class AnswerKey
{
    private const int ReferencesKept = 50;

    private readonly Dictionary<string, (long Rows, List<Reference> First)> found = [];

    internal static IEnumerable<Plant> Plants => SpecialCauses.All.Concat(Disparities.All).Concat(RowErrors.All);

    /// <summary>Takes down that a row has a planted error.</summary>
    public void Note(Plant plant, Reference row)
    {
        var (rows, first) = found.GetValueOrDefault(plant.Id, (0, []));
        if (first.Count < ReferencesKept)
        {
            first.Add(row);
        }

        found[plant.Id] = (rows + 1, first);
    }

    public string ToJson(int seed, int crimes)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("label", SyntheticNation.Label);
            json.WriteString("notice", SyntheticManifest.Notice);
            json.WriteNumber("recipe", SyntheticNation.Recipe);
            json.WriteNumber("seed", seed);
            json.WriteNumber("crimes", crimes);
            json.WriteStartArray("planted");
            foreach (var plant in Plants)
            {
                Write(json, plant);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Write(Utf8JsonWriter json, Plant plant)
    {
        json.WriteStartObject();
        json.WriteString("id", plant.Id);
        json.WriteString("kind", plant.Kind);
        json.WriteString("dataset", plant.Dataset);
        json.WriteString("seen", plant.Seen);
        json.WriteString("place", plant.Place);
        json.WriteString("from", Day(plant.From));
        json.WriteString("until", Day(plant.Until));
        json.WriteNumber("size", plant.Size);
        json.WriteString("sentence", plant.Sentence);
        if (plant.Kind == "error")
        {
            var (rows, first) = found.GetValueOrDefault(plant.Id, (0, []));
            json.WriteNumber("rows", rows);
            json.WriteStartArray("first");
            foreach (var reference in first)
            {
                json.WriteStringValue(string.Create(
                    CultureInfo.InvariantCulture, $"{reference.Prefix}{reference.Number:000000}"));
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
