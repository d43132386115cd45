namespace Candour.Intake.Reading;

/// <summary>
/// Cuts text into records by RFC 4180, with any delimiter and any line end (CR LF, LF, CR). Knows no header, no type and no
/// comment: every record comes out, in one pass, with memory for one record.
/// </summary>
public sealed class DelimitedText(TextReader text, char delimiter)
{
    /// <summary>More than any record holds.</summary>
    public const int MostCharacters = 4 * 1024 * 1024;

    private readonly char[] buffer = new char[32 * 1024];
    private readonly List<Cell> cells = [];
    private char[] cell = new char[256];
    private int length;
    private int at;
    private int end;
    private long recordLength;

    /// <summary>The physical line that comes next.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>The physical line on which the record that is being read, or was read last, starts.</summary>
    public long RecordLine { get; private set; } = 1;

    /// <summary>What stopped the reading.</summary>
    public enum Stop
    {
        /// <summary>The text is at its end.</summary>
        End,

        /// <summary>A quotation mark of the record is never closed.</summary>
        OpenQuote,

        /// <summary>The record is longer than <see cref="MostCharacters"/>.</summary>
        TooLong,
    }

    /// <summary>Why <see cref="TryNext"/> said no.</summary>
    public Stop Stopped { get; private set; }

    /// <summary>Position of the cell in which it stopped.</summary>
    public int StoppedAt { get; private set; }

    /// <summary>How many cells a record should have, once the header is known; a quoted cell that swallows whole records is
    /// one whose quotation mark was never closed.</summary>
    public int Expected { get; set; } = int.MaxValue;

    /// <summary>The next record; false at the end, or when the text breaks.</summary>
    public bool TryNext(out SourceRecord record)
    {
        record = null!;
        Stopped = Stop.End;
        cells.Clear();
        recordLength = 0;
        RecordLine = Line;
        var broken = -1;
        if (Peek() < 0)
        {
            return false;
        }

        while (true)
        {
            length = 0;
            if (Peek() == '"')
            {
                if (!ReadQuoted(out var clean))
                {
                    StoppedAt = cells.Count;
                    return false;
                }

                broken = clean || broken >= 0 ? broken : cells.Count;
            }
            else if (!ReadPlain())
            {
                StoppedAt = cells.Count;
                return false;
            }

            cells.Add(length == 0 ? Cell.Empty : new Cell(new string(cell, 0, length)));
            var next = Peek();
            if (next == delimiter)
            {
                at++;
                continue;
            }

            if (next >= 0)
            {
                TakeLineEnd();
            }

            record = new SourceRecord(RecordLine, [.. cells], next >= 0, broken);
            return true;
        }
    }

    private int Peek()
    {
        if (at < end)
        {
            return buffer[at];
        }

        at = 0;
        end = text.Read(buffer, 0, buffer.Length);
        return end == 0 ? -1 : buffer[0];
    }

    private void TakeLineEnd()
    {
        if (buffer[at++] == '\r' && Peek() == '\n')
        {
            at++;
        }

        Line++;
    }

    private bool ReadPlain()
    {
        while (Peek() >= 0)
        {
            var rest = buffer.AsSpan(at, end - at);
            var stop = rest.IndexOfAny(delimiter, '\r', '\n');
            if (!Append(stop < 0 ? rest : rest[..stop]))
            {
                return false;
            }

            at += stop < 0 ? rest.Length : stop;
            if (stop >= 0)
            {
                return true;
            }
        }

        return true;
    }

    /// <summary>False when the quotation mark is not closed; <paramref name="clean"/> is false when text follows the closing one.</summary>
    private bool ReadQuoted(out bool clean)
    {
        clean = true;
        at++;
        var (breaks, delimiters) = (0, 0);
        while (true)
        {
            var next = Peek();
            if (next < 0)
            {
                Stopped = Stop.OpenQuote;
                return false;
            }

            if (next == '"')
            {
                at++;
                if (Peek() != '"')
                {
                    break;
                }

                at++;
                if (!Append("\""))
                {
                    return false;
                }
            }
            else if (next is '\r' or '\n')
            {
                TakeLineEnd();
                breaks++;
                if (!Append("\n"))
                {
                    return false;
                }
            }
            else
            {
                var rest = buffer.AsSpan(at, end - at);
                var stop = rest.IndexOfAny('"', '\r', '\n');
                var plain = stop < 0 ? rest : rest[..stop];
                delimiters += System.MemoryExtensions.Count(plain, delimiter);
                if (!Append(plain))
                {
                    return false;
                }

                at += plain.Length;
            }
        }

        var follows = Peek();
        clean = follows < 0 || follows == delimiter || follows is '\r' or '\n';
        if (breaks > 0 && (!clean || delimiters >= Expected - 1))
        {
            Stopped = Stop.OpenQuote;
            return false;
        }

        return clean || ReadPlain();
    }

    private bool Append(ReadOnlySpan<char> more)
    {
        recordLength += more.Length;
        if (recordLength > MostCharacters)
        {
            Stopped = Stop.TooLong;
            return false;
        }

        if (length + more.Length > cell.Length)
        {
            Array.Resize(ref cell, Math.Max(cell.Length * 2, length + more.Length));
        }

        more.CopyTo(cell.AsSpan(length));
        length += more.Length;
        return true;
    }
}
