using Candour.Statistics;

namespace Candour.Readings.Disparities;

/// <summary>One breakdown of a share whose groups are to be compared.</summary>
/// <param name="Field">What makes the groups: "Ethnic group of the victim".</param>
/// <param name="Groups">The recorded ones, in the order of their list. Who is unknown is never among them.</param>
/// <param name="Unknown">Those whose group is not recorded, was refused or is not known.</param>
public sealed record DisparityQuestion(string Field, IReadOnlyList<NamedShare> Groups, ShareCount Unknown);
