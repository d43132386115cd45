namespace Candour.Definitions;

/// <summary>A condition that several measures share under one name.</summary>
/// <param name="Id">Its name in definitions.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Datasets">The datasets whose rows it can be asked of.</param>
/// <param name="Holds">What it asks for.</param>
public sealed record NamedCondition(string Id, string Title, IReadOnlyList<string> Datasets, Condition Holds);
