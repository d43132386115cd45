namespace Candour.Intake.Reading;

/// <summary>What a cell is where the file says it. Text files say nothing: all their cells are text.</summary>
public enum CellKind : byte
{
    /// <summary>Characters, as they stand.</summary>
    Text,

    /// <summary>A number, written plainly where it is whole.</summary>
    Number,

    /// <summary>A day, as yyyy-mm-dd.</summary>
    Date,

    /// <summary>A day with a time of day other than midnight, as yyyy-mm-ddThh:mm:ss.</summary>
    DateAndTime,

    /// <summary>A number formatted as a day that no calendar has.</summary>
    NoDate,

    /// <summary>TRUE or FALSE.</summary>
    TrueOrFalse,

    /// <summary>An error of the spreadsheet, such as #REF!, or something that a reader cannot name.</summary>
    Fault,

    /// <summary>A formula; it is never evaluated, and what it once gave is not trusted.</summary>
    Formula,

    /// <summary>Covered by a merged cell that starts elsewhere.</summary>
    Merged,
}

/// <summary>One cell of a record.</summary>
public readonly record struct Cell(string Text, CellKind Kind = CellKind.Text)
{
    /// <summary>A cell with nothing in it.</summary>
    public static Cell Empty { get; } = new("");

    /// <summary>True when nothing is in it but blanks.</summary>
    public bool IsBlank => Kind != CellKind.Merged && string.IsNullOrWhiteSpace(Text);
}

/// <summary>One record of a file.</summary>
/// <param name="Line">The physical line it starts on, the header being line 1 of a plain file; the row number in a workbook.</param>
/// <param name="Cells">As they stand, quotes taken off.</param>
/// <param name="Ends">True when it has the end it should have: a line break, or any row of a workbook.</param>
/// <param name="BrokenQuote">The position of a cell whose quotation mark is followed by more text; -1 for none.</param>
public sealed record SourceRecord(long Line, IReadOnlyList<Cell> Cells, bool Ends = true, int BrokenQuote = -1)
{
    /// <summary>True when no cell holds anything.</summary>
    public bool IsBlank
    {
        get
        {
            for (var i = 0; i < Cells.Count; i++)
            {
                if (!Cells[i].IsBlank)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
