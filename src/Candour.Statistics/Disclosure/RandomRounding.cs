using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Candour.Statistics.Disclosure;

/// <summary>
/// Counts rounded to a multiple of a base by chance, so that a rounded count is right on average:
/// <code>up with chance r/b, down with chance (b − r)/b,   r = count mod b</code>
/// (Hundepool and others, Statistical Disclosure Control, 2012, 206-209). The chance is drawn from the cell's identity
/// with a secret key, so that a cell is rounded alike in every release: whoever could average several draws would have
/// the count. Totals are rounded for themselves and do not add up; a total beside them that is not rounded gives them
/// away.
/// </summary>
public static class RandomRounding
{
    /// <summary>A key has at least so many bytes.</summary>
    public const int LeastKey = 16;

    /// <summary>The rounded count of a cell.</summary>
    /// <param name="cell">Its identity, the same in every release.</param>
    /// <param name="count">Not negative.</param>
    /// <param name="toBase">At least 2.</param>
    /// <param name="key">Secret, and the same in every release.</param>
    /// <returns>A multiple of <paramref name="toBase"/>, less than it away; the count itself if it is one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static long Of(string cell, long count, int toBase, ReadOnlySpan<byte> key)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentOutOfRangeException.ThrowIfLessThan(key.Length, LeastKey, nameof(key));
        var chance = ChanceUp(count, toBase);
        var name = Encoding.UTF8.GetBytes(cell);
        var message = new byte[4 + name.Length];
        BinaryPrimitives.WriteInt32BigEndian(message, toBase);
        name.CopyTo(message, 4);
        var drawn = BinaryPrimitives.ReadUInt64BigEndian(HMACSHA256.HashData(key, message)) >> 11;
        var down = count - (count % toBase);
        return drawn < chance * (1UL << 53) ? down + toBase : down;
    }

    /// <summary>The chance that a count is rounded up.</summary>
    /// <param name="count">Not negative.</param>
    /// <param name="toBase">At least 2.</param>
    /// <returns>From 0, for a multiple of the base, to less than 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double ChanceUp(long count, int toBase)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(toBase, 2);
        return (double)(count % toBase) / toBase;
    }
}
