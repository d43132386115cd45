using System.Globalization;
using System.Text;
using Candour.Databank.Planning;
using Candour.Definitions;

namespace Candour.Databank.Sql;

/// <summary>What a query of states gives.</summary>
public enum StateQueryKind
{
    /// <summary>A whole number for each counter.</summary>
    Counters,

    /// <summary>Of one day counter: day, events and censorings.</summary>
    Days,

    /// <summary>Of one distinct counter: the different identifiers, each once, so that shards can be merged.</summary>
    Identifiers,
}

/// <summary>
/// One query of states by area of the lowest level, shortest period and the codes of a breakdown: what can be merged
/// with the answer of another shard. Finished shares, medians and distinct counts are never asked for.
/// </summary>
/// <param name="Kind">What it gives.</param>
/// <param name="Basis">The basis whose period places the rows.</param>
/// <param name="Breakdown">The breakdown.</param>
/// <param name="Of">Positions in the plan of what is counted: of counters, or of the one day or distinct counter.</param>
/// <param name="Text">The statement. Its columns: area, period, the codes, then the values.</param>
public sealed record StateQuery(StateQueryKind Kind, BasisPlan Basis, Breakdown Breakdown, IReadOnlyList<int> Of, string Text)
{
    /// <summary>Every query of a plan over a table of rows.</summary>
    public static IReadOnlyList<StateQuery> For(DatasetPlan plan, Catalogue catalogue, SqlDialect dialect, string table)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(dialect);
        return
        [
            .. plan.Bases.SelectMany(basis => basis.Breakdowns.SelectMany(breakdown =>
                new StateQueryWriting(plan.Dataset, basis, breakdown, catalogue, dialect, table).All())),
        ];
    }
}

/// <summary>Writes the queries of one basis and breakdown.</summary>
internal sealed class StateQueryWriting(
    Dataset dataset, BasisPlan basis, Breakdown breakdown, Catalogue catalogue, SqlDialect dialect, string table)
{
    private string Period => dialect.PeriodStart(SqlDialect.Name(basis.Basis.PeriodField), dataset.Months);

    private IEnumerable<string> Keys =>
        [SqlDialect.Name(dataset.AreaField.Id), Period, .. breakdown.Fields.Select(SqlDialect.Name)];

    public IEnumerable<StateQuery> All()
    {
        var counters = Kept(basis.Counters, counter => counter.Breakdowns);
        if (counters.Count > 0)
        {
            yield return Query(StateQueryKind.Counters, counters, predicates =>
                ([.. counters.Select(at => Value(basis.Counters[at], predicates))], "", ""));
        }

        foreach (var at in Kept(basis.Days, days => [.. days.Breakdowns.Union(days.DaysBy)]))
        {
            yield return Query(StateQueryKind.Days, [at], predicates => Days(basis.Days[at], predicates));
        }

        foreach (var at in Kept(basis.Distinct, distinct => distinct.Breakdowns))
        {
            yield return Query(StateQueryKind.Identifiers, [at], predicates =>
            {
                var identifier = SqlDialect.Name(basis.Distinct[at].Identifier);
                return ([identifier], predicates.Of(basis.Distinct[at].Selects), identifier);
            });
        }
    }

    /// <summary>Everything that is kept by the breakdown, finished by the database.</summary>
    public FinishedQuery Finished()
    {
        var counters = Kept(basis.Counters, counter => counter.Breakdowns);
        var quantiles = Kept(basis.Days, days => days.Breakdowns)
            .SelectMany(at => basis.Days[at].Quantiles.Select(quantile => (at, quantile))).ToList();
        var distinct = Kept(basis.Distinct, one => one.Breakdowns);
        var predicates = new SqlPredicate(dataset, catalogue, dialect);
        return new FinishedQuery(basis, breakdown, counters, quantiles, distinct, Statement(
            predicates,
            [
                .. counters.Select(at => Value(basis.Counters[at], predicates)),
                .. quantiles.Select(pair => dialect.QuantileWhere(
                    predicates.Days(basis.Days[pair.at].Days), pair.quantile,
                    predicates.Of(basis.Days[pair.at].Selects.And([new Ask.Waited(basis.Days[pair.at].Days, OrIsOpen: false)])))),
                .. distinct.Select(at => dialect.DistinctWhere(
                    SqlDialect.Name(basis.Distinct[at].Identifier), predicates.Of(basis.Distinct[at].Selects))),
            ],
            "", ""));
    }

    private string Value(Counter counter, SqlPredicate predicates) => counter.Weighs is Weighing.Rows
        ? dialect.CountWhere(predicates.Of(counter.Selects))
        : dialect.SumWhere(SqlDialect.Name(counter.Weighs.Field), predicates.Of(counter.Selects));

    private (IReadOnlyList<string> Values, string Where, string Group) Days(DayCounter counter, SqlPredicate predicates)
    {
        var day = predicates.Days(counter.Days);
        var to = SqlDialect.Name(counter.Days.To);
        string Sum(string which) => counter.Weighs is Weighing.Rows
            ? dialect.CountWhere(which) : dialect.SumWhere(SqlDialect.Name(counter.Weighs.Field), which);
        return (
            [day, Sum($"{to} IS NOT NULL"), Sum($"{to} IS NULL")],
            $"{predicates.Of(counter.Selects)} AND {day} >= 0", day);
    }

    private StateQuery Query(
        StateQueryKind kind,
        IReadOnlyList<int> of,
        Func<SqlPredicate, (IReadOnlyList<string> Values, string Where, string Group)> write)
    {
        var predicates = new SqlPredicate(dataset, catalogue, dialect);
        var (values, where, group) = write(predicates);
        return new StateQuery(kind, basis, breakdown, of, Statement(predicates, values, where, group));
    }

    private string Statement(SqlPredicate predicates, IReadOnlyList<string> values, string where, string group)
    {
        var text = new StringBuilder("SELECT ");
        text.AppendJoin(", ", Keys.Concat(values).Select((column, at) => $"{column} AS column_{at.ToString(CultureInfo.InvariantCulture)}"));
        text.Append("\nFROM ").Append(From(predicates));
        text.Append("\nWHERE ").Append(SqlDialect.Name(basis.Basis.PeriodField)).Append(" IS NOT NULL");
        if (where.Length > 0)
        {
            text.Append(" AND ").Append(where);
        }

        return text.Append("\nGROUP BY ").AppendJoin(", ", group.Length == 0 ? Keys : Keys.Append(group)).ToString();
    }

    /// <summary>A test of earlier rows becomes a column: the last day before this one that is near enough.</summary>
    private string From(SqlPredicate predicates)
    {
        if (predicates.Earlier.Count == 0)
        {
            return table;
        }

        var text = new StringBuilder("(SELECT *");
        foreach (var (test, at) in predicates.Earlier.Select((test, at) => (test, at)))
        {
            var day = dialect.DayNumber(SqlDialect.Name(test.Field));
            text.Append(CultureInfo.InvariantCulture, $", max({day}) OVER (PARTITION BY {SqlDialect.Name(test.Identifier)}")
                // A row without the day is nobody's earlier row: it is put far before all of them.
                .Append(CultureInfo.InvariantCulture, $" ORDER BY coalesce({day}, -1000000000)")
                .Append(CultureInfo.InvariantCulture, $" RANGE BETWEEN {test.Days} PRECEDING AND 1 PRECEDING)")
                .Append(" AS ").Append(SqlPredicate.EarlierColumn(at));
        }

        return text.Append(" FROM ").Append(table).Append(") AS seen").ToString();
    }

    private List<int> Kept<T>(IReadOnlyList<T> counted, Func<T, IReadOnlyList<Breakdown>> by) =>
        [.. Enumerable.Range(0, counted.Count).Where(at => by(counted[at]).Contains(breakdown))];
}
