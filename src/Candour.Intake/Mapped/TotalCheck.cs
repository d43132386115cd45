using System.Globalization;
using Candour.Kernel;

namespace Candour.Intake.Mapped;

/// <summary>
/// Adds up the parts of a file and compares them with its total row, column by column. The total row itself is never
/// counted.
/// </summary>
internal sealed class TotalCheck(string marker)
{
    private readonly Dictionary<string, long> parts = new(StringComparer.Ordinal);
    private Dictionary<string, long>? total;
    private long totalLine;
    private long secondLine;

    public void Part(string column, string value) => Add(parts, column, value);

    public void Total(long line, IEnumerable<KeyValuePair<string, string>> values)
    {
        if (total is not null)
        {
            secondLine = line;
            return;
        }

        totalLine = line;
        total = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (column, value) in values)
        {
            Add(total, column, value);
        }
    }

    public IEnumerable<Finding> Findings()
    {
        if (total is null)
        {
            yield return FieldReader.Error(
                "TOTAL_MISSING", 0, "", "",
                $"The total row '{marker}' is missing, so nobody can tell whether the file is whole: ask the sender for it again.");
            yield break;
        }

        if (secondLine > 0)
        {
            yield return FieldReader.Error(
                "TOTAL_TWICE", secondLine, "", "",
                $"The total row '{marker}' stands here a second time (first on line {totalLine}): only one can be right.");
        }

        foreach (var (column, stated) in total)
        {
            var added = parts.GetValueOrDefault(column);
            if (added != stated)
            {
                yield return FieldReader.Error(
                    "TOTAL_DIFFERS", totalLine, column, stated.ToString(CultureInfo.InvariantCulture),
                    $"The total row '{marker}' says {stated} but its parts add up to {added}: the file is cut short or altered.");
            }
        }
    }

    private static void Add(Dictionary<string, long> sums, string column, string value) =>
        sums[column] = sums.GetValueOrDefault(column)
            + (value.Length == 0 ? 0 : long.Parse(value, CultureInfo.InvariantCulture));
}
