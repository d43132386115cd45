using Candour.Kernel;

namespace Candour.Synthesis.Files;

/// <summary>A file that was written.</summary>
/// <param name="Name">Name in its folder.</param>
/// <param name="Rows">Rows below the header.</param>
/// <param name="Hash">Hash of its bytes.</param>
public sealed record SyntheticFile(string Name, long Rows, ContentHash Hash);
