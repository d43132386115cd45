namespace Candour.Definitions;

/// <summary>
/// A structured condition: all its tests hold. No tests means every row. A conjunction is No when any test is No, else
/// Unknown when any is Unknown, else Yes.
/// </summary>
public sealed record Condition(IReadOnlyList<Test> Tests)
{
    public static Condition Everything { get; } = new([]);

    public Condition And(Condition other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new([.. Tests, .. other.Tests]);
    }

    /// <summary>The tests with every named condition replaced by its own tests: what is really asked of a row.</summary>
    public IReadOnlyList<Test> Flat =>
        [.. Tests.SelectMany(test => test is NamedTest named ? named.Condition.Flat : [test])];

    /// <summary>The fields that any test looks at.</summary>
    public IEnumerable<string> Fields => Flat.SelectMany(test => test.Fields);

    public bool Equals(Condition? other) => other is not null && Tests.SequenceEqual(other.Tests);

    public override int GetHashCode() => Tests.Count;
}
