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
    /// <summary>A statement that makes a typed table of a table of texts.</summary>
    /// <param name="dataset">What one row is.</param>
    /// <param name="table">The name of the table to make.</param>
    /// <param name="source">Where the texts are, missing ones null.</param>
    /// <param name="periods">Every text that a period field holds.</param>
    /// <param name="dialect">Whose statement it is.</param>
    public static string Statement(
        Dataset dataset, string table, string source, IReadOnlyCollection<string> periods, SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(dialect);
        var text = new StringBuilder(dialect.MakeTable(table)).Append(" AS SELECT ");
        text.AppendJoin(", ", dataset.Fields.Select(field => $"{Typed(field, dataset, periods, dialect)} AS {SqlDialect.Name(field.Id)}"));
        return text.Append(" FROM ").Append(source).ToString();
    }

    private static string Typed(Field field, Dataset dataset, IReadOnlyCollection<string> periods, SqlDialect dialect)
    {
        var name = SqlDialect.Name(field.Id);
        return field.Type switch
        {
            FieldType.Date => dialect.AsDate(name),
            FieldType.Period => Started(name, dataset, periods, dialect),
            FieldType.Count => $"CAST({name} AS BIGINT)",
            FieldType.Number or FieldType.SamplingWeight => string.Create(
                CultureInfo.InvariantCulture, $"CAST(CAST({name} AS DECIMAL(27,{field.Decimals})) * {field.Scale} AS BIGINT)"),
            FieldType.Code or FieldType.Area => dialect.AsCode(name),
            _ => name,
        };
    }

    private static string Started(string name, Dataset dataset, IReadOnlyCollection<string> periods, SqlDialect dialect)
    {
        if (periods.Count == 0)
        {
            return dialect.AsDate(name);
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
