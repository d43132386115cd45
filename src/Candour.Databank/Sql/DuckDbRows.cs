using System.Globalization;
using System.Text;
using Candour.Databank.Planning;
using Candour.Definitions;
using DuckDB.NET.Data;

namespace Candour.Databank.Sql;

/// <summary>
/// DuckDB in this process, over submission files that we wrote ourselves. It may read those files and nothing else: no
/// other path, no network, no extension, and no setting can be changed once it is open.
/// </summary>
public sealed class DuckDbRows : IDisposable
{
    private const string Table = "rows";

    private readonly DuckDBConnection connection;
    private readonly Dataset dataset;

    private DuckDbRows(DuckDBConnection connection, Dataset dataset) => (this.connection, this.dataset) = (connection, dataset);

    /// <summary>Opens the rows of some submissions of one dataset.</summary>
    /// <param name="dataset">What one row is.</param>
    /// <param name="files">The submission files.</param>
    /// <param name="threads">How many threads it may use.</param>
    public static DuckDbRows Open(Dataset dataset, IReadOnlyList<string> files, int threads)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(files);
        var rows = new DuckDbRows(new DuckDBConnection("DataSource=:memory:"), dataset);
        rows.connection.Open();
        var list = string.Join(", ", files.Select(SqlDialect.Literal));
        foreach (var setting in (string[])
        [
            "SET autoinstall_known_extensions = false", "SET autoload_known_extensions = false",
            "SET threads = " + threads.ToString(CultureInfo.InvariantCulture),
            $"SET allowed_paths = [{list}]", "SET enable_external_access = false", "SET lock_configuration = true",
        ])
        {
            rows.Execute(setting);
        }

        rows.Load($"read_parquet([{list}], union_by_name = true)");
        return rows;
    }

    /// <summary>The states of a plan over these rows.</summary>
    public MergedStates Compute(DatasetPlan plan, Catalogue catalogue)
    {
        var merged = new MergedStates();
        foreach (var query in StateQuery.For(plan, catalogue, new SqlDialect.DuckDb(), Table))
        {
            merged.Add(query, Read(query.Text));
        }

        return merged;
    }

    /// <summary>Runs a statement that gives rows: each value as text, empty for null.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Read(string statement)
    {
        using var command = Command(statement);
        using var reader = command.ExecuteReader();
        var rows = new List<IReadOnlyList<string>>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(at => Text(reader, at))]);
        }

        return rows;
    }

    public void Dispose() => connection.Dispose();

    private void Load(string source)
    {
        var periods = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var field in dataset.Fields.Where(field => field.Type == FieldType.Period))
        {
            var distinct = new StringBuilder("SELECT DISTINCT ").Append(SqlDialect.Name(field.Id)).Append(" FROM ").Append(source);
            periods.UnionWith(Read(distinct.ToString()).Select(row => row[0]).Where(text => text.Length > 0));
        }

        Execute(TypedRows.Statement(dataset, Table, source, periods, new SqlDialect.DuckDb()));
    }

    private void Execute(string statement)
    {
        using var command = Command(statement);
        command.ExecuteNonQuery();
    }

    /// <summary>The one place where a statement reaches the database: it was written from names and codes of the
    /// definitions alone, by <see cref="StateQuery"/> and <see cref="TypedRows"/>.</summary>
    private DuckDBCommand Command(string statement)
    {
        var command = connection.CreateCommand();
#pragma warning disable RS0030 // Statements are generated from the definitions; the values of rows never enter one.
        command.CommandText = statement;
#pragma warning restore RS0030
        return command;
    }

    private static string Text(DuckDBDataReader record, int at) => record.GetValue(at) switch
    {
        DBNull => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var text => text.ToString() ?? "",
    };
}
