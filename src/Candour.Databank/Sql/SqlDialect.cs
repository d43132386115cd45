using System.Globalization;

namespace Candour.Databank.Sql;

/// <summary>
/// What differs between the databases that can compute a plan. The private constructor closes the hierarchy. A table of
/// rows has areas, codes and identifiers as text, dates and the first days of periods as dates, counts and numbers as
/// whole numbers of the smallest decimal, and null for missing.
/// </summary>
public abstract record SqlDialect
{
    private SqlDialect()
    {
    }

    /// <summary>How many rows there are for which a predicate is true.</summary>
    internal abstract string CountWhere(string predicate);

    /// <summary>The sum over those rows; 0 when there is none.</summary>
    internal abstract string SumWhere(string number, string predicate);

    /// <summary>How many different texts those rows hold.</summary>
    internal abstract string DistinctWhere(string text, string predicate);

    /// <summary>The interpolated quantile over those rows (the median of two is their mean); null when there is none.</summary>
    internal abstract string QuantileWhere(string number, double quantile, string predicate);

    /// <summary>A day as a whole number.</summary>
    internal abstract string DayNumber(string date);

    /// <summary>The first day of the month, quarter or year that a day lies in.</summary>
    internal abstract string PeriodStart(string date, int months);

    /// <summary>The beginning of a statement that makes a table of a query.</summary>
    internal virtual string MakeTable(string table) => $"CREATE TABLE {table}";

    /// <summary>A text of the form 2024-05-31 as a date; null stays null.</summary>
    internal virtual string AsDate(string text) => $"CAST({text} AS DATE)";

    /// <summary>A text of which there are few different ones, as the database keeps such best.</summary>
    internal virtual string AsCode(string text) => text;

    /// <summary>A name of ours: letters, digits and underscores, always quoted.</summary>
    internal static string Name(string name) => name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '_')
        ? $"\"{name}\"" : throw new InvalidOperationException($"'{name}' is no name of a field.");

    /// <summary>A code of ours as a literal.</summary>
    internal static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Unit(int months) => months switch { 1 => "month", 3 => "quarter", _ => "year" };

    /// <summary>In process; the oracle of every test run.</summary>
    public sealed record DuckDb : SqlDialect
    {
        // Half the price of count(*) FILTER; null where no row of the group can say.
        internal override string CountWhere(string predicate) => $"coalesce(count_if({predicate}), 0)";

        internal override string SumWhere(string number, string predicate) =>
            $"CAST(coalesce(sum({number}) FILTER (WHERE {predicate}), 0) AS BIGINT)";

        internal override string DistinctWhere(string text, string predicate) => $"count(DISTINCT {text}) FILTER (WHERE {predicate})";

        internal override string QuantileWhere(string number, double quantile, string predicate) => string.Create(
            CultureInfo.InvariantCulture, $"quantile_cont({number}, {quantile:R}) FILTER (WHERE {predicate})");

        internal override string DayNumber(string date) => $"CAST(date_diff('day', DATE '1970-01-01', {date}) AS INTEGER)";

        internal override string PeriodStart(string date, int months) => $"CAST(date_trunc('{Unit(months)}', {date}) AS DATE)";
    }

    /// <summary>For offices that have one, and for shards by force.</summary>
    public sealed record PostgreSql : SqlDialect
    {
        internal override string CountWhere(string predicate) => $"count(*) FILTER (WHERE {predicate})";

        internal override string SumWhere(string number, string predicate) =>
            $"CAST(coalesce(sum({number}) FILTER (WHERE {predicate}), 0) AS BIGINT)";

        internal override string DistinctWhere(string text, string predicate) => $"count(DISTINCT {text}) FILTER (WHERE {predicate})";

        internal override string QuantileWhere(string number, double quantile, string predicate) => string.Create(
            CultureInfo.InvariantCulture, $"percentile_cont({quantile:R}) WITHIN GROUP (ORDER BY {number}) FILTER (WHERE {predicate})");

        internal override string DayNumber(string date) => $"({date} - DATE '1970-01-01')";

        internal override string PeriodStart(string date, int months) => $"CAST(date_trunc('{Unit(months)}', {date}) AS DATE)";
    }

    /// <summary>For nations on several machines.</summary>
    public sealed record ClickHouse : SqlDialect
    {
        internal override string MakeTable(string table) => $"CREATE TABLE {table} ENGINE = MergeTree ORDER BY tuple()";

        // Its own DATE begins in 1970.
        internal override string AsDate(string text) => $"CAST({text} AS Nullable(Date32))";

        internal override string AsCode(string text) => $"CAST({text} AS LowCardinality(Nullable(String)))";

        internal override string CountWhere(string predicate) => $"countIf({predicate})";

        internal override string SumWhere(string number, string predicate) => $"CAST(ifNull(sumIf({number}, {predicate}), 0) AS Int64)";

        internal override string DistinctWhere(string text, string predicate) => $"uniqExactIf({text}, {predicate})";

        // The inclusive form is the one that interpolates as the others do.
        internal override string QuantileWhere(string number, double quantile, string predicate) => string.Create(
            CultureInfo.InvariantCulture, $"quantileExactInclusiveIf({quantile:R})({number}, {predicate})");

        internal override string DayNumber(string date) => $"toInt32({date})";

        internal override string PeriodStart(string date, int months) => months switch
        {
            1 => $"toStartOfMonth({date})",
            3 => $"toStartOfQuarter({date})",
            _ => $"toStartOfYear({date})",
        };
    }
}
