using System.Numerics;
using System.Runtime.InteropServices;
using Candour.Databank.Columns;
using Candour.Databank.Planning;
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

    /// <summary>A verdict for each code.</summary>
    public sealed class Coded(PackedColumn column, byte[] table) : VerdictSource
    {
        public override void Fill(int start, Span<byte> into) => column.Map(start, table, into);
    }

    /// <summary>A date against another date of the row.</summary>
    public sealed class Dated(DateTest test, EncodedColumn one, EncodedColumn other) : VerdictSource
    {
        public override void Fill(int start, Span<byte> into)
        {
            Span<int> days = stackalloc int[RowsAtOnce];
            days = days[..into.Length];
            Span<int> others = stackalloc int[RowsAtOnce];
            others = others[..into.Length];
            one.Codes.Copy(start, days);
            other.Codes.Copy(start, others);
            var shift = one.FirstDay - other.FirstDay;
            var missing = test.Order == DateOrder.AtLeastDaysBefore ? CannotSay : No;
            for (var i = 0; i < into.Length; i++)
            {
                into[i] = others[i] == 0 ? CannotSay : days[i] == 0 ? missing : Ordered(days[i] - others[i] + shift);
            }
        }

        private byte Ordered(int after) => test.Order switch
        {
            DateOrder.WithinDaysOf => after < 0 ? CannotSay : Of(after <= test.Days),
            DateOrder.AtLeastDaysBefore => Of(-after >= test.Days),
            DateOrder.OnOrBefore => Of(after <= 0),
            DateOrder.Before => Of(after < 0),
            DateOrder.OnOrAfter => Of(after >= 0),
            _ => Of(after > 0),
        };
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
            Span<int> found = stackalloc int[RowsAtOnce];
            found = found[..into.Length];
            days.Fill(start, found, into);
        }
    }
}

/// <summary>The days of a day field, block by block.</summary>
internal sealed class DayColumn(DayField field, EncodedColumns columns)
{
    private readonly EncodedColumn from = columns[field.From];
    private readonly EncodedColumn to = columns[field.To];
    private readonly EncodedColumn? openUntil = field.OpenUntil.Length == 0 ? null : columns[field.OpenUntil];

    /// <summary>The days of some rows, and of each whether it was decided, is open, or has none.</summary>
    public void Fill(int start, Span<int> days, Span<byte> verdicts)
    {
        Span<int> begun = stackalloc int[VerdictSource.RowsAtOnce];
        begun = begun[..days.Length];
        Span<int> ended = stackalloc int[VerdictSource.RowsAtOnce];
        ended = ended[..days.Length];
        Span<int> open = stackalloc int[VerdictSource.RowsAtOnce];
        open = open[..days.Length];
        from.Codes.Copy(start, begun);
        to.Codes.Copy(start, ended);
        openUntil?.Codes.Copy(start, open);
        var (decidedShift, openShift) = (to.FirstDay - from.FirstDay, (openUntil?.FirstDay ?? 0) - from.FirstDay);
        for (var i = 0; i < days.Length; i++)
        {
            var decided = ended[i] != 0;
            var end = decided ? ended[i] : open[i];
            var waited = end - begun[i] + (decided ? decidedShift : openShift);
            var counts = begun[i] != 0 && end != 0 && waited >= 0;
            days[i] = counts ? waited : -1;
            verdicts[i] = !counts ? VerdictSource.No : decided ? VerdictSource.Yes : VerdictSource.CannotSay;
        }
    }
}
