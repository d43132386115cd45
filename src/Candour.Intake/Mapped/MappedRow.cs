namespace Candour.Intake.Mapped;

/// <summary>One accepted row: values in the order of the dataset's fields; empty means missing.</summary>
/// <param name="Line">The physical line it came from.</param>
/// <param name="Values">Codes, ISO dates, periods, whole numbers, pseudonyms.</param>
public sealed record MappedRow(long Line, string[] Values);
