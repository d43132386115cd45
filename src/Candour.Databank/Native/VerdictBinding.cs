using Candour.Databank.Columns;
using Candour.Databank.Planning;
using Candour.Definitions;

namespace Candour.Databank.Native;

/// <summary>Finds for each ask where its verdicts come from in some columns; each thing once.</summary>
internal sealed class VerdictBinding(EncodedColumns columns, Catalogue catalogue)
{
    private readonly Dictionary<string, VerdictSource> sources = [];

    /// <summary>
    /// The column whose codes alone decide an ask, with the verdict of each code; none where rows must be looked at. Of an
    /// identifier it can only be asked whether it is there: its verdicts are two, that of a missing one and that of any other.
    /// </summary>
    public (string Field, PackedColumn Column, byte[] Verdicts)? Direct(Ask ask) => ask switch
    {
        Ask.Holds { Test: FieldTest { Kind: TestKind.Missing or TestKind.Recorded } test } when IsIdentifier(test.Field) =>
            (test.Field, columns[test.Field].Codes, Presence(test.Kind, 2)),
        Ask.Holds { Test: FieldTest or NumberTest } holds =>
            (holds.Test.Fields[0], columns[holds.Test.Fields[0]].Codes, OfCodes(holds.Test)),
        _ => null,
    };

    /// <summary>The name of what an ask looks at: asks of one name share their verdicts.</summary>
    public static string NameOf(Ask ask) => ask switch
    {
        Ask.Holds holds => TestText.Of(holds.Test),
        Ask.Waited waited => $"waited {waited.Days}",
        _ => throw new InvalidOperationException($"No verdicts for {ask.GetType().Name}."),
    };

    public VerdictSource Source(Ask ask)
    {
        var name = NameOf(ask);
        if (!sources.TryGetValue(name, out var source))
        {
            sources[name] = source = ask switch
            {
                Ask.Holds holds => Source(holds.Test),
                Ask.Waited waited => new VerdictSource.Waited(new DayColumn(waited.Days, columns)),
                _ => throw new InvalidOperationException($"No verdicts for {ask.GetType().Name}."),
            };
        }

        return source;
    }

    /// <summary>Whether an ask takes a verdict.</summary>
    public static bool Takes(Ask ask, byte verdict) => verdict == VerdictSource.Yes
        || (verdict == VerdictSource.CannotSay && ask is Ask.Holds { OrCannotSay: true } or Ask.Waited { OrIsOpen: true });

    private VerdictSource Source(Test test) => test switch
    {
        FieldTest or NumberTest => new VerdictSource.Coded(columns[test.Fields[0]].Codes, OfCodes(test)),
        DateTest date => new VerdictSource.Dated(date, columns[date.Field], columns[date.Other]),
        SameTest same => new VerdictSource.Same(same, columns[same.Field], columns[same.Other]),
        EarlierTest earlier => new VerdictSource.Decided(EarlierInColumns.Verdicts(earlier, columns)),
        AnyTest any => new VerdictSource.Joined([.. any.Conditions.Select(All)], all: false),
        NamedTest named => All(named.Condition),
        _ => throw new InvalidOperationException($"No verdicts for {test.GetType().Name}."),
    };

    private VerdictSource.Joined All(Condition condition) =>
        new([.. condition.Flat.Select(test => Source(new Ask.Holds(test, false)))], all: true);

    private byte[] OfCodes(Test test) => test switch
    {
        FieldTest field => OfCodes(field),
        NumberTest number => OfCodes(number),
        _ => throw new InvalidOperationException($"{test.GetType().Name} is not decided by one code."),
    };

    private byte[] OfCodes(NumberTest test)
    {
        var decimals = columns.Dataset.FieldNamed(test.Field)!.Decimals;
        return
        [
            .. columns.Numbers(test.Field).Select((number, code) => code == 0 ? VerdictSource.CannotSay
                : FixedNumber.Of(number, decimals) is var value && test.AtLeast <= value && value <= test.AtMost
                    ? VerdictSource.Yes : VerdictSource.No),
        ];
    }

    private bool IsIdentifier(string field) => columns.Dataset.FieldNamed(field)!.Type == FieldType.Identifier;

    private static byte[] Presence(TestKind kind, int codes)
    {
        var verdicts = new byte[codes];
        verdicts.AsSpan().Fill(kind == TestKind.Recorded ? VerdictSource.Yes : VerdictSource.No);
        verdicts[0] = kind == TestKind.Missing ? VerdictSource.Yes : VerdictSource.No;
        return verdicts;
    }

    private byte[] OfCodes(FieldTest test)
    {
        var column = columns[test.Field];
        if (test.Kind is TestKind.Missing or TestKind.Recorded)
        {
            return Presence(test.Kind, column.Codes.Codes);
        }

        var verdicts = new byte[column.Codes.Codes];
        var named = test.Codes.SelectMany(catalogue.CodesOf(columns.Dataset, test.Field).Expand).ToHashSet(StringComparer.Ordinal);
        for (var code = 0; code < verdicts.Length; code++)
        {
            verdicts[code] = code == 0 ? VerdictSource.CannotSay
                : named.Contains(column.Values[code]) == (test.Kind == TestKind.OneOf) ? VerdictSource.Yes : VerdictSource.No;
        }

        return verdicts;
    }
}

/// <summary>Which rows have another row of the same identifier some days before them, over all areas.</summary>
internal static class EarlierInColumns
{
    public static byte[] Verdicts(EarlierTest test, EncodedColumns columns)
    {
        var verdicts = new byte[columns.Count];
        Array.Fill(verdicts, VerdictSource.CannotSay);
        var (identifiers, days) = (columns[test.Identifier].Codes, columns[test.Field].Codes);
        var keys = new List<long>();
        var rows = new List<int>();
        for (var row = 0; row < columns.Count; row++)
        {
            if (identifiers[row] != 0 && days[row] != 0)
            {
                keys.Add(((long)identifiers[row] << 32) | (uint)days[row]);
                rows.Add(row);
            }
        }

        var (sorted, order) = (keys.ToArray(), rows.ToArray());
        Array.Sort(sorted, order);
        // The last day before the day of each row, among the rows of its identifier.
        var before = long.MinValue;
        for (var at = 0; at < order.Length; at++)
        {
            var isSame = at > 0 && sorted[at] >> 32 == sorted[at - 1] >> 32;
            before = !isSame ? long.MinValue : sorted[at] != sorted[at - 1] ? sorted[at - 1] : before;
            verdicts[order[at]] = before != long.MinValue && sorted[at] - before <= test.Days ? VerdictSource.Yes : VerdictSource.No;
        }

        return verdicts;
    }
}
