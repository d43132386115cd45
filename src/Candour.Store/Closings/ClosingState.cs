using Candour.Kernel;

namespace Candour.Store.Closings;

/// <summary>How far the close of a reporting period has come.</summary>
public enum ClosingState
{
    /// <summary>Rows come in; nothing has been asked of anybody.</summary>
    Open,

    /// <summary>The areas look at their data: they agree them, or ask for an adjustment.</summary>
    Validating,

    /// <summary>Every area has agreed or let its day pass, and no adjustment is undecided.</summary>
    Agreed,

    /// <summary>The snapshot is pinned: the figures of the period are read from it and from no later one.</summary>
    Frozen,

    /// <summary>The frozen figures have been given out.</summary>
    Published,

    /// <summary>The figures were frozen again, from a later snapshot, with a second person's approval.</summary>
    Restated,
}

/// <summary>What can be done to a reporting period.</summary>
public enum ClosingMove
{
    /// <summary>Ask the areas to look at their data.</summary>
    Validate,

    /// <summary>Record that all have agreed.</summary>
    Agree,

    /// <summary>Go back to the areas, before the freeze.</summary>
    Reopen,

    /// <summary>Pin the snapshot.</summary>
    Freeze,

    /// <summary>Say that the figures have been given out.</summary>
    Publish,

    /// <summary>Freeze again, from a later snapshot.</summary>
    Restate,
}

/// <summary>The period does not move so.</summary>
public sealed record IllegalMove(string Dataset, Period Period, ClosingState State, ClosingMove Move) : Refusal(
    $"{Period.InWords()} of '{Dataset}' is {ClosingMachine.Word(State)} and cannot be {ClosingMachine.Done(Move)}: "
    + $"{ClosingMachine.Way(State)} Nothing was changed.");

/// <summary>The states of a reporting period and the moves between them. Pure: the store asks it inside the transaction of every move.</summary>
public static class ClosingMachine
{
    /// <summary>The state after a move; none where the move is not one of this state.</summary>
    public static ClosingState? Next(ClosingState state, ClosingMove move) => (state, move) switch
    {
        (ClosingState.Open, ClosingMove.Validate) => ClosingState.Validating,
        (ClosingState.Validating, ClosingMove.Agree) => ClosingState.Agreed,
        (ClosingState.Agreed, ClosingMove.Reopen) => ClosingState.Validating,
        (ClosingState.Agreed, ClosingMove.Freeze) => ClosingState.Frozen,
        (ClosingState.Frozen or ClosingState.Restated, ClosingMove.Publish) => ClosingState.Published,
        (ClosingState.Frozen or ClosingState.Published or ClosingState.Restated, ClosingMove.Restate) => ClosingState.Restated,
        _ => null,
    };

    /// <summary>The same for a period, refused in words.</summary>
    public static Result<ClosingState> Next(string dataset, Period period, ClosingState state, ClosingMove move) =>
        Next(state, move) is { } next ? next : new IllegalMove(dataset, period, state, move);

    /// <summary>True from the freeze on: the figures are read from a pinned snapshot.</summary>
    public static bool IsFrozen(ClosingState state) => state is ClosingState.Frozen or ClosingState.Published or ClosingState.Restated;

    /// <summary>As it is stored and said.</summary>
    public static string Word(ClosingState state) => state.ToString().ToLowerInvariant();

    internal static string Done(ClosingMove move) => move switch
    {
        ClosingMove.Validate => "put before the areas",
        ClosingMove.Agree => "agreed",
        ClosingMove.Reopen => "put before the areas again",
        ClosingMove.Freeze => "frozen",
        ClosingMove.Publish => "published",
        _ => "restated",
    };

    /// <summary>What can be done instead.</summary>
    internal static string Way(ClosingState state) => state switch
    {
        ClosingState.Open => "its areas have to be asked to look at their data first.",
        ClosingState.Validating => "every area has to agree its data, or let its day pass, before it is agreed.",
        ClosingState.Agreed => "it can be frozen, or put before the areas again.",
        ClosingState.Published => "what was given out changes by a restatement alone.",
        _ => "a frozen period can be published, and changes by a restatement alone.",
    };
}
