namespace Candour.Synthesis.Planted;

/// <summary>Something put into the nation on purpose, so that a test can ask whether it is found.</summary>
/// <param name="Id">Its name in the answer key.</param>
/// <param name="Kind"><c>shift</c>, <c>point</c>, <c>trend</c>, <c>break</c>, <c>disparity</c>, <c>people</c>,
/// <c>missing</c>, <c>judgement</c>, <c>error</c>, or <c>none</c>: a place to look in which nothing was planted.</param>
/// <param name="Dataset">Where it is to be seen.</param>
/// <param name="Seen">The field in which it is to be seen, and its code where there is one (<c>outcome=16</c>).</param>
/// <param name="Place">Code of the force or unit, or <c>all</c>.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="Size">How large, in the unit that <paramref name="Sentence"/> names.</param>
/// <param name="Sentence">What it is, in words.</param>
internal sealed record Plant(
    string Id, string Kind, string Dataset, string Seen, string Place, DateOnly From, DateOnly Until, double Size,
    string Sentence)
{
    public const string Everywhere = "all";

    public bool Holds(string place, DateOnly day) =>
        (Place == place || Place == Everywhere) && day >= From && day <= Until;
}
