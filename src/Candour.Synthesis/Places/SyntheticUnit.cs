namespace Candour.Synthesis.Places;

/// <summary>An invented prosecution unit.</summary>
/// <param name="Code"><c>u01</c> to <c>u60</c>.</param>
/// <param name="Title">An invented place name and what the unit does.</param>
/// <param name="Kind">Code of the list <c>unit-kind</c>.</param>
/// <param name="FormerArea">Code of the former area it lies in.</param>
/// <param name="Forces">Codes of the forces it serves.</param>
public sealed record SyntheticUnit(
    string Code, string Title, string Kind, string FormerArea, IReadOnlyList<string> Forces)
{
    internal SyntheticUnit(string code, string title, string kind, string formerArea, string forces)
        : this(code, title, kind, formerArea, forces.Split(' '))
    {
    }

    /// <summary>The unit took no more cases from this day on, when it was merged into another.</summary>
    public static readonly DateOnly MergedDay = new(2023, 10, 1);

    /// <summary>The unit was merged into another on <see cref="MergedDay"/>.</summary>
    public bool IsMerged => Kind == "area-office";
}
