using System.Globalization;
using System.Text;
using Candour.Intake;

namespace Candour.Downloads;

/// <summary>
/// The tables of a book in one file of values divided by commas: which table, then its cells. The tables of a measure have the
/// same columns but the first, so they stand under one row of headings. UTF-8 with its mark, because spreadsheet programs need it.
/// </summary>
public static class CsvBook
{
    public const string MediaType = "text/csv; charset=utf-8";

    /// <summary>The table has no such column.</summary>
    private const string NotHere = "[no such column]";

    public static byte[] Write(DownloadBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var text = new StringBuilder();
        // The first column of every table names its rows; the others stand under one row of headings, whichever table brings them.
        string[] headings = [.. book.Tables.SelectMany(table => table.Headings.Skip(1)).Distinct(StringComparer.Ordinal)];
        text.Append(string.Join(',', headings.Prepend("Row").Prepend("Table").Select(Returning.Inert))).Append("\r\n");
        foreach (var table in book.Tables)
        {
            foreach (var row in table.Rows)
            {
                var cells = table.Headings.Skip(1).Zip(row.Skip(1)).ToDictionary(pair => pair.First, pair => Text(pair.Second), StringComparer.Ordinal);
                text.Append(string.Join(
                    ',', headings.Select(heading => cells.GetValueOrDefault(heading, NotHere)).Prepend(Text(row[0])).Prepend(Returning.Inert(table.Title)))).Append("\r\n");
            }
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Text(DownloadCell cell) => cell switch
    {
        DownloadCell.Number number => number.Value.ToString("0.######", CultureInfo.InvariantCulture),
        DownloadCell.NoNumber none => Returning.Inert(none.Symbol),
        DownloadCell.Words words => Returning.Inert(words.Text),
        _ => throw new InvalidOperationException("There is no such cell."),
    };
}
