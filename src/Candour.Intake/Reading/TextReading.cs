using Candour.Kernel;

namespace Candour.Intake.Reading;

/// <summary>Reads a delimited text file. Its delimiter is the one under which its header has the most of the names looked for.</summary>
internal static class TextReading
{
    private const int Ahead = 32 * 1024;
    private const int MostRecordsAhead = 25;
    private const string Hint = "sep=";

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    public static Result<long> Read(string name, Stream content, byte[] start, ReadingWishes wishes, IRecordSink sink)
    {
        var (encoding, decoder, skip, isKnown) = TextEncoding.Of(start, wishes.Encoding);
        Skip(content, skip);
        using var reader = new StreamReader(content, decoder, detectEncodingFromByteOrderMarks: false, 32 * 1024);
        var ahead = new char[Ahead];
        var length = reader.ReadBlock(ahead, 0, Ahead);
        var first = new string(ahead, 0, length);
        var (delimiter, hinted) = DelimiterOf(first, wishes);
        using var whole = new Rejoined(first, reader);
        var text = new DelimitedText(whole, delimiter);
        sink.Begin(new SourceForm("text", encoding, isKnown, CellsAreCounted: true));
        sink.BeginSheet(new SheetHeading("", IsHidden: false));
        var names = wishes.Names as IReadOnlySet<string> ?? wishes.Names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        IReadOnlyList<Cell> header = [];
        var records = 0L;
        while (text.TryNext(out var record))
        {
            if (records++ == 0 && hinted)
            {
                continue;
            }

            if (header.Count == 0 && !record.IsBlank && (names.Count == 0 || Known(record, names) > 0))
            {
                header = record.Cells;
                text.Expected = header.Count > 1 ? header.Count : int.MaxValue;
            }

            sink.Take(record);
        }

        if (text.Stopped != DelimitedText.Stop.End)
        {
            var column = text.StoppedAt < header.Count ? header[text.StoppedAt].Text : "";
            return text.Stopped == DelimitedText.Stop.TooLong ? new RecordTooLong(name, text.RecordLine) : new UnterminatedQuote(name, text.RecordLine, column);
        }

        sink.EndSheet([]);
        return records;
    }

    private static (char Delimiter, bool Hinted) DelimiterOf(string first, ReadingWishes wishes)
    {
        var line = first.AsSpan()[..(first.AsSpan().IndexOfAny('\r', '\n') is var stop and >= 0 ? stop : first.Length)].Trim('"');
        if (line.Length == Hint.Length + 1 && line.StartsWith(Hint, StringComparison.OrdinalIgnoreCase))
        {
            return (line[^1], true);
        }

        if (wishes.Names.Count == 0)
        {
            return (Delimiters.MaxBy(delimiter => Regularity(first, delimiter)), false);
        }

        var best = (wishes.Delimiter, Names: 0);
        foreach (var delimiter in Delimiters.Where(one => one != wishes.Delimiter).Prepend(wishes.Delimiter))
        {
            using var reader = new StringReader(first);
            var text = new DelimitedText(reader, delimiter);
            for (var i = 0; i < MostRecordsAhead && text.TryNext(out var record); i++)
            {
                var known = Known(record, wishes.Names);
                best = known > best.Names ? (delimiter, known) : best;
            }
        }

        return (best.Delimiter, false);
    }

    /// <summary>Where no name is known: how many cells lie in records that have as many as most others, and more than one.</summary>
    private static int Regularity(string first, char delimiter)
    {
        using var reader = new StringReader(first);
        var text = new DelimitedText(reader, delimiter);
        var widths = new List<int>();
        while (widths.Count < MostRecordsAhead && text.TryNext(out var record))
        {
            if (record.Cells.Count > 1)
            {
                widths.Add(record.Cells.Count);
            }
        }

        return widths.GroupBy(width => width).Select(same => same.Key * same.Count()).DefaultIfEmpty(0).Max();
    }

    private static int Known(SourceRecord record, IReadOnlyCollection<string> names) =>
        record.Cells.Count(cell => cell.Text.Length > 0 && names.Contains(Mapped.Header.Plain(cell.Text)));

    private static void Skip(Stream content, int bytes)
    {
        for (var i = 0; i < bytes; i++)
        {
            content.ReadByte();
        }
    }

    /// <summary>Text that was looked at, and then the rest.</summary>
    private sealed class Rejoined(string first, TextReader rest) : TextReader
    {
        private int at;

        public override int Read(char[] buffer, int index, int count)
        {
            if (at >= first.Length)
            {
                return rest.Read(buffer, index, count);
            }

            var taken = Math.Min(count, first.Length - at);
            first.CopyTo(at, buffer, index, taken);
            at += taken;
            return taken;
        }
    }
}
