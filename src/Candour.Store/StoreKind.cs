using Candour.Kernel;
using Candour.Store.Databases;
using Candour.Store.Keys;

namespace Candour.Store;

/// <summary>In which database a workspace keeps its operational store.</summary>
public enum StoreKind
{
    /// <summary>A file of its own, in the workspace.</summary>
    Sqlite,

    /// <summary>A database on a server; where it is and who may enter never stands in the workspace.</summary>
    PostgreSql,
}

/// <summary>Finds the database of a workspace.</summary>
internal static class StoreAddress
{
    private const string Variable = "CANDOUR_STORE";

    /// <summary>The same for a workspace that is being made; nothing lies beside its keys yet.</summary>
    public static Result<Database> OfNew(StoreKind kind, string folder) =>
        kind == StoreKind.Sqlite ? SqliteIn(folder)
        : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } words ? Database.PostgreSql.At(words)
        : new StoreAddressIsNotGiven();

    /// <summary>
    /// The SQLite file of the folder, or the PostgreSQL database whose connection string the server's environment gives in
    /// CANDOUR_STORE, else a file of mode 600 beside the workspace's keys.
    /// </summary>
    public static Result<Database> Of(StoreKind kind, string folder, string workspaceId, string keyFolder)
    {
        if (OfNew(kind, folder) is var named and not Result<Database>.Refused { Refusal: StoreAddressIsNotGiven })
        {
            return named;
        }

        var file = Path.Combine(keyFolder, workspaceId + ".store");
        return !File.Exists(file) ? new StoreAddressIsMissing(file)
            : SecretFile.IsOpenToOthers(file) ? new StoreAddressIsOpenToOthers(file)
            : Database.PostgreSql.At(SecretFile.Read(file));
    }

    private static Database.Sqlite SqliteIn(string folder) => new(Path.Combine(folder, "candour.db"));
}
