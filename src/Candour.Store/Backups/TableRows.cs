using System.Data.Common;
using System.Text;
using System.Text.Json;
using Candour.Store.Databases;
using Dapper;

namespace Candour.Store.Backups;

/// <summary>
/// The rows of a table as lines of JSON, the same from both databases: a line of columns, then a line for each row, in the
/// order of the key. A value is text, a whole number, nothing, or bytes.
/// </summary>
internal static class TableRows
{
    private const int RowsAtOnce = 500;

    /// <summary>What is made anew: how far the trail has come, whose store it is, and sessions, which no restore brings back to life.</summary>
    private static readonly string[] MadeAnew = ["audit_head", "workspace", "store_version", "session"];

    /// <summary>The tables of a store, each after those that it refers to.</summary>
    public static IReadOnlyList<Table> TablesOf(Database database, DbConnection connection, DbTransaction transaction) =>
        [.. database.Tables(connection, transaction).Where(table => !MadeAnew.Contains(table.Name))];

    public static void Write(DbConnection connection, DbTransaction transaction, Table table, Stream to)
    {
        Line(to, table.Columns);
        using var rows = connection.ExecuteReader(table.Select, transaction: transaction);
        var values = new object[table.Columns.Count];
        while (rows.Read())
        {
            rows.GetValues(values);
            Line(to, values);
        }
    }

    /// <summary>Inserts the rows of a part into the table; every row is shown before it is inserted.</summary>
    public static void Insert(DbConnection connection, DbTransaction transaction, Table table, Stream from)
    {
        foreach (var rows in Read(table.Name, from).Chunk(RowsAtOnce))
        {
            connection.Execute(
                table.Insert(rows[0].Columns),
                rows.Select(row =>
                {
                    var parameters = new DynamicParameters();
                    for (var i = 0; i < row.Values.Count; i++)
                    {
                        parameters.Add("p" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), row.Values[i]);
                    }

                    return parameters;
                }),
                transaction);
        }
    }

    public static IEnumerable<TableRow> Read(string table, Stream from)
    {
        using var lines = new StreamReader(from, Encoding.UTF8, leaveOpen: true);
        var columns = Values(lines.ReadLine() ?? throw new InvalidDataException("A table has no columns.")).Cast<string>().ToList();
        while (lines.ReadLine() is { } line)
        {
            yield return new TableRow(table, columns, Values(line));
        }
    }

    private static void Line(Stream to, IReadOnlyList<object> values)
    {
        using (var json = new Utf8JsonWriter(to))
        {
            json.WriteStartArray();
            foreach (var value in values)
            {
                switch (value)
                {
                    case null or DBNull:
                        json.WriteNullValue();
                        break;
                    case string text:
                        json.WriteStringValue(text);
                        break;
                    case long or int or short:
                        json.WriteNumberValue(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                        break;
                    case byte[] bytes:
                        json.WriteStartArray();
                        json.WriteBase64StringValue(bytes);
                        json.WriteEndArray();
                        break;
                    default:
                        throw new NotSupportedException($"A column of {value.GetType().Name} cannot be backed up.");
                }
            }

            json.WriteEndArray();
        }

        to.WriteByte((byte)'\n');
    }

    private static List<object?> Values(string line)
    {
        using var json = JsonDocument.Parse(line);
        return
        [
            .. json.RootElement.EnumerateArray().Select(value => value.ValueKind switch
            {
                JsonValueKind.Null => (object?)null,
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetInt64(),
                JsonValueKind.Array => value[0].GetBytesFromBase64(),
                _ => throw new InvalidDataException("A value is of no kind that a backup holds."),
            }),
        ];
    }
}

/// <summary>A row on its way out of or into a table.</summary>
internal sealed record TableRow(string Table, IReadOnlyList<string> Columns, IReadOnlyList<object?> Values)
{
    /// <summary>The text or number in a column.</summary>
    public T Get<T>(string column) => Values[Columns.ToList().IndexOf(column)] is T value
        ? value
        : throw new InvalidDataException($"The column {column} of {Table} does not hold what it should.");
}
