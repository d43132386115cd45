using System.Buffers;

namespace Candour.Databank.Native;

/// <summary>
/// Events and censorings while rows come some at a time: every pair of a day and a cell has a place, for there are few of
/// both, and many rows.
/// </summary>
/// <param name="cells">How many cells there are.</param>
internal sealed class DayTallies(int cells) : IDisposable
{
    /// <summary>Up to so many places; where there may be more, rows are sorted instead.</summary>
    public const long PlacesAtMost = 1L << 22;

    private int[] places = [];
    private int days;

    /// <summary>Adds some rows.</summary>
    /// <param name="cellOf">The cell of each.</param>
    /// <param name="waited">The days of each.</param>
    /// <param name="decided">Whether each was decided: 1 or 0.</param>
    public void Add(ReadOnlySpan<int> cellOf, ReadOnlySpan<int> waited, ReadOnlySpan<int> decided)
    {
        Reach(waited);
        for (var i = 0; i < cellOf.Length; i++)
        {
            places[(2 * ((waited[i] * cells) + cellOf[i])) + decided[i]]++;
        }
    }

    /// <summary>What the rows gave.</summary>
    public DayBlock Finish()
    {
        var building = new DayBlock.Building();
        for (var cell = 0; cell < cells; cell++)
        {
            for (var day = 0; day < days; day++)
            {
                var place = 2 * ((day * cells) + cell);
                if ((places[place] | places[place + 1]) != 0)
                {
                    building.Begin(cell, day);
                    building.Add(places[place + 1], places[place]);
                }
            }
        }

        return building.Finish();
    }

    public void Dispose() => ArrayPool<int>.Shared.Return(places);

    /// <summary>Makes room for the longest of some waits.</summary>
    private void Reach(ReadOnlySpan<int> waited)
    {
        var longest = days - 1;
        foreach (var one in waited)
        {
            longest = Math.Max(longest, one);
        }

        if (longest < days)
        {
            return;
        }

        days = longest + 1;
        if (2 * days * cells > places.Length)
        {
            var larger = ArrayPool<int>.Shared.Rent(Math.Max(2 * days * cells, 2 * places.Length));
            larger.AsSpan().Clear();
            places.CopyTo(larger.AsSpan());
            ArrayPool<int>.Shared.Return(places);
            places = larger;
        }
    }
}
