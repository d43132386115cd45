using System.Numerics;
using System.Runtime.InteropServices;
using Candour.Databank.Columns;
using Candour.Definitions;

namespace Candour.Databank.Native;

/// <summary>
/// Where the verdicts of a block of rows come from, as bytes in the order of logic: No below cannot-say below Yes, so that
/// all is the least and any is the greatest. The private constructor closes the hierarchy.
/// </summary>
internal abstract class VerdictSource
{
    public const byte No = 0;
    public const byte CannotSay = 1;
    public const byte Yes = 2;

    /// <summary>How many different verdicts there are.</summary>
    public const int Kinds = 3;

    private VerdictSource()
    {
    }

    /// <summary>At most so many rows are asked for at once: what is needed for them on the way fits on the stack.</summary>
    public const int RowsAtOnce = 1024;

    /// <summary>The verdicts of some rows, at most <see cref="RowsAtOnce"/>.</summary>
    public abstract void Fill(int start, Span<byte> into);

    public static byte Of(Verdict verdict) => verdict switch { Verdict.No => No, Verdict.Yes => Yes, _ => CannotSay };

    private static byte Of(bool holds) => holds ? Yes : No;

    /// <summary>Verdicts as bytes.</summary>
    private static void Narrow(ReadOnlySpan<int> verdicts, Span<byte> into)
    {
        var done = 0;
        if (Vector.IsHardwareAccelerated)
        {
            var wide = MemoryMarshal.Cast<int, Vector<int>>(verdicts);
            var narrow = MemoryMarshal.Cast<byte, Vector<sbyte>>(into);
            for (var at = 0; at < narrow.Length; at++)
            {
                narrow[at] = Vector.Narrow(
                    Vector.Narrow(wide[4 * at], wide[(4 * at) + 1]), Vector.Narrow(wide[(4 * at) + 2], wide[(4 * at) + 3]));
            }

            done = narrow.Length * Vector<byte>.Count;
        }

        for (var i = done; i < into.Length; i++)
        {
            into[i] = (byte)verdicts[i];
        }
    }

    /// <summary>A verdict for each code.</summary>
    public sealed class Coded(PackedColumn column, byte[] table) : VerdictSource
    {
        public override void Fill(int start, Span<byte> into) => column.Map(start, table, into);
    }

    /// <summary>A date against another date of the row.</summary>
    public sealed class Dated(DateTest test, EncodedColumn one, EncodedColumn other) : VerdictSource
    {
        private readonly int shift = one.FirstDay - other.FirstDay;

        /// <summary>The days after the other date from which on, and up to which, it holds.</summary>
        private readonly (int Least, int Greatest) holds = test.Order switch
        {
            DateOrder.WithinDaysOf => (0, test.Days),
            DateOrder.AtLeastDaysBefore => (int.MinValue, -test.Days),
            DateOrder.OnOrBefore => (int.MinValue, 0),
            DateOrder.Before => (int.MinValue, -1),
            DateOrder.OnOrAfter => (0, int.MaxValue),
            _ => (1, int.MaxValue),
        };

        public override void Fill(int start, Span<byte> into)
        {
            Span<int> days = stackalloc int[RowsAtOnce];
            days = days[..into.Length];
            Span<int> others = stackalloc int[RowsAtOnce];
            others = others[..into.Length];
            one.Codes.Copy(start, days);
            other.Codes.Copy(start, others);
            // A date before the other cannot say whether it is within so many days of it.
            var early = test.Order == DateOrder.WithinDaysOf ? CannotSay : No;
            var missing = test.Order == DateOrder.AtLeastDaysBefore ? CannotSay : No;
            for (var i = Together(days, others, early, missing); i < into.Length; i++)
            {
                var after = days[i] - others[i] + shift;
                days[i] = others[i] == 0 ? CannotSay : days[i] == 0 ? missing
                    : after >= holds.Least && after <= holds.Greatest ? Yes : after < 0 ? early : No;
            }

            Narrow(days, into);
        }

        private int Together(Span<int> days, Span<int> others, byte early, byte missing)
        {
            if (!Vector.IsHardwareAccelerated)
            {
                return 0;
            }

            var ones = MemoryMarshal.Cast<int, Vector<int>>(days);
            var twos = MemoryMarshal.Cast<int, Vector<int>>(others);
            for (var at = 0; at < ones.Length; at++)
            {
                var after = ones[at] - twos[at] + Vector.Create(shift);
                var yes = Vector.GreaterThanOrEqual(after, Vector.Create(holds.Least))
                    & Vector.LessThanOrEqual(after, Vector.Create(holds.Greatest));
                var ordered = Vector.ConditionalSelect(
                    yes, Vector.Create((int)Yes),
                    Vector.ConditionalSelect(Vector.LessThan(after, Vector<int>.Zero), Vector.Create((int)early), Vector<int>.Zero));
                ones[at] = Vector.ConditionalSelect(
                    Vector.Equals(twos[at], Vector<int>.Zero), Vector.Create((int)CannotSay),
                    Vector.ConditionalSelect(Vector.Equals(ones[at], Vector<int>.Zero), Vector.Create((int)missing), ordered));
            }

            return ones.Length * Vector<int>.Count;
        }
    }

    /// <summary>Two code fields hold the same code; each has a dictionary of its own.</summary>
    public sealed class Same(SameTest test, EncodedColumn one, EncodedColumn other) : VerdictSource
    {
        private readonly int[] translated =
            [.. one.Values.Select(value => Position(other.Values, value))];

        public override void Fill(int start, Span<byte> into)
        {
            Span<int> codes = stackalloc int[RowsAtOnce];
            codes = codes[..into.Length];
            Span<int> others = stackalloc int[RowsAtOnce];
            others = others[..into.Length];
            one.Codes.Copy(start, codes);
            other.Codes.Copy(start, others);
            for (var i = 0; i < into.Length; i++)
            {
                into[i] = codes[i] == 0 || others[i] == 0 ? CannotSay : Of(translated[codes[i]] == others[i] == test.IsSame);
            }
        }

        private static int Position(IReadOnlyList<string> values, string value)
        {
            for (var at = 0; at < values.Count; at++)
            {
                if (values[at] == value)
                {
                    return at;
                }
            }

            return -1;
        }
    }

    /// <summary>What could not be decided from one row alone, decided before.</summary>
    public sealed class Decided(byte[] verdicts) : VerdictSource
    {
        public override void Fill(int start, Span<byte> into) => verdicts.AsSpan(start, into.Length).CopyTo(into);
    }

    /// <summary>All of several, or any of several.</summary>
    public sealed class Joined(IReadOnlyList<VerdictSource> parts, bool all) : VerdictSource
    {
        public override void Fill(int start, Span<byte> into)
        {
            into.Fill(all ? Yes : No);
            Span<byte> part = stackalloc byte[RowsAtOnce];
            part = part[..into.Length];
            foreach (var one in parts)
            {
                one.Fill(start, part);
                Join(into, part);
            }
        }

        private void Join(Span<byte> into, Span<byte> part)
        {
            var i = 0;
            if (Vector.IsHardwareAccelerated)
            {
                var wide = MemoryMarshal.Cast<byte, Vector<byte>>(into);
                var other = MemoryMarshal.Cast<byte, Vector<byte>>(part);
                for (var at = 0; at < wide.Length; at++)
                {
                    wide[at] = all ? Vector.Min(wide[at], other[at]) : Vector.Max(wide[at], other[at]);
                }

                i = wide.Length * Vector<byte>.Count;
            }

            for (; i < into.Length; i++)
            {
                into[i] = all ? Math.Min(into[i], part[i]) : Math.Max(into[i], part[i]);
            }
        }
    }

    /// <summary>Whether a row was decided (Yes), is open (cannot say) or has no days at all (No).</summary>
    public sealed class Waited(DayColumn days) : VerdictSource
    {
        public override void Fill(int start, Span<byte> into)
        {
            Span<int> verdicts = stackalloc int[RowsAtOnce];
            verdicts = verdicts[..into.Length];
            days.Fill(start, verdicts);
            Narrow(verdicts, into);
        }
    }
}
