namespace Candour.Definitions;

/// <summary>What becomes of the rows of a joined file that belong to one row.</summary>
public enum JoinTake
{
    /// <summary>There is at most one, and its value is taken; a second one refuses the file.</summary>
    One,

    /// <summary>How many there are; 0 when there is none.</summary>
    Count,

    /// <summary>Y when there is any, else N.</summary>
    Any,

    /// <summary>The value that all of them have; nothing when they differ.</summary>
    Same,

    /// <summary>The earliest day; rows without one do not count.</summary>
    Earliest,

    /// <summary>The latest day.</summary>
    Latest,

    /// <summary>The sum of their numbers; nothing when no row has one.</summary>
    Sum,
}

/// <summary>A column that a join adds, as if it stood in the file that the rows come from.</summary>
/// <param name="Column">The name it gets.</param>
/// <param name="Take">What becomes of the rows that belong together.</param>
/// <param name="Of">The column of the joined file; empty for counts and for any.</param>
/// <param name="Where">Only rows whose value in this column is one of <paramref name="Values"/>; empty for all.</param>
/// <param name="Values">The values that count, as the joined file writes them.</param>
public sealed record JoinedColumn(string Column, JoinTake Take, string Of, string Where, IReadOnlyList<string> Values);

/// <summary>
/// Another file or sheet of the same extract whose rows belong to the rows of this one by a key. It adds columns and never rows,
/// so a join cannot multiply a count.
/// </summary>
/// <param name="File">Its name in the same folder, a * for any letters; empty for another sheet of the same workbook.</param>
/// <param name="Sheet">Its sheet; empty for the only table it has.</param>
/// <param name="Here">The key: columns of the file that the rows come from, or columns that an earlier join adds.</param>
/// <param name="There">The columns of the joined file that hold the same key, in the same order.</param>
/// <param name="Joins">What is joined to it first.</param>
/// <param name="Adds">The columns it adds.</param>
public sealed record JoinRule(
    string File, string Sheet, IReadOnlyList<string> Here, IReadOnlyList<string> There, IReadOnlyList<JoinRule> Joins,
    IReadOnlyList<JoinedColumn> Adds)
{
    /// <summary>The columns that are read of it, those that its own joins add among them.</summary>
    public IEnumerable<string> Read => There
        .Concat(Adds.SelectMany(add => new[] { add.Of, add.Where })).Concat(Joins.SelectMany(join => join.Here))
        .Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when it only says more about rows, one to each: what it holds beyond them is lost to no count.</summary>
    public bool IsLookup => Adds.All(add => add.Take is JoinTake.One or JoinTake.Same);
}
