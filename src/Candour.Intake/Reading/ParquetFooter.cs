namespace Candour.Intake.Reading;

/// <summary>
/// Walks the footer of a Parquet file, which is one record in Thrift's compact protocol, before the library reads it. Everything
/// must lie within its bytes: a list that states two thousand million entries and ends after three keeps the library busy without
/// an end in sight. Each entry takes a byte at least, so the walk is never longer than the footer.
/// </summary>
internal ref struct ParquetFooter
{
    private const int DeepestRecord = 32;
    private const int LongestNumber = 10;

    private readonly ReadOnlySpan<byte> bytes;
    private int at;
    private bool isBroken;

    private ParquetFooter(ReadOnlySpan<byte> bytes) => this.bytes = bytes;

    /// <summary>Whether the bytes begin with a whole record.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> bytes)
    {
        var footer = new ParquetFooter(bytes);
        footer.Record(1);
        return !footer.isBroken;
    }

    private void Record(int depth)
    {
        isBroken |= depth > DeepestRecord;
        while (!isBroken && Byte() is var head and not 0)
        {
            // The upper half counts on from the field before; where it is 0, the field's number follows.
            if (head >> 4 == 0)
            {
                Number();
            }

            Value((Kind)(head & 15), depth, isInList: false);
        }
    }

    private void Value(Kind kind, int depth, bool isInList)
    {
        switch (kind)
        {
            // A truth value is its own kind; only in a list it takes a byte.
            case Kind.True or Kind.False:
                Skip(isInList ? 1UL : 0);
                break;
            case Kind.Byte:
                Skip(1);
                break;
            case Kind.Short or Kind.Int or Kind.Long:
                Number();
                break;
            case Kind.Double:
                Skip(8);
                break;
            case Kind.Binary:
                Skip(Number());
                break;
            case Kind.List or Kind.Set:
                List(depth);
                break;
            case Kind.Map:
                Map(depth);
                break;
            case Kind.Record:
                Record(depth + 1);
                break;
            default:
                isBroken = true;
                break;
        }
    }

    private void List(int depth)
    {
        var head = Byte();
        var count = head >> 4 == 15 ? Number() : (ulong)(head >> 4);
        Entries(count, [(Kind)(head & 15)], depth);
    }

    private void Map(int depth)
    {
        var count = Number();
        if (count > 0)
        {
            var kinds = Byte();
            Entries(count, [(Kind)(kinds >> 4), (Kind)(kinds & 15)], depth);
        }
    }

    private void Entries(ulong count, Kind[] kinds, int depth)
    {
        isBroken |= depth > DeepestRecord || count > (ulong)(bytes.Length - at);
        for (var entry = 0UL; entry < count && !isBroken; entry++)
        {
            foreach (var kind in kinds)
            {
                Value(kind, depth + 1, isInList: true);
            }
        }
    }

    private ulong Number()
    {
        var number = 0UL;
        for (var part = 0; part < LongestNumber && !isBroken; part++)
        {
            var own = Byte();
            number |= (ulong)(own & 127) << (7 * part);
            if (own < 128)
            {
                return number;
            }
        }

        isBroken = true;
        return 0;
    }

    private byte Byte()
    {
        if (at < bytes.Length)
        {
            return bytes[at++];
        }

        isBroken = true;
        return 0;
    }

    private void Skip(ulong count)
    {
        if (count > (ulong)(bytes.Length - at))
        {
            isBroken = true;
            return;
        }

        at += (int)count;
    }

    /// <summary>The kinds of values, by the numbers that the protocol gives them.</summary>
    private enum Kind
    {
        True = 1,
        False = 2,
        Byte = 3,
        Short = 4,
        Int = 5,
        Long = 6,
        Double = 7,
        Binary = 8,
        List = 9,
        Set = 10,
        Map = 11,
        Record = 12,
    }
}
