using Candour.Readings;

namespace Candour.Requesting;

/// <summary>Something that is already available and may answer a request.</summary>
/// <param name="Title">As people read it.</param>
/// <param name="Beside">What it is or says, in a few words.</param>
/// <param name="Reference">Its permanent reference, which the answer names.</param>
/// <param name="Address">Its page.</param>
/// <param name="Figure">The figure, where it is one.</param>
public sealed record AvailableAnswer(string Title, string Beside, string Reference, string Address, Reading? Figure = null);
