using System.Reflection;
using Candour.Kernel;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Candour.Store;

/// <summary>The store was written by a later version of the program.</summary>
public sealed record StoreIsNewer(long Found, long Known) : Refusal(
    $"This workspace was written by a newer version of Candour (store version {Found}, this program knows {Known}). "
    + "Nothing was changed: use the newer program, or another workspace.");

/// <summary>The file is not a store, or not a whole one.</summary>
public sealed record StoreIsNotReadable(string File) : Refusal(
    $"The file {File} of this workspace is not a readable store. Nothing was changed: restore it from a backup, "
    + "or use another workspace.");

/// <summary>Brings a store to the version this program knows, one numbered script a step, each in one transaction.</summary>
internal static class Migrator
{
    private static readonly Assembly Own = typeof(Migrator).Assembly;

    private static IReadOnlyList<string> Scripts { get; } =
        [.. Own.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static long KnownVersion => Scripts.Count;

    public static void Run(SqliteConnection connection)
    {
        for (var version = connection.ExecuteScalar<long>("PRAGMA user_version"); version < KnownVersion; version++)
        {
            using var transaction = connection.BeginTransaction(deferred: false);

            // Another process may have taken this step while we waited for the write lock.
            if (connection.ExecuteScalar<long>("PRAGMA user_version", transaction: transaction) == version)
            {
                connection.Execute(Read(Scripts[(int)version]), transaction: transaction);
                connection.Execute(SetVersion(version + 1), transaction: transaction);
            }

            transaction.Commit();
        }
    }

    /// <summary>A pragma takes no parameter; the number is our own count of scripts.</summary>
    private static string SetVersion(long version) =>
        "PRAGMA user_version = " + version.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Read(string script)
    {
        using var reader = new StreamReader(Own.GetManifestResourceStream(script)!);
        return reader.ReadToEnd();
    }
}
