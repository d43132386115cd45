using Candour.Synthesis.Files;

namespace Candour.Synthesis.Stories;

/// <summary>An invented victim as one crime records them. Empty is "not recorded"; the codes for "asked, no usable
/// answer" are answers.</summary>
internal sealed record Victim(
    Reference Reference, string Sex, string AgeGroup, string Ethnicity, string Gender, string Orientation,
    string Disability, string Religion, string GenderReassignment);
