using Candour.Databank.Engine;
using Candour.Definitions;

namespace Candour.Databank.Planning;

/// <summary>
/// Compiles a test for a table of rows. A test of one field becomes a verdict for each number of the field's dictionary;
/// a test that compares fields or rows is decided once a row, and its verdicts are the column.
/// </summary>
internal static class TestCompiling
{
    private static readonly Verdict[] Decided = [Verdict.No, Verdict.Yes, Verdict.Unknown];

    public static CompiledTest Compile(Test test, EncodedRows rows, Catalogue catalogue) =>
        rows.Compiled(test, () => test switch
        {
            FieldTest field => Coded(field, rows, catalogue),
            NumberTest number => Bounded(number, rows),
            DateTest date => RowByRow(rows, Ordered(date, rows)),
            SameTest same => RowByRow(rows, Same(same, rows)),
            EarlierTest earlier => RowByRow(rows, EarlierRows.Verdicts(earlier, rows)),
            AnyTest any => RowByRow(rows, Any(any, rows, catalogue)),
            NamedTest named => RowByRow(rows, All(named.Condition, rows, catalogue)),
            _ => throw new InvalidOperationException($"No compiling for {test.GetType().Name}."),
        });

    private static CompiledTest Coded(FieldTest test, EncodedRows rows, Catalogue catalogue)
    {
        var named = test.Kind is TestKind.OneOf or TestKind.NoneOf
            ? test.Codes.SelectMany(catalogue.CodesOf(rows.Dataset, test.Field).Expand).ToHashSet(StringComparer.Ordinal)
            : [];
        var verdicts = rows.Dictionary(test.Field).Select((value, code) => (test.Kind, IsMissing: code == 0) switch
        {
            (TestKind.Missing, var missing) => Verdicts.Of(missing),
            (TestKind.Recorded, var missing) => Verdicts.Of(!missing),
            (_, true) => Verdict.Unknown,
            (TestKind.OneOf, _) => Verdicts.Of(named.Contains(value)),
            _ => Verdicts.Of(!named.Contains(value)),
        });
        return new CompiledTest(rows.Codes(test.Field), [.. verdicts]);
    }

    private static CompiledTest Bounded(NumberTest test, EncodedRows rows)
    {
        var decimals = rows.Dataset.FieldNamed(test.Field)!.Decimals;
        var verdicts = rows.Numbers(test.Field)
            .Select((number, code) => code == 0 ? Verdict.Unknown
                : Verdicts.Of(FixedNumber.Of(number, decimals) is var value && test.AtLeast <= value && value <= test.AtMost));
        return new CompiledTest(rows.Codes(test.Field), [.. verdicts]);
    }

    private static Func<int, Verdict> Ordered(DateTest test, EncodedRows rows)
    {
        var (column, days) = (rows.Codes(test.Field), rows.Days(test.Field));
        var (otherColumn, otherDays) = (rows.Codes(test.Other), rows.Days(test.Other));
        return row =>
        {
            if (otherColumn[row] == 0)
            {
                return Verdict.Unknown;
            }

            if (column[row] == 0)
            {
                return test.Order == DateOrder.AtLeastDaysBefore ? Verdict.Unknown : Verdict.No;
            }

            var after = days[column[row]] - otherDays[otherColumn[row]];
            return test.Order switch
            {
                DateOrder.WithinDaysOf => after < 0 ? Verdict.Unknown : Verdicts.Of(after <= test.Days),
                DateOrder.AtLeastDaysBefore => Verdicts.Of(-after >= test.Days),
                DateOrder.OnOrBefore => Verdicts.Of(after <= 0),
                DateOrder.Before => Verdicts.Of(after < 0),
                DateOrder.OnOrAfter => Verdicts.Of(after >= 0),
                _ => Verdicts.Of(after > 0),
            };
        };
    }

    /// <summary>Two fields have dictionaries of their own, so their numbers are compared by what they stand for.</summary>
    private static Func<int, Verdict> Same(SameTest test, EncodedRows rows)
    {
        var (column, other) = (rows.Codes(test.Field), rows.Codes(test.Other));
        var positions = rows.Dictionary(test.Other).Select((value, code) => (value, code)).ToDictionary(p => p.value, p => p.code);
        var translated = rows.Dictionary(test.Field).Select(value => positions.GetValueOrDefault(value, -1)).ToArray();
        return row => column[row] == 0 || other[row] == 0
            ? Verdict.Unknown
            : Verdicts.Of(translated[column[row]] == other[row] == test.IsSame);
    }

    private static Func<int, Verdict> Any(AnyTest test, EncodedRows rows, Catalogue catalogue)
    {
        var conditions = test.Conditions.Select(condition => All(condition, rows, catalogue)).ToList();
        return row => Verdicts.Any(conditions.Select(condition => condition(row)));
    }

    private static Func<int, Verdict> All(Condition condition, EncodedRows rows, Catalogue catalogue)
    {
        var tests = condition.Tests.Select(test => Compile(test, rows, catalogue)).ToList();
        return row => Verdicts.All(tests.Select(test => test.Of(row)));
    }

    private static CompiledTest RowByRow(EncodedRows rows, Func<int, Verdict> decide)
    {
        var column = new int[rows.Count];
        for (var row = 0; row < column.Length; row++)
        {
            column[row] = (int)decide(row);
        }

        return new CompiledTest(column, Decided);
    }
}
