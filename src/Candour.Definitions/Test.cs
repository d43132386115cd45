namespace Candour.Definitions;

/// <summary>One test of one row. The private constructor closes the hierarchy: there are these kinds and no other.</summary>
public abstract record Test
{
    private protected Test()
    {
    }

    /// <summary>The fields it looks at.</summary>
    public abstract IReadOnlyList<string> Fields { get; }
}

/// <summary>What a test asks of the code or the presence of one field.</summary>
public enum TestKind
{
    /// <summary>The field is one of the codes. A row whose field is missing cannot say.</summary>
    OneOf,

    /// <summary>The field is none of the codes. A row whose field is missing cannot say.</summary>
    NoneOf,

    /// <summary>The field is missing.</summary>
    Missing,

    /// <summary>The field is not missing.</summary>
    Recorded,
}

/// <summary>A test of one field by its codes or its presence.</summary>
/// <param name="Field">The field's id.</param>
/// <param name="Kind">What is asked.</param>
/// <param name="Codes">As the author wrote them: codes and groups; empty unless codes are asked for.</param>
public sealed record FieldTest(string Field, TestKind Kind, IReadOnlyList<string> Codes) : Test
{
    public override IReadOnlyList<string> Fields => [Field];

    public bool Equals(FieldTest? other) =>
        other is not null && Field == other.Field && Kind == other.Kind && Codes.SequenceEqual(other.Codes);

    public override int GetHashCode() => HashCode.Combine(Field, Kind, Codes.Count);
}

/// <summary>How two dates of a row lie to each other.</summary>
public enum DateOrder
{
    /// <summary>From the day of the other to so many days after it, both included. A date before the other cannot say.</summary>
    WithinDaysOf,

    /// <summary>So many days or more before the other.</summary>
    AtLeastDaysBefore,

    OnOrBefore,
    Before,
    OnOrAfter,
    After,
}

/// <summary>
/// A test of a date against another date of the row. A date that is missing has not happened, so the test does not hold;
/// only where the age of a date is asked for (<see cref="DateOrder.AtLeastDaysBefore"/>) can a row without it not say. A
/// row without the other date cannot say.
/// </summary>
/// <param name="Field">The date that is tested.</param>
/// <param name="Order">How it must lie to the other.</param>
/// <param name="Days">How many days, where days are asked for; else 0.</param>
/// <param name="Other">The date it is compared with.</param>
public sealed record DateTest(string Field, DateOrder Order, int Days, string Other) : Test
{
    public override IReadOnlyList<string> Fields => [Field, Other];
}

/// <summary>A number lies within bounds, both included. A row whose field is missing cannot say.</summary>
/// <param name="Field">The number field.</param>
/// <param name="AtLeast"><see cref="Unbounded"/> negated when there is none.</param>
/// <param name="AtMost"><see cref="Unbounded"/> when there is none.</param>
public sealed record NumberTest(string Field, decimal AtLeast, decimal AtMost) : Test
{
    /// <summary>Stands for "no bound below" and "no bound above".</summary>
    public const decimal Unbounded = decimal.MaxValue;

    public override IReadOnlyList<string> Fields => [Field];
}

/// <summary>Two code fields hold the same code, or another one. A row in which either is missing cannot say.</summary>
public sealed record SameTest(string Field, string Other, bool IsSame) : Test
{
    public override IReadOnlyList<string> Fields => [Field, Other];
}

/// <summary>
/// Another row of the same identifier lies 1 to so many days earlier: a suspect named in an earlier report, an issue that
/// came back. A row without the date or the identifier cannot say.
/// </summary>
/// <param name="Field">The date by which rows are earlier or later.</param>
/// <param name="Identifier">The identifier that both rows share.</param>
/// <param name="Days">How far back is looked.</param>
public sealed record EarlierTest(string Field, string Identifier, int Days) : Test
{
    public override IReadOnlyList<string> Fields => [Field, Identifier];
}

/// <summary>At least one of several conditions holds: Yes if any is, else Unknown if any is, else No.</summary>
public sealed record AnyTest(IReadOnlyList<Condition> Conditions) : Test
{
    public override IReadOnlyList<string> Fields => [.. Conditions.SelectMany(condition => condition.Fields)];

    public bool Equals(AnyTest? other) => other is not null && Conditions.SequenceEqual(other.Conditions);

    public override int GetHashCode() => Conditions.Count;
}

/// <summary>A condition that has a name and a file of its own holds.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Condition">What it asks for.</param>
public sealed record NamedTest(string Name, string Title, Condition Condition) : Test
{
    public override IReadOnlyList<string> Fields => [.. Condition.Fields];
}
