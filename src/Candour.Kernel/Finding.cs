namespace Candour.Kernel;

/// <summary>How much a finding matters to the rows it is about.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Note,

    /// <summary>The row is kept, but a figure made of it needs care.</summary>
    Warning,

    /// <summary>The row, or the whole file, cannot be taken.</summary>
    Error,
}

/// <summary>
/// The data are wrong or missing. A record, never thrown, that never holds a value which could be personal:
/// a value is shown only where the field is a code, a number or a period.
/// </summary>
/// <param name="Code">Stable machine code of the check, such as <c>CODE_UNKNOWN</c>.</param>
/// <param name="Severity">What it means for the rows.</param>
/// <param name="Line">Physical line where the record starts; the header is line 1; 0 when it is about the file.</param>
/// <param name="Column">Column name as it stands in the file; empty when it is about the whole row or file.</param>
/// <param name="Value">The offending value where it is safe to repeat, else empty.</param>
/// <param name="Message">What is wrong and what to do, in one sentence.</param>
/// <param name="Rows">How many rows this finding stands for; at least 1.</param>
public sealed record Finding(
    string Code,
    Severity Severity,
    long Line,
    string Column,
    string Value,
    string Message,
    long Rows = 1);
