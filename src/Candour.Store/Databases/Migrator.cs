using System.Data.Common;
using System.Reflection;
using Candour.Kernel;
using Dapper;

namespace Candour.Store.Databases;

/// <summary>Brings a store to the version this program knows, one numbered script a step, each in one transaction.</summary>
internal static class Migrator
{
    private static readonly Assembly Own = typeof(Migrator).Assembly;

    /// <summary>The number of the last script; each number stands once for each kind of database.</summary>
    public static long KnownVersion { get; } = ScriptsOf("Sqlite").Count;

    public static IReadOnlyList<string> ScriptsOf(string folder) =>
    [
        .. Own.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    /// <summary>Brings it to the version this program knows.</summary>
    public static Result<long> Run(Database database, DbConnection connection) => Run(database, connection, KnownVersion);

    /// <summary>Brings it to a version, when it is not there yet.</summary>
    public static Result<long> Run(Database database, DbConnection connection, long wanted)
    {
        var scripts = ScriptsOf(database.Migrations);
        database.Prepare(connection);
        var found = database.VersionOf(connection, null);
        if (found > KnownVersion)
        {
            // The file's header was older: the newer version still lay in the log of a process that was stopped.
            return new StoreIsNewer(found, KnownVersion);
        }

        for (var version = found; version < wanted; version++)
        {
            using var transaction = database.BeginAlone(connection);

            // Another process may have taken this step while we waited to be alone.
            if (database.VersionOf(connection, transaction) == version)
            {
                connection.Execute(Text(scripts[(int)version]), transaction: transaction);
                database.SetVersion(connection, transaction, version + 1);
            }

            transaction.Commit();
        }

        return wanted;
    }

    private static string Text(string script)
    {
        using var reader = new StreamReader(Own.GetManifestResourceStream(script)!);
        return reader.ReadToEnd();
    }
}
