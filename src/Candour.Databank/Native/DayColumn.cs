using System.Numerics;
using System.Runtime.InteropServices;
using Candour.Databank.Columns;
using Candour.Databank.Planning;

namespace Candour.Databank.Native;

/// <summary>The days of a day field, block by block.</summary>
internal sealed class DayColumn(DayField field, EncodedColumns columns)
{
    private readonly EncodedColumn from = columns[field.From];
    private readonly EncodedColumn to = columns[field.To];
    private readonly EncodedColumn? openUntil = field.OpenUntil.Length == 0 ? null : columns[field.OpenUntil];

    /// <summary>Of some rows whether each was decided, is open, or has no days.</summary>
    public void Fill(int start, Span<int> verdicts)
    {
        Span<int> begun = stackalloc int[VerdictSource.RowsAtOnce];
        begun = begun[..verdicts.Length];
        Span<int> ended = stackalloc int[VerdictSource.RowsAtOnce];
        ended = ended[..verdicts.Length];
        Span<int> open = stackalloc int[VerdictSource.RowsAtOnce];
        open = open[..verdicts.Length];
        from.Codes.Copy(start, begun);
        to.Codes.Copy(start, ended);
        openUntil?.Codes.Copy(start, open);
        var (decidedShift, openShift) = (to.FirstDay - from.FirstDay, (openUntil?.FirstDay ?? 0) - from.FirstDay);
        for (var i = Together(begun, ended, open, verdicts, decidedShift, openShift); i < verdicts.Length; i++)
        {
            var decided = ended[i] != 0;
            var end = decided ? ended[i] : open[i];
            var waited = end - begun[i] + (decided ? decidedShift : openShift);
            var counts = begun[i] != 0 && end != 0 && waited >= 0;
            verdicts[i] = !counts ? VerdictSource.No : decided ? VerdictSource.Yes : VerdictSource.CannotSay;
        }
    }

    private static int Together(
        Span<int> begun, Span<int> ended, Span<int> open, Span<int> verdicts, int decidedShift, int openShift)
    {
        if (!Vector.IsHardwareAccelerated)
        {
            return 0;
        }

        var begins = MemoryMarshal.Cast<int, Vector<int>>(begun);
        var ends = MemoryMarshal.Cast<int, Vector<int>>(ended);
        var opens = MemoryMarshal.Cast<int, Vector<int>>(open);
        var into = MemoryMarshal.Cast<int, Vector<int>>(verdicts);
        for (var at = 0; at < into.Length; at++)
        {
            var isOpen = Vector.Equals(ends[at], Vector<int>.Zero);
            var end = Vector.ConditionalSelect(isOpen, opens[at], ends[at]);
            var waited = end - begins[at] + Vector.ConditionalSelect(isOpen, Vector.Create(openShift), Vector.Create(decidedShift));
            var none = Vector.Equals(begins[at], Vector<int>.Zero) | Vector.Equals(end, Vector<int>.Zero)
                | Vector.LessThan(waited, Vector<int>.Zero);
            into[at] = Vector.ConditionalSelect(
                none, Vector<int>.Zero,
                Vector.ConditionalSelect(isOpen, Vector.Create((int)VerdictSource.CannotSay), Vector.Create((int)VerdictSource.Yes)));
        }

        return into.Length * Vector<int>.Count;
    }
}
