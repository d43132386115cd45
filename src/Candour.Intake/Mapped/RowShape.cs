using Candour.Definitions;
using Candour.Intake.Reading;

namespace Candour.Intake.Mapped;

/// <summary>Whether a record has the shape of a row of its table. Pure.</summary>
/// <param name="dataset">What the rows are.</param>
/// <param name="header">The header of the table.</param>
/// <param name="cellsAreCounted">True where each record states its cells, as text does.</param>
internal sealed class RowShape(Dataset dataset, Header header, bool cellsAreCounted)
{
    /// <summary>Whether the row has not as many cells as the header, and what is said of it.</summary>
    public bool FieldCountIsWrong(SourceRecord record, out string said)
    {
        said = "";
        if (cellsAreCounted)
        {
            said = record.Cells.Count == header.InFile ? ""
                : $"This row has {record.Cells.Count} of {header.InFile} columns: the file is cut short, or a separator is missing or too many.";
            return said.Length > 0;
        }

        // A sheet leaves out blank cells at the end of a row; a row that ends before what must be there is another kind of row.
        var filled = record.Cells.Count;
        while (filled > 0 && record.Cells[filled - 1] is { Kind: CellKind.Text, Text.Length: 0 })
        {
            filled--;
        }

        var beyond = header.Cells.Count(pair => pair.Value >= filled && pair.Value < header.InFile && dataset.FieldNamed(pair.Key)!.Required);
        said = filled > header.InFile ? $"This row has {filled} cells and the header {header.InFile}: a value stands outside the table."
            : beyond > 1 ? $"This row ends after {filled} of {header.InFile} columns, before what every row must say: it is a total or a remark."
            : "";
        return said.Length > 0;
    }

    /// <summary>Whether the row says what the header says.</summary>
    public bool IsHeaderAgain(SourceRecord record)
    {
        if (record.Cells.Count < header.InFile || header.InFile < 2)
        {
            return false;
        }

        for (var i = 0; i < header.InFile; i++)
        {
            if (!string.Equals(record.Cells[i].Text.Trim(), header.Names[i].Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
