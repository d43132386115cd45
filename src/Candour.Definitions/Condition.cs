namespace Candour.Definitions;

/// <summary>What a test asks of one field.</summary>
public enum TestKind
{
    /// <summary>The field is one of the codes. A row whose field is missing cannot say.</summary>
    OneOf,

    /// <summary>The field is missing.</summary>
    Missing,

    /// <summary>The field is not missing.</summary>
    Recorded,
}

/// <summary>A test of one field.</summary>
/// <param name="Field">The field's id.</param>
/// <param name="Kind">What is asked.</param>
/// <param name="Codes">As the author wrote them: codes and groups; empty unless <see cref="TestKind.OneOf"/>.</param>
public sealed record FieldTest(string Field, TestKind Kind, IReadOnlyList<string> Codes)
{
    public bool Equals(FieldTest? other) =>
        other is not null && Field == other.Field && Kind == other.Kind && Codes.SequenceEqual(other.Codes);

    public override int GetHashCode() => HashCode.Combine(Field, Kind, Codes.Count);
}

/// <summary>A structured condition: all its tests hold. No tests means every row.</summary>
public sealed record Condition(IReadOnlyList<FieldTest> Tests)
{
    public static Condition Everything { get; } = new([]);

    public Condition And(Condition other) => new([.. Tests, .. other.Tests]);

    public bool Equals(Condition? other) => other is not null && Tests.SequenceEqual(other.Tests);

    public override int GetHashCode() => Tests.Count;
}
