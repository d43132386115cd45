using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Candour.Databank.Native;

/// <summary>
/// Bits become lanes of 16-bit numbers, which are taken away from those of a cell: a lane of a set bit is all ones, which
/// is minus one, so that taking it away adds one. The paths differ in how many lanes go together, never in the result.
/// </summary>
internal interface ILanes
{
    /// <summary>Writes the 64 lanes of a word.</summary>
    static abstract void Expand(ulong word, ref ushort lanes);

    /// <summary>Adds one run of lanes to a cell.</summary>
    static abstract void Add(ref ushort cell, ref ushort lanes);

    /// <summary>Adds the bits of half a word to one run of lanes of a cell, without writing their lanes.</summary>
    static abstract void AddBits(ref ushort cell, uint bits);
}

/// <summary>512 bits at once.</summary>
internal readonly struct Lanes512 : ILanes
{
    private static readonly Vector512<ushort> EachBit = Vector512.Create(Lanes256.EachBit, Lanes256.EachBit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Expand(ulong word, ref ushort lanes)
    {
        Spread(unchecked((uint)word)).StoreUnsafe(ref lanes);
        Spread(unchecked((uint)(word >> 32))).StoreUnsafe(ref lanes, 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddBits(ref ushort cell, uint bits) => (Vector512.LoadUnsafe(ref cell) - Spread(bits)).StoreUnsafe(ref cell);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> Spread(uint bits) => Vector512.Equals(
        Vector512.Create(Vector256.Create(unchecked((ushort)bits)), Vector256.Create(unchecked((ushort)(bits >> 16)))) & EachBit, EachBit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ref ushort cell, ref ushort lanes) =>
        (Vector512.LoadUnsafe(ref cell) - Vector512.LoadUnsafe(ref lanes)).StoreUnsafe(ref cell);
}

/// <summary>256 bits at once.</summary>
internal readonly struct Lanes256 : ILanes
{
    internal static readonly Vector256<ushort> EachBit = Vector256.Create(
        (ushort)1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Expand(ulong word, ref ushort lanes)
    {
        for (var quarter = 0; quarter < 4; quarter++)
        {
            Spread(unchecked((ushort)(word >> (16 * quarter)))).StoreUnsafe(ref lanes, (nuint)(16 * quarter));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddBits(ref ushort cell, uint bits)
    {
        (Vector256.LoadUnsafe(ref cell) - Spread(unchecked((ushort)bits))).StoreUnsafe(ref cell);
        (Vector256.LoadUnsafe(ref cell, 16) - Spread(unchecked((ushort)(bits >> 16)))).StoreUnsafe(ref cell, 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Spread(ushort bits) => Vector256.Equals(Vector256.Create(bits) & EachBit, EachBit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ref ushort cell, ref ushort lanes)
    {
        (Vector256.LoadUnsafe(ref cell) - Vector256.LoadUnsafe(ref lanes)).StoreUnsafe(ref cell);
        (Vector256.LoadUnsafe(ref cell, 16) - Vector256.LoadUnsafe(ref lanes, 16)).StoreUnsafe(ref cell, 16);
    }
}

/// <summary>128 bits at once.</summary>
internal readonly struct Lanes128 : ILanes
{
    private static readonly Vector128<ushort> EachBit = Vector128.Create((ushort)1, 2, 4, 8, 16, 32, 64, 128);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Expand(ulong word, ref ushort lanes)
    {
        for (var eighth = 0; eighth < 8; eighth++)
        {
            Spread(unchecked((byte)(word >> (8 * eighth)))).StoreUnsafe(ref lanes, (nuint)(8 * eighth));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddBits(ref ushort cell, uint bits)
    {
        for (var quarter = 0; quarter < 4; quarter++)
        {
            (Vector128.LoadUnsafe(ref cell, (nuint)(8 * quarter)) - Spread(unchecked((byte)(bits >> (8 * quarter)))))
                .StoreUnsafe(ref cell, (nuint)(8 * quarter));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Spread(byte bits) => Vector128.Equals(Vector128.Create((ushort)bits) & EachBit, EachBit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ref ushort cell, ref ushort lanes)
    {
        for (var at = 0; at < BoundBasis.LanesTogether; at += 8)
        {
            (Vector128.LoadUnsafe(ref cell, (nuint)at) - Vector128.LoadUnsafe(ref lanes, (nuint)at)).StoreUnsafe(ref cell, (nuint)at);
        }
    }
}

/// <summary>One lane after the other, for machines without vectors.</summary>
internal readonly struct LanesOneByOne : ILanes
{
    public static void Expand(ulong word, ref ushort lanes)
    {
        for (var bit = 0; bit < 64; bit++)
        {
            Unsafe.Add(ref lanes, bit) = (word >> bit & 1) == 0 ? (ushort)0 : ushort.MaxValue;
        }
    }

    public static void AddBits(ref ushort cell, uint bits)
    {
        for (var at = 0; at < BoundBasis.LanesTogether; at++)
        {
            Unsafe.Add(ref cell, at) += (ushort)(bits >> at & 1);
        }
    }

    public static void Add(ref ushort cell, ref ushort lanes)
    {
        for (var at = 0; at < BoundBasis.LanesTogether; at++)
        {
            Unsafe.Add(ref cell, at) = unchecked((ushort)(Unsafe.Add(ref cell, at) - Unsafe.Add(ref lanes, at)));
        }
    }
}

/// <summary>How many lanes go together.</summary>
public enum LanePath
{
    OneByOne,
    Vector128,
    Vector256,
    Vector512,
}

/// <summary>Which path this machine takes.</summary>
public static class LanePaths
{
    /// <summary>The widest that the machine has.</summary>
    public static LanePath Widest =>
        System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated ? LanePath.Vector512
        : System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated ? LanePath.Vector256
        : System.Runtime.Intrinsics.Vector128.IsHardwareAccelerated ? LanePath.Vector128
        : LanePath.OneByOne;
}
