using System.Globalization;
using System.Text;
using Candour.Definitions;

namespace Candour.Databank.Planning;

/// <summary>A plan in words, for people who review what is computed.</summary>
public static class PlanText
{
    /// <summary>One line for a dataset: how much is counted, and how much work that is.</summary>
    public static string Summary(DatasetPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var bases = plan.Bases;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Dataset.Id}: {bases.Sum(basis => basis.Recipes.Count)} measures by {bases.Count} date bases, "
            + $"{bases.Sum(basis => basis.Counters.Count)} counters, {bases.Sum(basis => basis.Days.Count)} day fields, "
            + $"{bases.Sum(basis => basis.Distinct.Count)} distinct counts, "
            + $"{bases.SelectMany(basis => basis.Breakdowns).Distinct().Count()} breakdowns, {plan.RowsRead.Count} read from rows");
    }

    /// <summary>Everything that is counted, and what each measure makes of it.</summary>
    public static string Explain(DatasetPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var text = new StringBuilder();
        Line(text, 0, Summary(plan));
        foreach (var hierarchy in plan.Hierarchies)
        {
            var overlap = hierarchy.IsOverlapping ? ", some under several" : "";
            Line(text, 1, $"areas {hierarchy.Id}: {string.Join(" > ", hierarchy.Levels)}{overlap}");
        }

        foreach (var basis in plan.Bases)
        {
            Explain(text, basis);
        }

        foreach (var read in plan.RowsRead)
        {
            var weight = read.Sampling is { } sampling ? $"; sampling weight {sampling.Weight}" : "";
            Line(text, 1, $"read from rows {read.Measure.Id}: {read.Why}{weight}");
        }

        return text.ToString();
    }

    private static void Explain(StringBuilder text, BasisPlan plan)
    {
        var basis = plan.Basis;
        var over = basis.OverTime == OverTime.Sum ? "" : $", over time the {basis.OverTime.ToString().ToLowerInvariant()}";
        var weight = basis.WeightField.Length == 0 ? "each row counts 1" : $"count weight {basis.WeightField}";
        Line(text, 1, $"basis {basis.Id}: period {basis.PeriodField}, {weight}{over}");
        foreach (var (counter, at) in plan.Counters.Select((counter, at) => (counter, at)))
        {
            Line(text, 2, $"c{at} {counter.Weighs}: {counter.Selects.Text}{By(counter.Breakdowns)}");
        }

        foreach (var (days, at) in plan.Days.Select((days, at) => (days, at)))
        {
            var quantiles = string.Join(", ", days.Quantiles.Select(one => one.ToString("R", CultureInfo.InvariantCulture)));
            Line(text, 2, $"d{at} days {days.Days} at {quantiles}: {days.Selects.Text}{By(days.Breakdowns)}{Kept(days)}");
        }

        foreach (var (distinct, at) in plan.Distinct.Select((distinct, at) => (distinct, at)))
        {
            Line(text, 2, $"i{at} different {distinct.Identifier}: {distinct.Selects.Text}{By(distinct.Breakdowns)}");
        }

        foreach (var recipe in plan.Recipes)
        {
            Line(text, 2, Made(recipe));
        }
    }

    private static string Made(Recipe recipe)
    {
        var parts = new[]
        {
            ("numerator", recipe.Distinct < 0 ? Sum(recipe.Numerator) : string.Create(CultureInfo.InvariantCulture, $"i{recipe.Distinct}")),
            ("denominator", Sum(recipe.Denominator)), ("missing", Sum(recipe.Missing)), ("rows", Sum(recipe.Rows)),
            ("absent", Sum(recipe.Absent)), ("days", recipe.Days < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"d{recipe.Days}")),
        };
        var said = parts.Where(part => part.Item2.Length > 0).Select(part => $"{part.Item1} {part.Item2}");
        return $"{recipe.Measure.Id}: {string.Join("; ", said)}";
    }

    private static string Sum(IReadOnlyList<Term> terms) => string.Concat(terms.Select((term, at) => string.Create(
        CultureInfo.InvariantCulture, $"{(term.Sign < 0 ? at == 0 ? "-" : " - " : at == 0 ? "" : " + ")}c{term.Counter}")));

    private static string Kept(DayCounter days) => days.DaysBy.Count == 1 ? "" : $"; days kept by {string.Join(", ", days.DaysBy)}";

    private static string By(IReadOnlyList<Breakdown> breakdowns) => breakdowns.Count < 2
        ? "" : $" [{string.Join(", ", breakdowns.Where(one => one != Breakdown.Whole))}]";

    private static void Line(StringBuilder text, int depth, string line) => text.Append(' ', 2 * depth).Append(line).Append('\n');
}
