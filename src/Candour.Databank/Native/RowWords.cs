using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Candour.Databank.Native;

/// <summary>
/// Makes the words of rows: the AND of what the tables of all joined classes say of a row, which is read and written once.
/// Two threads never share one.
/// </summary>
internal sealed class RowWords
{
    /// <summary>Up to so many numbers a table stays in a near cache, beside those of the others.</summary>
    public const int NumbersAtMost = 64;

    private readonly IReadOnlyList<JoinedClasses> deciding;
    private readonly int words;
    private readonly ulong[] tables;
    private readonly int[] first;
    private readonly ushort[] joined;
    private readonly byte[] verdicts = new byte[VerdictSource.RowsAtOnce];

    /// <summary>For the rows of a plan.</summary>
    /// <param name="deciding">What decides which selections accept a row.</param>
    /// <param name="words">How many words a row has; a multiple of four.</param>
    public RowWords(IReadOnlyList<JoinedClasses> deciding, int words)
    {
        (this.deciding, this.words) = (deciding, words);
        tables = [.. deciding.SelectMany(one => one.Table)];
        first = new int[deciding.Count];
        for (var at = 1; at < first.Length; at++)
        {
            first[at] = first[at - 1] + deciding[at - 1].Table.Length;
        }

        joined = new ushort[deciding.Count * VerdictSource.RowsAtOnce];
    }

    /// <summary>The words of some rows.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="into">Where they go.</param>
    public void Fill(int start, int count, Span<ulong> into)
    {
        if (deciding.Count == 0)
        {
            into.Fill(ulong.MaxValue);
            return;
        }

        for (var at = 0; at < count; at += VerdictSource.RowsAtOnce)
        {
            var rows = Math.Min(VerdictSource.RowsAtOnce, count - at);
            for (var one = 0; one < deciding.Count; one++)
            {
                deciding[one].Fill(start + at, verdicts, joined.AsSpan(one * VerdictSource.RowsAtOnce, rows));
            }

            Fill(rows, into.Slice(at * words, rows * words));
        }
    }

    private void Fill(int rows, Span<ulong> into)
    {
        ref var to = ref MemoryMarshal.GetReference(into);
        for (var row = 0; row < rows; row++)
        {
            var word = 0;
            for (; word + Vector512<ulong>.Count <= words; word += Vector512<ulong>.Count)
            {
                Allowed512(row, word).StoreUnsafe(ref to, (nuint)((row * words) + word));
            }

            if (word < words)
            {
                Allowed256(row, word).StoreUnsafe(ref to, (nuint)((row * words) + word));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<ulong> Allowed512(int row, int word)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(tables);
        ref var numbers = ref MemoryMarshal.GetArrayDataReference(joined);
        var kept = Vector512<ulong>.AllBitsSet;
        for (var one = 0; one < first.Length; one++)
        {
            var number = Unsafe.Add(ref numbers, (one * VerdictSource.RowsAtOnce) + row);
            kept &= Vector512.LoadUnsafe(ref table, (nuint)(first[one] + (number * words) + word));
        }

        return kept;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<ulong> Allowed256(int row, int word)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(tables);
        ref var numbers = ref MemoryMarshal.GetArrayDataReference(joined);
        var kept = Vector256<ulong>.AllBitsSet;
        for (var one = 0; one < first.Length; one++)
        {
            var number = Unsafe.Add(ref numbers, (one * VerdictSource.RowsAtOnce) + row);
            kept &= Vector256.LoadUnsafe(ref table, (nuint)(first[one] + (number * words) + word));
        }

        return kept;
    }
}
