using Candour.Kernel;

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

/// <summary>The database on the server holds no store.</summary>
public sealed record StoreIsNotThere(string Where) : Refusal(
    $"The PostgreSQL database {Where} holds no store of Candour, and none was made in its place: restore it from a backup, or "
    + "check CANDOUR_STORE.");

/// <summary>Nothing answers where the database should be.</summary>
public sealed record StoreCannotBeReached(string Where) : Refusal(
    $"The PostgreSQL database {Where} cannot be reached: see that the server runs and that CANDOUR_STORE names it rightly. "
    + "Nothing was changed.");

/// <summary>The server answers and says no.</summary>
public sealed record StoreLetsNobodyIn(string Where) : Refusal(
    $"The PostgreSQL server refuses to open {Where}: check the database's name, the user and the password in CANDOUR_STORE. "
    + "Nothing was changed.");

/// <summary>The user of the database lacks a right.</summary>
public sealed record StoreMayNotBeWritten(string Where) : Refusal(
    $"The user named in CANDOUR_STORE may not make or change tables in {Where}: let it own the database or a schema in it.");

/// <summary>The connection string is not one.</summary>
public sealed record StoreAddressIsNotReadable() : Refusal(
    "The connection string of the store is not one of PostgreSQL: it reads 'Host=…;Port=5432;Database=…;Username=…;Password=…'. "
    + "Set CANDOUR_STORE rightly and try again.");

/// <summary>A new store needs its connection string.</summary>
public sealed record StoreAddressIsNotGiven() : Refusal(
    "A workspace whose store is in PostgreSQL needs its connection string: set CANDOUR_STORE and try again. Nothing was made.");

/// <summary>No connection string was given.</summary>
public sealed record StoreAddressIsMissing(string File) : Refusal(
    $"This workspace keeps its store in PostgreSQL: set CANDOUR_STORE to its connection string, or write it into {File}, "
    + "readable by you alone.");

/// <summary>Others can read the connection string, which may hold a password.</summary>
public sealed record StoreAddressIsOpenToOthers(string File) : Refusal(
    $"The connection string in {File} can be read by other people: run 'chmod 600 {File}' and try again.");

/// <summary>The store was made for another workspace.</summary>
public sealed record StoreBelongsToAnother() : Refusal(
    "The store belongs to another workspace than this one. Nothing was changed: name this workspace's own database in "
    + "CANDOUR_STORE, or a new and empty one.");

/// <summary>Not a kind of store.</summary>
public sealed record UnknownStoreKind(string Said) : Refusal(
    $"There is no kind of store '{Said}': say sqlite, which is a file in the workspace, or postgresql.");
