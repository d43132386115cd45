namespace Candour.Synthesis.Planted;

/// <summary>A small file of crimes with faults for which it, or a part of it, is refused.</summary>
/// <param name="Name">Its name in the folder.</param>
/// <param name="Fault">What is wrong, in words.</param>
/// <param name="Column">The column with the fault, or empty where it is none in particular.</param>
/// <param name="Lines">Lines with the fault; the header is line 1.</param>
public sealed record MessyFile(string Name, string Fault, string Column, IReadOnlyList<int> Lines);
