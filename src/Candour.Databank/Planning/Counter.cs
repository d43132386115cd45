namespace Candour.Databank.Planning;

/// <summary>
/// What a counted row adds. A sampling weight is another thing and no case of this: what takes one is estimated from its
/// rows (<see cref="RowsRead"/>). The private constructor closes the hierarchy.
/// </summary>
public abstract record Weighing
{
    private Weighing()
    {
    }

    /// <summary>The field that is added; empty for rows.</summary>
    public abstract string Field { get; }

    /// <summary>Each row adds 1.</summary>
    public sealed record Rows : Weighing
    {
        public override string Field => "";

        public override string ToString() => "rows";
    }

    /// <summary>Each row adds its count weight: a whole number, below zero for a correction.</summary>
    public sealed record CountWeight(string Weight) : Weighing
    {
        public override string Field => Weight;

        public override string ToString() => $"count weight {Weight}";
    }

    /// <summary>Each row adds its amount, in the smallest decimal of the field.</summary>
    public sealed record Amount(string Of) : Weighing
    {
        public override string Field => Of;

        public override string ToString() => $"amount {Of}";
    }
}

/// <summary>One sum that is kept in every cell; several measures may be made of it.</summary>
/// <param name="Selects">The rows that are counted.</param>
/// <param name="Weighs">What each of them adds.</param>
/// <param name="Breakdowns">The breakdowns that any measure made of it declares, the whole among them.</param>
public sealed record Counter(Selection Selects, Weighing Weighs, IReadOnlyList<Breakdown> Breakdowns);

/// <summary>A day field of some rows, whose days are kept in every cell: events and censorings by day.</summary>
/// <param name="Days">The day field.</param>
/// <param name="Selects">The rows.</param>
/// <param name="Weighs">What each row weighs.</param>
/// <param name="Quantiles">The quantiles that any measure asks for, in order.</param>
/// <param name="Breakdowns">The breakdowns that any measure made of it declares.</param>
/// <param name="DaysBy">The breakdowns whose events and censorings by day are kept: the whole, and by how rows ended where
/// any measure says which field tells it. Those of any other breakdown are read by a pass.</param>
public sealed record DayCounter(
    DayField Days, Selection Selects, Weighing Weighs, IReadOnlyList<double> Quantiles, IReadOnlyList<Breakdown> Breakdowns,
    IReadOnlyList<Breakdown> DaysBy);

/// <summary>How many different identifiers some rows hold. Never a sum over areas or periods.</summary>
/// <param name="Identifier">The identifier's field.</param>
/// <param name="Selects">The rows.</param>
/// <param name="Breakdowns">The breakdowns that any measure made of it declares.</param>
public sealed record DistinctCounter(string Identifier, Selection Selects, IReadOnlyList<Breakdown> Breakdowns);

/// <summary>The fields that cells are split by: none for the whole, one for a breakdown, two for a declared pair.</summary>
public sealed record Breakdown(IReadOnlyList<string> Fields)
{
    public static Breakdown Whole { get; } = new([]);

    /// <summary>The fields as one word; empty for the whole.</summary>
    public string Name { get; } = string.Join(" x ", Fields);

    public bool Equals(Breakdown? other) => other is not null && Name == other.Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Name.Length == 0 ? "whole" : Name;
}
