using Candour.Kernel;

namespace Candour.Store.Closings;

/// <summary>The close of one reporting period of one dataset.</summary>
/// <param name="Dataset">Of which dataset.</param>
/// <param name="Period">Which period.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Version">Raised by one with every move; 0 while it is open.</param>
public sealed record Closing(string Dataset, Period Period, ClosingState State, long Version)
{
    /// <summary>A period of which nothing has been done.</summary>
    public static Closing OfOpen(string dataset, Period period) => new(dataset, period, ClosingState.Open, 0);
}

/// <summary>What the figures of a period are read from.</summary>
/// <param name="Dataset">Of which dataset.</param>
/// <param name="Period">Which period.</param>
/// <param name="Ordinal">1 is the freeze, each later one a restatement; the highest holds.</param>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="Cells">Hash of the list of its cell files with their hashes: what it must be made to again.</param>
/// <param name="At">When.</param>
/// <param name="Who">Who froze it, or asked for the restatement.</param>
/// <param name="ApprovedBy">The second person of a restatement; empty for the freeze.</param>
/// <param name="Reason">Why.</param>
public sealed record Freeze(
    string Dataset, Period Period, long Ordinal, ContentHash Snapshot, ContentHash Cells, DateTimeOffset At, string Who, string ApprovedBy,
    string Reason);

/// <summary>What an area says of its data.</summary>
public enum AreaWord
{
    /// <summary>There were no cases: declared by the area and never inferred.</summary>
    Nil,

    /// <summary>The data are right.</summary>
    Agreed,

    /// <summary>Nobody said anything before the freeze.</summary>
    Lapsed,
}

/// <summary>What an area said of a period; its latest answer holds.</summary>
/// <param name="Dataset">Of which dataset.</param>
/// <param name="Period">Of which period.</param>
/// <param name="Area">Code of the area, of the level that agrees.</param>
/// <param name="Word">What it said.</param>
/// <param name="Content">Hash of the rows that it agreed, 64 digits; empty where there were none.</param>
/// <param name="Who">Who said it.</param>
/// <param name="At">When.</param>
/// <param name="Reason">In words.</param>
public sealed record AreaAnswer(
    string Dataset, Period Period, string Area, AreaWord Word, string Content, string Who, DateTimeOffset At, string Reason);

/// <summary>A unit compared a month of its records with what was submitted.</summary>
public sealed record Reconciliation(string Dataset, string Area, Period Month, string Who, DateTimeOffset At, string Reason);

/// <summary>What an adjustment is about.</summary>
public enum AdjustmentKind
{
    /// <summary>One field of one row is wrong.</summary>
    Correction,

    /// <summary>Rows came, or changed, after the period was frozen.</summary>
    Late,
}

/// <summary>Where an adjustment stands.</summary>
public enum AdjustmentState
{
    Asked,
    Accepted,
    Declined,

    /// <summary>Nobody decided before the freeze.</summary>
    Lapsed,
}

/// <summary>A change of data that an area asks for, or that came after the freeze; a second person decides.</summary>
/// <param name="Id">Random.</param>
/// <param name="Dataset">Of which dataset.</param>
/// <param name="Period">Of which period.</param>
/// <param name="Area">Of which area; of late rows the top of the hierarchy.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="RowKey">Of a correction, the key of the row as it is stored (a pseudonym); else empty.</param>
/// <param name="Field">Of a correction, the field; else empty.</param>
/// <param name="Was">What it held; of late rows, the hash of the rows that the period was frozen with.</param>
/// <param name="Becomes">What it is to hold; of late rows, the hash of the rows that there are now.</param>
/// <param name="Before">Of late rows, the snapshot that the figures are read from, 64 digits; else empty.</param>
/// <param name="After">Of late rows, the snapshot that holds them, 64 digits; else empty.</param>
/// <param name="Reason">Why.</param>
/// <param name="Evidence">Where the evidence lies: a reference, never a name.</param>
/// <param name="AskedBy">Who asked.</param>
/// <param name="AskedAt">When.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DecidedBy">Who decided; empty while it is asked, and when it lapsed.</param>
/// <param name="Decision">What the second person said.</param>
/// <param name="Version">Raised by one when it is decided, from 1.</param>
public sealed record Adjustment(
    string Id, string Dataset, Period Period, string Area, AdjustmentKind Kind, string RowKey, string Field, string Was, string Becomes,
    string Before, string After, string Reason, string Evidence, string AskedBy, DateTimeOffset AskedAt, AdjustmentState State,
    string DecidedBy, string Decision, long Version)
{
    /// <summary>When it was decided, or lapsed; the beginning of time while it is asked.</summary>
    public DateTimeOffset DecidedAt { get; init; }
}

/// <summary>What an adjustment does to one measure in one area.</summary>
/// <param name="Area">Code of the area.</param>
/// <param name="Measure">Id of the measure.</param>
/// <param name="Before">The figure with its interval and counts, in words.</param>
/// <param name="After">The same afterwards.</param>
/// <param name="IsSmall">Either tells of so few people that only whoever sees the whole may be shown it.</param>
public sealed record AdjustmentEffect(string Area, string Measure, string Before, string After, bool IsSmall);

/// <summary>There is no such adjustment.</summary>
public sealed record NoSuchAdjustment() : Refusal("There is no such adjustment here: look at the adjustments of the period.");

/// <summary>One person cannot do both.</summary>
public sealed record DecidedByItsAsker() : Refusal(
    "The adjustment was asked for by the same person: ask somebody else to decide on it. Nothing was changed.");

/// <summary>The decision has been taken.</summary>
public sealed record AdjustmentIsDecided(AdjustmentState State) : Refusal(
    $"The adjustment is {State.ToString().ToLowerInvariant()} already, and nothing was changed: a decision is taken once.");
