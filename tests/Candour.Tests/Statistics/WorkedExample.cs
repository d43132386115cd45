using System.Globalization;

namespace Candour.Tests.Statistics;

/// <summary>The tables under "Worked example" of a method page: each a list of rows, each row its cells by
/// heading.</summary>
internal static class WorkedExample
{
    public static List<List<Dictionary<string, string>>> Of(string page)
    {
        var lines = File.ReadAllLines(Repository.At(page)).SkipWhile(line => line != "## Worked example");
        var tables = new List<List<Dictionary<string, string>>>();
        List<string>? headings = null;
        foreach (var line in lines)
        {
            if (!line.StartsWith('|'))
            {
                headings = null;
                continue;
            }

            var cells = line.Trim('|').Split('|').Select(cell => cell.Trim()).ToList();
            if (headings is null)
            {
                headings = cells;
                tables.Add([]);
            }
            else if (!cells.All(cell => cell.All(c => c == '-')))
            {
                tables[^1].Add(headings.Zip(cells).ToDictionary());
            }
        }

        return tables;
    }

    /// <summary>The number as the page would print it, with as many decimals as the page has.</summary>
    public static void Shows(this Dictionary<string, string> row, string heading, double value)
    {
        var printed = row[heading];
        var decimals = printed.Contains('.', StringComparison.Ordinal) ? printed.Length - printed.IndexOf('.') - 1 : 0;
        Assert.Equal(printed, double.IsInfinity(value)
            ? "not reached"
            : value.ToString("F" + decimals, CultureInfo.InvariantCulture));
    }

    /// <summary>The cell has these words, whatever their case and spaces.</summary>
    public static void Says(string cell, string words) =>
        Assert.Equal(words, cell.Replace(" ", "", StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase);
}
