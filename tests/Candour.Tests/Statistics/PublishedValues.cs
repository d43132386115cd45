using System.Globalization;
using System.Text.Json;
using Candour.Statistics;

namespace Candour.Tests.Statistics;

/// <summary>Published values, each file with its source in it.</summary>
internal static class PublishedValues
{
    /// <summary>Rows of a comma-separated file without quoted commas before its SOURCE column.</summary>
    public static IEnumerable<Dictionary<string, string>> Csv(string file)
    {
        var lines = File.ReadAllLines(PathOf(file));
        var names = lines[0].Split(',');
        return lines.Skip(1).Where(line => line.Length > 0)
            .Select(line => line.Split(',').Take(names.Length).Select((text, i) => (names[i], text))
                .ToDictionary(cell => cell.Item1, cell => cell.text));
    }

    public static JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(PathOf(file))).RootElement;

    public static double Number(this Dictionary<string, string> row, string name) =>
        double.Parse(row[name], CultureInfo.InvariantCulture);

    /// <summary>The cases in <c>time</c> and <c>event</c> as a histogram.</summary>
    public static DayHistogram Durations(this JsonElement file) =>
        DayHistogram.Of(file.GetProperty("time").EnumerateArray()
            .Zip(file.GetProperty("event").EnumerateArray(), (time, happened) => happened.GetInt32() == 1
                ? new DayCount((int)time.GetDouble(), 1, 0)
                : new DayCount((int)time.GetDouble(), 0, 1)));

    private static string PathOf(string file) =>
        Path.Combine(AppContext.BaseDirectory, "Statistics", "Fixtures", file);
}
