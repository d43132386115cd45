namespace Candour.Store.Databases;

/// <summary>A table as the database itself describes it; its names come from our own migrations.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns, in order.</param>
/// <param name="Key">The columns of its primary key.</param>
internal sealed record Table(string Name, IReadOnlyList<string> Columns, IReadOnlyList<string> Key)
{
    public string Select => $"SELECT {Listed(Columns)} FROM {Quoted(Name)} ORDER BY {Listed(Key)}";

    public string Empty => $"DELETE FROM {Quoted(Name)}";

    /// <summary>Inserts the named columns from parameters p0, p1 …</summary>
    public string Insert(IReadOnlyList<string> columns)
    {
        var Named = Listed(columns);
        var Parameters = string.Join(", ", columns.Select((_, index) => $"@p{index}"));
        return $"INSERT INTO {Quoted(Name)} ({Named}) VALUES ({Parameters})";
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(Quoted));

    private static string Quoted(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
