namespace Candour.Readings.Figures;

/// <summary>Draws of row numbers that are the same for the same seed on every machine (splitmix64).</summary>
internal sealed class SeededRows(ulong seed)
{
    private ulong state = seed;

    /// <summary>A whole number from 0 to one below the number of rows.</summary>
    public int Below(int rows)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)((UInt128)(mixed ^ (mixed >> 31)) * (ulong)rows >> 64);
        }
    }
}
