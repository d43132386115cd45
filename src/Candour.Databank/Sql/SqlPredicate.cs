using System.Globalization;
using Candour.Databank.Planning;
using Candour.Definitions;

namespace Candour.Databank.Sql;

/// <summary>
/// What is asked of a row as a predicate. The three values of SQL are our three verdicts: null is a row that cannot say.
/// </summary>
internal sealed class SqlPredicate(Dataset dataset, Catalogue catalogue, SqlDialect dialect)
{
    private readonly List<EarlierTest> earlier = [];

    /// <summary>The tests that look at other rows, in the order in which they were met.</summary>
    public IReadOnlyList<EarlierTest> Earlier => earlier;

    public static string EarlierColumn(int at) => $"earlier_{at.ToString(CultureInfo.InvariantCulture)}";

    public string Of(Selection selection) => selection.Asks.Count == 0
        ? "1 = 1" : string.Join(" AND ", selection.Asks.Select(Of));

    /// <summary>The days of a row between the two ends, or from its start until it was last seen open.</summary>
    public string Days(DayField field) => $"({DayNumber(End(field))} - {DayNumber(Column(field.From))})";

    private string Of(Ask ask) => ask switch
    {
        Ask.Holds holds => holds.OrCannotSay ? $"coalesce({Of(holds.Test)}, 1 = 1)" : Of(holds.Test),
        Ask.Waited waited => waited.OrIsOpen
            ? $"{Days(waited.Days)} >= 0"
            : $"({Column(waited.Days.To)} IS NOT NULL AND {Days(waited.Days)} >= 0)",
        _ => throw new InvalidOperationException($"No SQL for {ask.GetType().Name}."),
    };

    private string Of(Test test) => test switch
    {
        FieldTest field => Coded(field),
        NumberTest number => Bounded(number),
        DateTest date => Ordered(date),
        SameTest same => $"({Column(same.Field)} {(same.IsSame ? "=" : "<>")} {Column(same.Other)})",
        EarlierTest one => Remembered(one),
        AnyTest any => $"({string.Join(" OR ", any.Conditions.Select(All))})",
        NamedTest named => All(named.Condition),
        _ => throw new InvalidOperationException($"No SQL for {test.GetType().Name}."),
    };

    private string All(Condition condition) => condition.Tests.Count == 0
        ? "(1 = 1)" : $"({string.Join(" AND ", condition.Flat.Select(Of))})";

    private string Coded(FieldTest test)
    {
        var column = Column(test.Field);
        return test.Kind switch
        {
            TestKind.Missing => $"({column} IS NULL)",
            TestKind.Recorded => $"({column} IS NOT NULL)",
            TestKind.OneOf => $"({column} IN ({Codes(test)}))",
            _ => $"({column} NOT IN ({Codes(test)}))",
        };
    }

    private string Codes(FieldTest test) => string.Join(", ", test.Codes
        .SelectMany(catalogue.CodesOf(dataset, test.Field).Expand).Distinct().Order(StringComparer.Ordinal).Select(SqlDialect.Literal));

    private string Bounded(NumberTest test)
    {
        var field = dataset.FieldNamed(test.Field)!;
        var column = Column(test.Field);
        var bounds = new List<string>();
        if (test.AtLeast != -NumberTest.Unbounded)
        {
            bounds.Add($"{column} >= {Scaled(test.AtLeast, field)}");
        }

        if (test.AtMost != NumberTest.Unbounded)
        {
            bounds.Add($"{column} <= {Scaled(test.AtMost, field)}");
        }

        return bounds.Count == 0 ? $"CASE WHEN {column} IS NULL THEN NULL ELSE 1 = 1 END" : $"({string.Join(" AND ", bounds)})";
    }

    private static string Scaled(decimal bound, Field field) => (bound * field.Scale).ToString(CultureInfo.InvariantCulture);

    private string Ordered(DateTest test)
    {
        var (one, other) = (Column(test.Field), Column(test.Other));
        var after = $"({DayNumber(one)} - {DayNumber(other)})";
        var days = test.Days.ToString(CultureInfo.InvariantCulture);
        var holds = test.Order switch
        {
            DateOrder.WithinDaysOf => $"CASE WHEN {after} < 0 THEN NULL ELSE {after} <= {days} END",
            DateOrder.AtLeastDaysBefore => $"{after} <= -{days}",
            DateOrder.OnOrBefore => $"{after} <= 0",
            DateOrder.Before => $"{after} < 0",
            DateOrder.OnOrAfter => $"{after} >= 0",
            _ => $"{after} > 0",
        };
        // A date that is missing has not happened, unless its age is asked for.
        var missing = test.Order == DateOrder.AtLeastDaysBefore ? "NULL" : "1 = 0";
        return $"(CASE WHEN {other} IS NULL THEN NULL WHEN {one} IS NULL THEN {missing} ELSE {holds} END)";
    }

    private string Remembered(EarlierTest test)
    {
        var at = earlier.IndexOf(test);
        if (at < 0)
        {
            at = earlier.Count;
            earlier.Add(test);
        }

        return $"(CASE WHEN {Column(test.Identifier)} IS NULL OR {Column(test.Field)} IS NULL THEN NULL"
            + $" ELSE {EarlierColumn(at)} IS NOT NULL END)";
    }

    private static string End(DayField field) => field.OpenUntil.Length == 0
        ? Column(field.To) : $"coalesce({Column(field.To)}, {Column(field.OpenUntil)})";

    private string DayNumber(string date) => dialect.DayNumber(date);

    private static string Column(string field) => SqlDialect.Name(field);
}
