using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Candour.Databank.Columns;

/// <summary>
/// What codes stand for, as steps: a number that is added for every code from some code on. Most tables by code have only
/// one or two steps (of a date it is mostly asked whether it is there), and steps are taken by many rows at once.
/// </summary>
/// <param name="From">The first code of the step.</param>
/// <param name="Adds">What is added; the sum of all steps up to a code wraps at 65,536.</param>
internal readonly record struct CodeStep(int From, ushort Adds)
{
    /// <summary>Beyond so many steps a table is as quick.</summary>
    private const int StepsAtMost = 8;

    /// <summary>The steps of a table by code; none where it has too many or begins one beyond what vectors compare.</summary>
    public static CodeStep[] Of(ReadOnlySpan<ushort> table)
    {
        var steps = new List<CodeStep>();
        ushort before = 0;
        for (var code = 0; code < table.Length; code++)
        {
            if (table[code] != before)
            {
                steps.Add(new CodeStep(code, unchecked((ushort)(table[code] - before))));
                before = table[code];
            }

            if (steps.Count > StepsAtMost || (steps.Count > 0 && steps[^1].From > ushort.MaxValue))
            {
                return [];
            }
        }

        return steps.Count > 0 ? [.. steps] : [new CodeStep(0, 0)];
    }

    /// <summary>Adds to each of some numbers the steps that its code has reached.</summary>
    public static void Add<TCode>(ReadOnlySpan<TCode> codes, ReadOnlySpan<CodeStep> steps, Span<ushort> into)
        where TCode : unmanaged, IBinaryInteger<TCode>
    {
        var done = Vector.IsHardwareAccelerated ? AddTogether(codes, steps, into) : 0;
        for (var i = done; i < codes.Length; i++)
        {
            var code = int.CreateTruncating(codes[i]);
            foreach (var step in steps)
            {
                into[i] = unchecked((ushort)(into[i] + (code >= step.From ? step.Adds : 0)));
            }
        }
    }

    private static int AddTogether<TCode>(ReadOnlySpan<TCode> codes, ReadOnlySpan<CodeStep> steps, Span<ushort> into)
        where TCode : unmanaged, IBinaryInteger<TCode>
    {
        ref var from = ref MemoryMarshal.GetReference(codes);
        ref var to = ref MemoryMarshal.GetReference(into);
        var end = codes.Length - (codes.Length % (2 * Vector<ushort>.Count));
        for (var i = 0; i < end; i += 2 * Vector<ushort>.Count)
        {
            var (first, second) = Load(ref from, i);
            ref var sums = ref Unsafe.Add(ref to, i);
            var (firstSum, secondSum) = (Vector.LoadUnsafe(ref sums), Vector.LoadUnsafe(ref sums, (nuint)Vector<ushort>.Count));
            foreach (var step in steps)
            {
                var (least, adds) = (Vector.Create((ushort)step.From), Vector.Create(step.Adds));
                firstSum += Vector.GreaterThanOrEqual(first, least) & adds;
                secondSum += Vector.GreaterThanOrEqual(second, least) & adds;
            }

            firstSum.StoreUnsafe(ref sums);
            secondSum.StoreUnsafe(ref sums, (nuint)Vector<ushort>.Count);
        }

        return end;
    }

    /// <summary>Two vectors of codes; a code too large for them is the greatest that they hold, which no step lies beyond.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<ushort> First, Vector<ushort> Second) Load<TCode>(ref TCode from, int at)
    {
        if (typeof(TCode) == typeof(byte))
        {
            Vector.Widen(Vector.LoadUnsafe(ref Unsafe.As<TCode, byte>(ref from), (nuint)at), out var first, out var second);
            return (first, second);
        }

        if (typeof(TCode) == typeof(ushort))
        {
            ref var codes = ref Unsafe.As<TCode, ushort>(ref from);
            return (Vector.LoadUnsafe(ref codes, (nuint)at), Vector.LoadUnsafe(ref codes, (nuint)(at + Vector<ushort>.Count)));
        }

        return (Narrowed(ref Unsafe.As<TCode, uint>(ref from), at), Narrowed(ref Unsafe.As<TCode, uint>(ref from), at + Vector<ushort>.Count));
    }

    private static Vector<ushort> Narrowed(ref uint from, int at)
    {
        var greatest = Vector.Create((uint)ushort.MaxValue);
        return Vector.Narrow(
            Vector.Min(Vector.LoadUnsafe(ref from, (nuint)at), greatest),
            Vector.Min(Vector.LoadUnsafe(ref from, (nuint)(at + Vector<uint>.Count)), greatest));
    }
}
