using System.Globalization;
using System.Text;

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
        text.Append(string.Join(',', book.Tables[0].Headings.Skip(1).Prepend("Row").Prepend("Table").Select(Quoted))).Append("\r\n");
        foreach (var table in book.Tables)
        {
            foreach (var row in table.Rows)
            {
                text.Append(string.Join(',', row.Select(Text).Prepend(Quoted(table.Title)))).Append("\r\n");
            }
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Text(DownloadCell cell) => cell switch
    {
        DownloadCell.Number number => number.Value.ToString("0.######", CultureInfo.InvariantCulture),
        DownloadCell.NoNumber none => Quoted(none.Symbol),
        DownloadCell.Words words => Quoted(words.Text),
        _ => throw new InvalidOperationException("There is no such cell."),
    };

    /// <summary>What a spreadsheet program would take for a formula gets a sign before it.</summary>
    private static string Quoted(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
        return safe.IndexOfAny([',', '"', '\n', '\r']) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
