using System.Globalization;

namespace Candour.Definitions;

/// <summary>
/// Decides a condition for one row by its texts. The engine decides the same by numbers, for millions of rows; this is the
/// plain way, for the checks of intake, and each is the other's proof.
/// </summary>
public sealed class RowCondition
{
    private readonly Dataset dataset;
    private readonly Catalogue catalogue;
    private readonly IReadOnlyList<Test> tests;
    private readonly Dictionary<FieldTest, HashSet<string>> codes = [];

    public RowCondition(Condition condition, Dataset dataset, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(catalogue);
        (this.dataset, this.catalogue, tests) = (dataset, catalogue, condition.Flat);
    }

    /// <summary>What the condition says of a row.</summary>
    /// <param name="values">The row's values in the order of the dataset's fields; empty for missing.</param>
    public Verdict Decide(IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Verdicts.All(tests.Select(test => Decide(test, values)));
    }

    private Verdict Decide(Test test, IReadOnlyList<string> values) => test switch
    {
        FieldTest field => Coded(field, Value(field.Field, values)),
        DateTest date => Dated(date, Value(date.Field, values), Value(date.Other, values)),
        NumberTest number => Bounded(number, Value(number.Field, values)),
        SameTest same => Value(same.Field, values) is { Length: > 0 } one && Value(same.Other, values) is { Length: > 0 } other
            ? Verdicts.Of(one == other == same.IsSame)
            : Verdict.Unknown,
        AnyTest any => Verdicts.Any(any.Conditions.Select(condition => new RowCondition(condition, dataset, catalogue).Decide(values))),
        NamedTest named => new RowCondition(named.Condition, dataset, catalogue).Decide(values),
        EarlierTest => throw new InvalidOperationException("One row cannot tell of earlier rows."),
        _ => throw new InvalidOperationException($"No decision for {test.GetType().Name}."),
    };

    private string Value(string field, IReadOnlyList<string> values) => values[dataset.IndexOf(field)];

    private Verdict Coded(FieldTest test, string value)
    {
        if (test.Kind is TestKind.Missing or TestKind.Recorded)
        {
            return Verdicts.Of(value.Length == 0 == (test.Kind == TestKind.Missing));
        }

        if (value.Length == 0)
        {
            return Verdict.Unknown;
        }

        if (!codes.TryGetValue(test, out var named))
        {
            codes[test] = named = test.Codes.SelectMany(catalogue.CodesOf(dataset, test.Field).Expand).ToHashSet(StringComparer.Ordinal);
        }

        return Verdicts.Of(named.Contains(value) == (test.Kind == TestKind.OneOf));
    }

    private static Verdict Dated(DateTest test, string one, string other)
    {
        if (other.Length == 0)
        {
            return Verdict.Unknown;
        }

        if (one.Length == 0)
        {
            return test.Order == DateOrder.AtLeastDaysBefore ? Verdict.Unknown : Verdict.No;
        }

        var after = Day(one).DayNumber - Day(other).DayNumber;
        return test.Order switch
        {
            DateOrder.WithinDaysOf when after < 0 => Verdict.Unknown,
            DateOrder.WithinDaysOf => Verdicts.Of(after <= test.Days),
            DateOrder.AtLeastDaysBefore => Verdicts.Of(after <= -test.Days),
            DateOrder.OnOrBefore => Verdicts.Of(after <= 0),
            DateOrder.Before => Verdicts.Of(after < 0),
            DateOrder.OnOrAfter => Verdicts.Of(after >= 0),
            _ => Verdicts.Of(after > 0),
        };
    }

    private static Verdict Bounded(NumberTest test, string value) => value.Length == 0
        ? Verdict.Unknown
        : Verdicts.Of(decimal.Parse(value, CultureInfo.InvariantCulture) is var number && test.AtLeast <= number && number <= test.AtMost);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
