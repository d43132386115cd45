using System.Text.RegularExpressions;
using Candour.Store;
using Candour.Store.Sources;

namespace Candour.SignIn;

/// <summary>A database that rows are pulled from, as the operator wrote it; nobody can change it from a page.</summary>
/// <param name="Name">What it is called: small letters, digits and hyphens.</param>
/// <param name="Kind">Sqlite or PostgreSql.</param>
/// <param name="Mapping">The mapping that reads its answer.</param>
/// <param name="Query">One SELECT, whose columns are those of the mapping.</param>
/// <param name="File">Of SQLite, the file.</param>
/// <param name="Connection">Of PostgreSQL, host, database and user; never a password.</param>
/// <param name="PasswordFile">Of PostgreSQL, the file that holds the password; empty when none is asked.</param>
public sealed partial record SourceSettings(
    string Name, StoreKind Kind, string Mapping, string Query, string File = "", string Connection = "", string PasswordFile = "")
{
    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public string Wrong() =>
        !Names().IsMatch(Name) ? "the name of a source is made of small letters, digits and hyphens"
        : Mapping.Length == 0 ? $"the source '{Name}' names no 'mapping'"
        : !Selects().IsMatch(Query) ? $"the 'query' of the source '{Name}' is not one SELECT"
        : Kind == StoreKind.Sqlite && !System.IO.File.Exists(File) ? $"the 'file' of the source '{Name}' is not there"
        : Kind == StoreKind.PostgreSql && !SourceDatabase.PostgreSqlServer.IsAddress(Connection) ? $"the 'connection' of the source '{Name}' does not name a host and a database"
        : Connection.Contains("password", StringComparison.OrdinalIgnoreCase) || Connection.Contains("pwd", StringComparison.OrdinalIgnoreCase)
            ? $"the 'connection' of the source '{Name}' holds a password, which belongs into a file of its own ('passwordFile')"
        : "";

    /// <summary>The database it describes.</summary>
    public SourceDatabase Database() => Kind == StoreKind.Sqlite
        ? new SourceDatabase.SqliteFile(Name, Query, File)
        : new SourceDatabase.PostgreSqlServer(Name, Query, Connection, PasswordFile);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,59}$")]
    private static partial Regex Names();

    [GeneratedRegex(@"^\s*(SELECT|WITH)\b[^;]*;?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Selects();
}
