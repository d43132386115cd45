namespace Candour.Synthesis.Places;

/// <summary>An invented area.</summary>
/// <param name="Code"><c>a01</c> to <c>a13</c>.</param>
/// <param name="Title">An invented place name.</param>
public sealed record SyntheticArea(string Code, string Title);
