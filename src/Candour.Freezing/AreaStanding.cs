using Candour.Store.Closings;

namespace Candour.Freezing;

/// <summary>Where an area stands with a reporting period.</summary>
public enum AreaStanding
{
    /// <summary>No row, and nobody declared that there were none: never taken for a zero.</summary>
    NotReturned,

    /// <summary>There are rows, and nobody has said that they are right.</summary>
    Returned,

    /// <summary>The area declared that there were no cases.</summary>
    Nil,

    /// <summary>The area agreed these very rows.</summary>
    Agreed,

    /// <summary>The area agreed, or declared none, and the rows are others now.</summary>
    ChangedSince,

    /// <summary>An adjustment waits for a second person.</summary>
    AdjustmentAsked,

    /// <summary>The day passed and nobody said anything.</summary>
    Lapsed,
}

/// <summary>Decides where an area stands, from what it has and what it said. Pure.</summary>
public static class AreaStandings
{
    /// <param name="rows">What the area has.</param>
    /// <param name="latest">What it said last; none when nothing.</param>
    /// <param name="asked">Whether an adjustment of it waits.</param>
    public static AreaStanding Of(AreaRows rows, AreaAnswer? latest, bool asked)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return asked ? AreaStanding.AdjustmentAsked
            : latest is null ? rows.Rows == 0 ? AreaStanding.NotReturned : AreaStanding.Returned
            : latest.Word == AreaWord.Lapsed ? AreaStanding.Lapsed
            : latest.Content != rows.Content ? AreaStanding.ChangedSince
            : latest.Word == AreaWord.Nil ? AreaStanding.Nil
            : AreaStanding.Agreed;
    }

    /// <summary>Whether the area has done its part.</summary>
    public static bool IsDone(AreaStanding standing) => standing is AreaStanding.Agreed or AreaStanding.Nil or AreaStanding.Lapsed;

    /// <summary>As people read it.</summary>
    public static string InWords(AreaStanding standing) => standing switch
    {
        AreaStanding.NotReturned => "not returned",
        AreaStanding.Returned => "returned, not agreed",
        AreaStanding.Nil => "declared nil",
        AreaStanding.Agreed => "agreed",
        AreaStanding.ChangedSince => "changed since it was agreed",
        AreaStanding.AdjustmentAsked => "adjustment asked for",
        _ => "lapsed: the day passed without an answer",
    };
}
