using System.Data.Common;
using Candour.Kernel;
using Candour.Store.Databases;
using Candour.Store.Keeping;
using Dapper;

namespace Candour.Store;

/// <summary>The rows of files that are kept sealed.</summary>
public sealed partial class OperationalStore
{
    private const string KeptColumns = "id, sealed AS sealedAs, size, kept_at AS keptAt";

    /// <summary>What is kept under a content; absent when nothing is.</summary>
    public KeptFile? FindKept(ContentHash id) =>
        database.Read<KeptRow>($"SELECT {KeptColumns} FROM kept_file WHERE id = @Id", new { Id = id.Hex }) is [var row] ? row.ToRecord() : null;

    /// <summary>Records a sealed file; one that is here stays as it is.</summary>
    private static void Keep(Act act, KeptFile file) => act.Execute(
        """
        INSERT INTO kept_file (id, sealed, size, kept_at) VALUES (@Id, @Sealed, @Size, @KeptAt)
        ON CONFLICT (id) DO NOTHING
        """,
        new { Id = file.Id.Hex, Sealed = file.Sealed.Hex, file.Size, KeptAt = Time(file.KeptAt) });

    /// <summary>The names of the sealed files that are here, seen by the transaction of a backup.</summary>
    internal static IReadOnlyList<string> KeptHere(DbConnection connection, DbTransaction transaction) =>
        connection.Query<string>("SELECT sealed FROM kept_file ORDER BY sealed", transaction: transaction).AsList();

    private sealed record KeptRow(string Id, string SealedAs, long Size, string KeptAt)
    {
        public KeptFile ToRecord() => new(Hash(Id), Hash(SealedAs), Size, Time(KeptAt));
    }
}
