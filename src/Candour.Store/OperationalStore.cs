using System.Data.Common;
using System.Globalization;
using Candour.Kernel;
using Candour.Store.Databases;

namespace Candour.Store;

/// <summary>
/// The operational store of a workspace, in SQLite or PostgreSQL. Every act and its audit entry commit in one transaction,
/// or neither does. Opening never damages a store that is not ours or not of our version.
/// </summary>
public sealed partial class OperationalStore
{
    private readonly Database database;

    private OperationalStore(Database database) => this.database = database;

    /// <summary>The database it lies in, for rooms of this house that copy it whole.</summary>
    internal Database Database => database;

    /// <summary>Whether a store can be made in a database; nothing is made yet.</summary>
    internal static Result<Database> MayCreate(Database database) => Explained(database, database.ExamineNew);

    /// <summary>Makes a new store where there is none.</summary>
    public static Result<OperationalStore> Create(Database database) =>
        Explained(database, () => database.ExamineNew().Then(Ready));

    /// <summary>
    /// Opens a store and brings it to the known version. Refuses one that is lost, damaged, newer, out of reach or not to be
    /// written here, and never makes an empty one in its place.
    /// </summary>
    public static Result<OperationalStore> Open(Database database) =>
        Explained(database, () => database.Examine().Then(Ready));

    private static Result<OperationalStore> Ready(Database database)
    {
        using var connection = database.Connect();
        return Migrator.Run(database, connection).Then<OperationalStore>(_ => new OperationalStore(database));
    }

    private static Result<T> Explained<T>(Database database, Func<Result<T>> attempt)
    {
        ArgumentNullException.ThrowIfNull(database);
        try
        {
            return database.OnDisk(attempt);
        }
        catch (DbException fault)
        {
            if (database.TryExplain(fault, out var refusal))
            {
                return refusal;
            }

            throw;
        }
    }

    internal static string Time(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    internal static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
