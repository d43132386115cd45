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

    public static byte[] Write(DownloadBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var text = new StringBuilder();
        text.Append(string.Join(',', book.Tables[0].Headings.Skip(1).Prepend("Row").Prepend("Table").Select(Returning.Inert))).Append("\r\n");
        foreach (var table in book.Tables)
        {
            foreach (var row in table.Rows)
            {
                text.Append(string.Join(',', row.Select(Text).Prepend(Returning.Inert(table.Title)))).Append("\r\n");
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
