using Candour.Statistics;

namespace Candour.Readings;

/// <summary>A share as it was counted, with the name of whom it was counted for.</summary>
/// <param name="Name">An area, a group, a cause.</param>
/// <param name="Count">0 of 0 where there was nothing to count.</param>
public sealed record NamedShare(string Name, ShareCount Count);
