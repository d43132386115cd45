using Candour.Intake.Mapped;
using Candour.Intake.Reading;
using Candour.Kernel;

namespace Candour.Intake.Joining;

/// <summary>The tables that are joined to one file, in the order in which they add their columns. A record stays one record.</summary>
internal sealed class Joins(IReadOnlyList<JoinedTable> tables)
{
    private List<int[]> keys = [];

    /// <summary>Nothing is joined.</summary>
    public static Joins None { get; } = new([]);

    /// <summary>The names of the columns that are added, behind those of the file.</summary>
    public IReadOnlyList<string> Columns { get; } = [.. tables.SelectMany(table => table.Rule.Adds).Select(add => add.Column)];

    /// <summary>Where the keys stand; the names are those of the file and of the added columns.</summary>
    public void Use(IReadOnlyList<string> names)
    {
        var plain = names.Select(Header.Plain).ToList();
        keys = [.. tables.Select(table => table.Rule.Here
            .Select(column => plain.FindIndex(name => name.Equals(column, StringComparison.OrdinalIgnoreCase))).ToArray())];
    }

    /// <summary>The record with the added columns behind its own, which are filled up to the width of the file.</summary>
    public SourceRecord Added(SourceRecord record, int width)
    {
        if (tables.Count == 0)
        {
            return record;
        }

        var cells = new List<Cell>(width + Columns.Count);
        for (var i = 0; i < width; i++)
        {
            cells.Add(i < record.Cells.Count ? record.Cells[i] : Cell.Empty);
        }

        for (var i = 0; i < tables.Count; i++)
        {
            cells.AddRange(tables[i].For([.. keys[i].Select(index => cells[index].Text.Trim())]));
        }

        return record with { Cells = cells };
    }

    /// <summary>What must be told when the file is at its end.</summary>
    public IEnumerable<Finding> Findings() => tables.SelectMany(table => table.Findings());
}
