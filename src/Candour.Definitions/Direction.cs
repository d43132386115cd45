namespace Candour.Definitions;

/// <summary>Which way is better. Context unless a source says otherwise.</summary>
public enum Better
{
    /// <summary>Neither way: the figure describes.</summary>
    Context,

    Higher,
    Lower,

    /// <summary>A difference towards nothing.</summary>
    Zero,

    /// <summary>A ratio towards one.</summary>
    One,

    /// <summary>Neither too high nor too low.</summary>
    Band,
}

/// <summary>Which way is better, who says so, and what keeps it honest.</summary>
/// <param name="Better">Which way.</param>
/// <param name="Source">The paragraph that says so; empty for context.</param>
/// <param name="Balancing">The measures that would show if it were bought at the expense of something else.</param>
/// <param name="Gaming">How the figure could be improved without anything getting better.</param>
public sealed record Direction(Better Better, string Source, IReadOnlyList<string> Balancing, string Gaming)
{
    /// <summary>The default: no way is better.</summary>
    public static Direction Context { get; } = new(Better.Context, "", [], "");
}
