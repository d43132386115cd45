namespace Candour.Synthesis.Files;

/// <summary>The name of an invented thing: what it is and where (<c>SYN-C-F01-</c>), and its running number there.
/// </summary>
internal readonly record struct Reference(string Prefix, int Number);
