using Candour.Definitions;

namespace Candour.Databank.Planning;

/// <summary>
/// Compiles the measures of one basis. A verdict of three kinds becomes two selections, the rows of which a condition
/// holds and the rows of which it may hold; every part of a state is a sum of such counters.
/// </summary>
internal sealed class BasisCompiling
{
    private static readonly Weighing OneEach = new Weighing.Rows();

    private readonly CohortBasis basis;
    private readonly List<(string Text, Selection Selects, Weighing Weighs, HashSet<Breakdown> By)> counters = [];
    private readonly List<(string Text, DayCounter Counter, HashSet<double> Quantiles, HashSet<Breakdown> By, HashSet<Breakdown> DaysBy)> days = [];
    private readonly List<(string Text, DistinctCounter Counter, HashSet<Breakdown> By)> distinct = [];
    private readonly List<Ask> stated;
    private readonly List<Ask> notStated;
    private readonly Weighing weight;
    private IReadOnlyList<Breakdown> declared = [];
    private IReadOnlyList<Breakdown> breakdowns = [];

    private BasisCompiling(CohortBasis basis)
    {
        this.basis = basis;
        var weighed = basis.WeightField.Length > 0;
        weight = weighed ? new Weighing.CountWeight(basis.WeightField) : OneEach;
        stated = weighed ? [Presence(basis.WeightField, TestKind.Recorded)] : [];
        notStated = weighed ? [Presence(basis.WeightField, TestKind.Missing)] : [];
    }

    public static BasisPlan Compile(Dataset dataset, CohortBasis basis, IEnumerable<Measure> measures)
    {
        var compiling = new BasisCompiling(basis);
        var recipes = measures.Select(measure => compiling.RecipeOf(measure, dataset)).ToList();
        return compiling.Ordered(recipes);
    }

    private Recipe RecipeOf(Measure measure, Dataset dataset)
    {
        declared = BreakdownsOf(measure, dataset);
        breakdowns = measure.Formula is Formula.Days wait ? [.. declared.Union(EndsBy(wait))] : declared;
        var holds = Selection.Everything.And(Holds(measure.Population, orCannotSay: false)).And(stated);
        var mayHold = Selection.Everything.And(Holds(measure.Population, orCannotSay: true)).And(stated);
        var made = measure.Formula switch
        {
            Formula.Count { Distinct: { Length: > 0 } identifier } => Distinct(measure, identifier, holds, mayHold),
            Formula.Count { Amount: { Length: > 0 } amount } => Amount(measure, amount, holds, mayHold),
            Formula.Count => Made(measure, [One(holds)], [], [One(mayHold), Less(holds)], -1),
            Formula.Days days => Waited(measure, days, holds, mayHold),
            _ => Shared(measure, holds, mayHold),
        };
        return made with
        {
            Rows = [One(mayHold, OneEach)],
            Absent = notStated.Count == 0
                ? [] : [One(Selection.Everything.And(Holds(measure.Population, orCannotSay: true)).And(notStated), OneEach)],
        };
    }

    /// <summary>A row that cannot say whether it is in the part is in neither: the whole is what can say.</summary>
    private Recipe Shared(Measure measure, Selection holds, Selection mayHold)
    {
        var part = holds.And(Holds(measure.Numerator, orCannotSay: false));
        var mayBePart = holds.And(Holds(measure.Numerator, orCannotSay: true));
        return Made(
            measure, [One(part)], [One(holds), Less(mayBePart), One(part)],
            [One(mayHold), Less(holds), One(mayBePart), Less(part)], -1);
    }

    private Recipe Waited(Measure measure, Formula.Days wait, Selection holds, Selection mayHold)
    {
        var field = new DayField(wait.From, wait.To, wait.OpenUntil);
        var decided = holds.And([new Ask.Waited(field, OrIsOpen: false)]);
        var waited = holds.And([new Ask.Waited(field, OrIsOpen: true)]);
        return Made(measure, [One(decided)], [One(waited)], [One(mayHold), Less(waited)], DayPosition(field, holds, wait));
    }

    /// <summary>An amount is the row's whole amount, whatever it weighs, and what cannot say are rows.</summary>
    private Recipe Amount(Measure measure, string amount, Selection holds, Selection mayHold)
    {
        var recorded = holds.And([Presence(amount, TestKind.Recorded)]);
        return Made(
            measure, [One(recorded, new Weighing.Amount(amount))], [], [One(mayHold, OneEach), Less(recorded, OneEach)], -1);
    }

    private Recipe Distinct(Measure measure, string identifier, Selection holds, Selection mayHold)
    {
        var recorded = holds.And([Presence(identifier, TestKind.Recorded)]);
        var at = distinct.FindIndex(one => one.Text == $"{identifier}: {recorded.Text}");
        if (at < 0)
        {
            at = distinct.Count;
            distinct.Add(($"{identifier}: {recorded.Text}", new DistinctCounter(identifier, recorded, []), []));
        }

        distinct[at].By.UnionWith(breakdowns);
        return Made(measure, [], [], [One(mayHold, OneEach), Less(recorded, OneEach)], -1) with { Distinct = at };
    }

    private static Recipe Made(
        Measure measure, IReadOnlyList<Term> numerator, IReadOnlyList<Term> denominator, IReadOnlyList<Term> missing, int days) =>
        new(measure, Simplified(numerator), Simplified(denominator), Simplified(missing), [], [], days, -1);

    /// <summary>What is added and taken away again is left out.</summary>
    private static IReadOnlyList<Term> Simplified(IReadOnlyList<Term> terms) =>
    [
        .. terms.Where((term, at) => terms.Take(at + 1).Count(one => one == term)
            > terms.Count(other => other == term with { Sign = -term.Sign })),
    ];

    private Term One(Selection selects) => new(Position(selects, weight), 1);

    private Term One(Selection selects, Weighing weighs) => new(Position(selects, weighs), 1);

    private Term Less(Selection selects) => new(Position(selects, weight), -1);

    private Term Less(Selection selects, Weighing weighs) => new(Position(selects, weighs), -1);

    private int Position(Selection selects, Weighing weighs)
    {
        var text = $"{weighs}: {selects.Text}";
        var at = counters.FindIndex(counter => counter.Text == text);
        if (at < 0)
        {
            at = counters.Count;
            counters.Add((text, selects, weighs, []));
        }

        counters[at].By.UnionWith(breakdowns);
        return at;
    }

    private int DayPosition(DayField field, Selection selects, Formula.Days wait)
    {
        var text = $"{field}: {selects.Text}";
        var at = days.FindIndex(counter => counter.Text == text);
        if (at < 0)
        {
            at = days.Count;
            days.Add((text, new DayCounter(field, selects, weight, [], [], []), [], [], [Breakdown.Whole]));
        }

        days[at].Quantiles.Add(wait.Quantile);
        days[at].By.UnionWith(declared);
        days[at].DaysBy.UnionWith(EndsBy(wait));
        return at;
    }

    /// <summary>The order of a plan depends on what it asks alone, never on which measure asked first.</summary>
    private BasisPlan Ordered(List<Recipe> recipes)
    {
        var order = Enumerable.Range(0, counters.Count).OrderBy(at => counters[at].Text, StringComparer.Ordinal).ToList();
        var dayOrder = Enumerable.Range(0, days.Count).OrderBy(at => days[at].Text, StringComparer.Ordinal).ToList();
        var distinctOrder = Enumerable.Range(0, distinct.Count).OrderBy(at => distinct[at].Text, StringComparer.Ordinal).ToList();
        IReadOnlyList<Term> Moved(IReadOnlyList<Term> terms) =>
            [.. terms.Select(term => term with { Counter = order.IndexOf(term.Counter) })];
        return new BasisPlan(
            basis,
            [.. order.Select(at => new Counter(counters[at].Selects, counters[at].Weighs, Sorted(counters[at].By)))],
            [
                .. dayOrder.Select(at => days[at].Counter with
                {
                    Quantiles = [.. days[at].Quantiles.Order()], Breakdowns = Sorted(days[at].By), DaysBy = Sorted(days[at].DaysBy),
                }),
            ],
            [.. distinctOrder.Select(at => distinct[at].Counter with { Breakdowns = Sorted(distinct[at].By) })],
            [
                .. recipes.Select(recipe => recipe with
                {
                    Numerator = Moved(recipe.Numerator),
                    Denominator = Moved(recipe.Denominator),
                    Missing = Moved(recipe.Missing),
                    Rows = Moved(recipe.Rows),
                    Absent = Moved(recipe.Absent),
                    Days = dayOrder.IndexOf(recipe.Days),
                    Distinct = distinctOrder.IndexOf(recipe.Distinct),
                }),
            ]);
    }

    private static IReadOnlyList<Breakdown> Sorted(IEnumerable<Breakdown> breakdowns) =>
        [.. breakdowns.OrderBy(one => one.Fields.Count).ThenBy(one => one.Name, StringComparer.Ordinal)];

    /// <summary>A measure of two datasets may declare a breakdown that only one of them has.</summary>
    private static IReadOnlyList<Breakdown> BreakdownsOf(Measure measure, Dataset dataset) =>
    [
        Breakdown.Whole,
        .. measure.Breakdowns.Where(field => dataset.FieldNamed(field) is not null).Select(field => new Breakdown([field])),
        .. measure.Pairs.Where(pair => pair.All(field => dataset.FieldNamed(field) is not null))
            .Select(pair => new Breakdown([.. pair.Order(StringComparer.Ordinal)])),
    ];

    /// <summary>Endings compete: how many cases ended in one way by a day says nothing without those that ended in another.</summary>
    private static IEnumerable<Breakdown> EndsBy(Formula.Days wait) => wait.EndsBy.Length == 0 ? [] : [new Breakdown([wait.EndsBy])];

    private static IEnumerable<Ask> Holds(Condition condition, bool orCannotSay) =>
        condition.Flat.Select(test => new Ask.Holds(test, orCannotSay && MayNotSay(test)));

    /// <summary>Whether a field is there is always known.</summary>
    private static bool MayNotSay(Test test) => test is not FieldTest { Kind: TestKind.Missing or TestKind.Recorded };

    private static Ask.Holds Presence(string field, TestKind kind) => new(new FieldTest(field, kind, []), false);
}
