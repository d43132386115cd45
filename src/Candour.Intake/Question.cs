namespace Candour.Intake;

/// <summary>Something that cannot be known from the file: nothing of it is taken until a person answers.</summary>
/// <param name="Code">Machine code, such as <c>AMBIGUOUS_DATE</c>.</param>
/// <param name="Line">Where it was met first; 0 for the file.</param>
/// <param name="Column">The column; empty for none.</param>
/// <param name="Sentence">What is asked.</param>
/// <param name="Key">The word by which it is answered: <c>encoding</c>, <c>dates</c> or <c>sheets</c>.</param>
/// <param name="Choices">The answers that make sense.</param>
public sealed record Question(string Code, long Line, string Column, string Sentence, string Key, IReadOnlyList<string> Choices);
