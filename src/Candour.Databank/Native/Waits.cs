using Candour.Databank.Columns;

namespace Candour.Databank.Native;

/// <summary>How long rows waited that are known to have days.</summary>
/// <param name="from">When waiting began.</param>
/// <param name="to">When it was decided.</param>
/// <param name="open">Until when it was seen open.</param>
internal readonly struct Waits(EncodedColumn from, EncodedColumn to, EncodedColumn open)
{
    /// <summary>The days of rows, and whether each was decided: 1 or 0.</summary>
    public void Fill(ReadOnlySpan<int> rows, Span<int> days, Span<int> decided)
    {
        var begun = new int[rows.Length];
        var seen = new int[rows.Length];
        from.Codes.CopyAt(rows, begun);
        to.Codes.CopyAt(rows, days);
        open.Codes.CopyAt(rows, seen);
        for (var i = 0; i < rows.Length; i++)
        {
            var isDecided = days[i] != 0;
            decided[i] = isDecided ? 1 : 0;
            days[i] = (isDecided ? days[i] + to.FirstDay : seen[i] + open.FirstDay) - begun[i] - from.FirstDay;
        }
    }
}
