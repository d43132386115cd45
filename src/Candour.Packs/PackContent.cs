using System.Text;
using System.Text.Json;
using Candour.Freezing;
using Candour.Readings;
using Candour.Readings.Charts;
using Candour.Statistics;
using Candour.Store.Packs;

namespace Candour.Packs;

/// <summary>
/// Everything that a pack says, in one canonical text: every figure with every digit and its reference, every sentence and every
/// cell of a table. How it is drawn, and when it is made, is not in it.
/// </summary>
public static class PackContent
{
    private const string Format = "candour pack 1";

    public static string Text(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteNumber("method", MethodVersion.Current);
            json.WriteString("dataset", pack.Subject.Dataset.Id);
            json.WriteString("period", pack.Subject.Period.ToString());
            json.WriteString("hierarchy", pack.Subject.Hierarchy.Id);
            json.WriteString("area", pack.Subject.Area.Id);
            json.WriteString("audience", pack.Subject.Audience.ToString());
            json.WriteString("snapshot", pack.Snapshot.Hex);
            json.WriteNumber("frozen", pack.Frozen);
            json.WriteBoolean("synthetic", pack.IsSynthetic);
            json.WriteString("title", pack.Title);
            Lines(json, "five", pack.FiveThings);
            json.WriteString("groups", pack.Groups);
            Array(json, "exceptions", pack.Exceptions, Exception);
            Array(json, "measures", pack.Measures, Measure);
            Array(json, "checks", pack.Checks, one =>
            {
                json.WriteString("check", one.Check.Id);
                json.WriteString("found", one.InWords);
            });
            Array(json, "definitions", pack.Definitions, one =>
            {
                json.WriteString("measure", one.Measure.Id);
                Lines(json, "lines", one.Lines);
            });
            Array(json, "unplaced", pack.Unplaced, Sentence);
            json.WriteEndObject();

            void Exception(PackPoint one)
            {
                json.WriteString("id", one.Id);
                json.WriteString("title", one.Title);
                json.WriteString("sentence", one.Sentence);
                Figures(json, "cites", one.Cites);
                if (one.Chart is { } chart)
                {
                    Table(json, chart.Table);
                }

                Array(json, "commentary", one.Commentary, Sentence);
            }

            void Measure(PackMeasure one)
            {
                Figures(json, "figures", [one.Reading, .. one.Series, .. one.Areas]);
                json.WriteString("judged", one.Signal?.Sentence ?? "");
            }

            void Sentence(PackSentence one)
            {
                json.WriteString("about", one.About);
                json.WriteString("kind", one.Kind.ToString());
                json.WriteString("text", one.Text);
                json.WriteString("who", one.Who);
                json.WriteString("at", one.At.ToUniversalTime());
            }
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Figures(Utf8JsonWriter json, string name, IEnumerable<Reading> readings) => Lines(json, name, readings.Select(Reproduction.Text));

    private static void Table(Utf8JsonWriter json, ChartTable table)
    {
        json.WriteString("caption", table.Caption);
        Lines(json, "columns", table.Columns.Select(column => column.Heading));
        json.WriteStartArray("rows");
        foreach (var cell in table.Rows.SelectMany(row => row))
        {
            json.WriteStringValue(cell);
        }

        json.WriteEndArray();
    }

    private static void Lines(Utf8JsonWriter json, string name, IEnumerable<string> lines)
    {
        json.WriteStartArray(name);
        foreach (var line in lines)
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
