namespace Candour.Tests.Readings;

/// <summary>Cuts a line of a sample into cells; for checks that must share nothing with the product.</summary>
internal static class CsvLine
{
    public static List<string> Split(string line)
    {
        var cells = new List<string> { "" };
        var quoted = false;
        foreach (var letter in line)
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == ',' && !quoted)
            {
                cells.Add("");
            }
            else
            {
                cells[^1] += letter;
            }
        }

        return cells;
    }
}
