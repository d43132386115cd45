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

/// <summary>The store's file is gone.</summary>
public sealed record StoreIsLost(string File) : Refusal(
    $"The file {File} of this workspace is missing or empty, and nothing was put in its place: restore it from a backup.");

/// <summary>The machine does not let the store be written.</summary>
public sealed record StoreCannotBeWritten(string File) : Refusal(
    $"The store {File} cannot be opened for writing here: check the permissions of the workspace's folder. Its content is untouched.");

/// <summary>Brings a store to the version this program knows, one numbered script a step, each in one transaction.</summary>
internal static class Migrator
{
    private static readonly Assembly Own = typeof(Migrator).Assembly;

    private static IReadOnlyList<string> Scripts { get; } =
        [.. Own.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static long KnownVersion => Scripts.Count;

    public static Result<long> Run(SqliteConnection connection)
    {
        var found = connection.ExecuteScalar<long>("PRAGMA user_version");
        if (found > KnownVersion)
        {
            // The header was older: the newer version still lay in the log of a process that was stopped.
            return new StoreIsNewer(found, KnownVersion);
        }

        for (var version = found; version < KnownVersion; version++)
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

        return KnownVersion;
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
