using Candour.Definitions;

namespace Candour.Databank.Planning;

/// <summary>One counter of a basis, added or taken away.</summary>
/// <param name="Counter">Its position among the counters of the basis.</param>
/// <param name="Sign">1 or -1.</param>
public readonly record struct Term(int Counter, int Sign);

/// <summary>
/// How the state of a measure is made of the counters of its basis. Each part is a sum of counters, so a state made of
/// summed counters is the sum of the states.
/// </summary>
/// <param name="Measure">The measure.</param>
/// <param name="Numerator">See <see cref="Cells.CellState"/>.</param>
/// <param name="Denominator">See <see cref="Cells.CellState"/>.</param>
/// <param name="Missing">See <see cref="Cells.CellState"/>.</param>
/// <param name="Rows">See <see cref="Cells.CellState"/>.</param>
/// <param name="Absent">See <see cref="Cells.CellState"/>.</param>
/// <param name="Days">Position of its day counter; -1 for a measure without days.</param>
/// <param name="Distinct">Position of its distinct counter, which then is the numerator; -1 for any other measure.</param>
public sealed record Recipe(
    Measure Measure,
    IReadOnlyList<Term> Numerator,
    IReadOnlyList<Term> Denominator,
    IReadOnlyList<Term> Missing,
    IReadOnlyList<Term> Rows,
    IReadOnlyList<Term> Absent,
    int Days,
    int Distinct);

/// <summary>All that is counted by one cohort basis of a dataset.</summary>
/// <param name="Basis">The basis: which period a row belongs to.</param>
/// <param name="Counters">The sums, each once, in the order of their texts.</param>
/// <param name="Days">The day counters.</param>
/// <param name="Distinct">The distinct counters.</param>
/// <param name="Recipes">The measures, in the order of their ids.</param>
public sealed record BasisPlan(
    CohortBasis Basis,
    IReadOnlyList<Counter> Counters,
    IReadOnlyList<DayCounter> Days,
    IReadOnlyList<DistinctCounter> Distinct,
    IReadOnlyList<Recipe> Recipes)
{
    /// <summary>Every breakdown that anything here is kept by, the whole first.</summary>
    public IReadOnlyList<Breakdown> Breakdowns { get; } =
    [
        .. Counters.SelectMany(counter => counter.Breakdowns).Concat(Days.SelectMany(days => days.Breakdowns))
            .Concat(Distinct.SelectMany(distinct => distinct.Breakdowns)).Distinct()
            .OrderBy(breakdown => breakdown.Fields.Count).ThenBy(breakdown => breakdown.Name, StringComparer.Ordinal),
    ];
}

/// <summary>A measure that has no states that add up: it is read by a pass over its rows, and why.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Why">In a few words.</param>
/// <param name="Sampling">How the rows were drawn, their sampling weight among it; absent where no sample is estimated from.</param>
public sealed record RowsRead(Measure Measure, string Why, Sampling? Sampling);

/// <summary>
/// Everything that the measures of one dataset ask of its rows, each thing once. Two engines compute it: the native one
/// over encoded columns, and SQL.
/// </summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Hierarchies">The hierarchies whose lowest areas the rows carry; counts roll up each of them.</param>
/// <param name="Bases">One for each cohort basis that any measure uses, in the order of the dataset.</param>
/// <param name="RowsRead">The measures that are read from rows.</param>
public sealed record DatasetPlan(
    Dataset Dataset,
    IReadOnlyList<AreaHierarchy> Hierarchies,
    IReadOnlyList<BasisPlan> Bases,
    IReadOnlyList<RowsRead> RowsRead)
{
    /// <summary>Every field of a row that is looked at; no other has to be there.</summary>
    public IReadOnlySet<string> Fields { get; } = new HashSet<string>(
    [
        Dataset.AreaField.Id,
        .. Bases.SelectMany(basis => (IEnumerable<string>)
        [
            basis.Basis.PeriodField,
            .. basis.Breakdowns.SelectMany(breakdown => breakdown.Fields),
            .. basis.Counters.Select(counter => counter.Weighs.Field).Where(field => field.Length > 0),
            .. basis.Counters.SelectMany(counter => counter.Selects.Fields),
            .. basis.Days.SelectMany(days => days.Selects.Fields.Concat(days.Days.Fields)),
            .. basis.Days.Select(days => days.Weighs.Field).Where(field => field.Length > 0),
            .. basis.Distinct.SelectMany(distinct => distinct.Selects.Fields.Append(distinct.Identifier)),
        ]),
    ]);
}
