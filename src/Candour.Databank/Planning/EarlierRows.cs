using Candour.Databank.Engine;
using Candour.Definitions;

namespace Candour.Databank.Planning;

/// <summary>Which rows have another row of the same identifier some days before them.</summary>
internal static class EarlierRows
{
    public static Func<int, Verdict> Verdicts(EarlierTest test, EncodedRows rows)
    {
        var identifiers = rows.Codes(test.Identifier);
        var (column, days) = (rows.Codes(test.Field), rows.Days(test.Field));
        var verdicts = new Verdict[rows.Count];
        var order = Enumerable.Range(0, rows.Count).Where(row => identifiers[row] != 0 && column[row] != 0)
            .OrderBy(row => identifiers[row]).ThenBy(row => days[column[row]]).ToArray();
        Array.Fill(verdicts, Verdict.Unknown);
        var (identifier, today, before) = (0, int.MinValue, int.MinValue);
        foreach (var row in order)
        {
            var day = days[column[row]];
            if (identifiers[row] != identifier)
            {
                (identifier, today, before) = (identifiers[row], day, int.MinValue);
            }
            else if (day > today)
            {
                (before, today) = (today, day);
            }

            // The nearest earlier day decides; rows of the same day are not earlier than each other.
            verdicts[row] = Definitions.Verdicts.Of(before != int.MinValue && day - before <= test.Days);
        }

        return row => verdicts[row];
    }
}
