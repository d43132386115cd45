using Candour.Definitions;

namespace Candour.Databank.States;

/// <summary>Only rows whose field is one of some codes or groups.</summary>
public sealed record Narrowing(string Field, IReadOnlyList<string> Codes)
{
    public static IReadOnlyList<Narrowing> Of(IReadOnlyList<KeyValuePair<string, string>> where)
    {
        ArgumentNullException.ThrowIfNull(where);
        return [.. where.Select(pair => new Narrowing(pair.Key, [pair.Value]))];
    }

    /// <summary>The same as a condition.</summary>
    public static Condition Condition(IEnumerable<Narrowing> where) =>
        new([.. where.Select(one => new FieldTest(one.Field, TestKind.OneOf, one.Codes))]);

    /// <summary>The codes it stands for, each once.</summary>
    internal IReadOnlyList<string> Expanded(Dataset dataset, Catalogue catalogue) =>
        [.. Codes.SelectMany(catalogue.CodesOf(dataset, Field).Expand).Distinct()];

    public override string ToString() => $"{Field}={string.Join('|', Codes)}";
}
