using System.Globalization;
using System.Text;
using Candour.Definitions;
using Candour.Intake;

namespace Candour.Databank.Sql;

/// <summary>
/// How the texts of stored rows become the types that the queries count on (see <see cref="SqlDialect"/>).
/// </summary>
public static class TypedRows
{
    /// <summary>A statement that makes a typed table of a table of texts, for DuckDB and PostgreSQL.</summary>
    /// <param name="dataset">What one row is.</param>
    /// <param name="table">The name of the table to make.</param>
    /// <param name="source">Where the texts are, missing ones null.</param>
    /// <param name="periods">Every text that a period field holds.</param>
    public static string Statement(Dataset dataset, string table, string source, IReadOnlyCollection<string> periods)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(periods);
        var text = new StringBuilder("CREATE TABLE ").Append(table).Append(" AS SELECT ");
        text.AppendJoin(", ", dataset.Fields.Select(field => $"{Typed(field, dataset, periods)} AS {SqlDialect.Name(field.Id)}"));
        return text.Append(" FROM ").Append(source).ToString();
    }

    private static string Typed(Field field, Dataset dataset, IReadOnlyCollection<string> periods)
    {
        var name = SqlDialect.Name(field.Id);
        return field.Type switch
        {
            FieldType.Date => $"CAST({name} AS DATE)",
            FieldType.Period => Started(name, dataset, periods),
            FieldType.Count => $"CAST({name} AS BIGINT)",
            FieldType.Number or FieldType.SamplingWeight => string.Create(
                CultureInfo.InvariantCulture, $"CAST(CAST({name} AS DECIMAL(27,{field.Decimals})) * {field.Scale} AS BIGINT)"),
            _ => name,
        };
    }

    private static string Started(string name, Dataset dataset, IReadOnlyCollection<string> periods)
    {
        if (periods.Count == 0)
        {
            return $"CAST({name} AS DATE)";
        }

        var text = new StringBuilder("CASE ").Append(name);
        foreach (var period in periods)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $" WHEN {SqlDialect.Literal(period)} THEN DATE '{Periods.Of(period, dataset).Start:yyyy-MM-dd}'");
        }

        return text.Append(" END").ToString();
    }
}
