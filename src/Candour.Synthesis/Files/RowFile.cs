namespace Candour.Synthesis.Files;

/// <summary>Writes the rows of one file as they come and keeps none. Lines end with a line feed; no value holds a
/// comma, a quote or a line break, so none is quoted.</summary>
internal sealed class RowFile : IDisposable
{
    private const int LongestRow = 8_192;

    private readonly FileStream stream;
    private readonly byte[] buffer = new byte[65_536];
    private readonly int columns;
    private int at;

    public RowFile(string directory, SyntheticTable table)
    {
        columns = table.Columns.Count;
        stream = new FileStream(Path.Combine(directory, table.FileName), FileMode.Create, FileAccess.Write, FileShare.Read, 0);
        Put("label");
        foreach (var column in table.Columns)
        {
            Put(",");
            Put(column);
        }

        Put("\n");
    }

    /// <summary>Rows so far, the header not counted.</summary>
    public long Rows { get; private set; }

    /// <summary>Writes one row, its label before it.</summary>
    public void Write(params ReadOnlySpan<Cell> cells)
    {
        if (cells.Length != columns)
        {
            throw new InvalidOperationException($"A row of {cells.Length} values does not fit {columns} columns.");
        }

        if (buffer.Length - at < LongestRow)
        {
            Flush();
        }

        Put(SyntheticNation.Label);
        foreach (ref readonly var cell in cells)
        {
            buffer[at++] = (byte)',';
            at += cell.WriteTo(buffer.AsSpan(at));
        }

        buffer[at++] = (byte)'\n';
        Rows++;
    }

    public void Dispose()
    {
        Flush();
        stream.Dispose();
    }

    private void Put(string text)
    {
        Cell cell = text;
        at += cell.WriteTo(buffer.AsSpan(at));
    }

    private void Flush()
    {
        stream.Write(buffer, 0, at);
        at = 0;
    }
}
