using System.Numerics;
using System.Runtime.InteropServices;
using Candour.Databank.Columns;

namespace Candour.Databank.Native;

/// <summary>How long rows waited. Of a row without days it says nothing.</summary>
/// <param name="from">When waiting began.</param>
/// <param name="to">When it was decided.</param>
/// <param name="open">Until when it was seen open.</param>
internal readonly struct Waits(EncodedColumn from, EncodedColumn to, EncodedColumn open)
{
    private readonly int decidedShift = to.FirstDay - from.FirstDay;
    private readonly int openShift = open.FirstDay - from.FirstDay;

    /// <summary>Of rows that follow each other twice their days, and one more where it was decided.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="keys">Where they go; at most <see cref="VerdictSource.RowsAtOnce"/>.</param>
    public void Keys(int start, Span<int> keys)
    {
        Span<int> begun = stackalloc int[VerdictSource.RowsAtOnce];
        begun = begun[..keys.Length];
        Span<int> seen = stackalloc int[VerdictSource.RowsAtOnce];
        seen = seen[..keys.Length];
        from.Codes.Copy(start, begun);
        to.Codes.Copy(start, keys);
        open.Codes.Copy(start, seen);
        for (var i = Together(begun, seen, keys); i < keys.Length; i++)
        {
            var decided = keys[i] != 0;
            keys[i] = (2 * ((decided ? keys[i] + decidedShift : seen[i] + openShift) - begun[i])) + (decided ? 1 : 0);
        }
    }

    private int Together(Span<int> begun, Span<int> seen, Span<int> keys)
    {
        if (!Vector.IsHardwareAccelerated)
        {
            return 0;
        }

        var begins = MemoryMarshal.Cast<int, Vector<int>>(begun);
        var opens = MemoryMarshal.Cast<int, Vector<int>>(seen);
        var ends = MemoryMarshal.Cast<int, Vector<int>>(keys);
        for (var at = 0; at < ends.Length; at++)
        {
            var isOpen = Vector.Equals(ends[at], Vector<int>.Zero);
            var end = Vector.ConditionalSelect(isOpen, opens[at] + Vector.Create(openShift), ends[at] + Vector.Create(decidedShift));
            ends[at] = (2 * (end - begins[at])) + Vector.ConditionalSelect(isOpen, Vector<int>.Zero, Vector<int>.One);
        }

        return ends.Length * Vector<int>.Count;
    }
}
