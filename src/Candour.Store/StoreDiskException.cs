using System.Data.Common;

namespace Candour.Store;

/// <summary>
/// The disk below the store is full or fails: a fault, because no rule was broken. The message names the store and what happened,
/// and never a row. Nothing of the act was kept, or, when the fault came while it was committed, all of it: a receipt says which.
/// </summary>
/// <param name="words">What happened.</param>
/// <param name="fault">The database's own words.</param>
public sealed class StoreDiskException(string words, DbException fault) : IOException(words, fault);
