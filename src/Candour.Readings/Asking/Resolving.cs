using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Figures;

namespace Candour.Readings.Asking;

/// <summary>Turns what a person typed into a question that can be answered, or into a refusal that helps.</summary>
public static class Resolving
{
    /// <summary>Finds a measure by its id.</summary>
    public static Result<Measure> Measure(string name, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(catalogue);
        return catalogue.Measures.TryGetValue(name, out var measure)
            ? measure
            : new MeasureUnknown(name, Near.To(name, catalogue.Measures.Keys));
    }

    /// <summary>Finds a measure that can be read by its id.</summary>
    public static Result<Measure> Computed(string name, Catalogue catalogue) => Measure(name, catalogue)
        .Then<Measure>(measure => Answering.IsComputed(measure) ? measure : new DefinedNotComputed(measure));

    /// <summary>
    /// Resolves area, period and conditions for measures that run on the same datasets with the same breakdowns (one
    /// measure, or the two of a share).
    /// </summary>
    public static Result<Question> Resolve(
        Asked asked, Measure measure, IReadOnlyList<string> datasets, ReadableSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(datasets);
        ArgumentNullException.ThrowIfNull(snapshot);
        return DatasetAndArea(asked, measure, datasets, snapshot).Then(found =>
            PeriodOf(asked.Period, found.Dataset, snapshot).Then(period =>
                Conditions(asked.Where, measure, found.Dataset, snapshot.Catalogue).Then<Question>(where =>
                    new Question(found.Dataset, found.Hierarchy, found.Area, period, where))));
    }

    /// <summary>Everything there are data for.</summary>
    public static Period WholeRange(Dataset dataset, ReadableSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(snapshot);
        var periods = snapshot.PeriodsOf(dataset.Id);
        return Period.Between(periods[0], periods[^1]);
    }

    private static Result<(Dataset Dataset, AreaHierarchy Hierarchy, Area Area)> DatasetAndArea(
        Asked asked, Measure measure, IReadOnlyList<string> datasets, ReadableSnapshot snapshot)
    {
        var present = datasets.Where(snapshot.Has).ToList();
        if (present.Count == 0)
        {
            return new MeasureHasNoData(measure);
        }

        if (asked.Dataset.Length > 0 && !present.Contains(asked.Dataset))
        {
            return new DatasetUnknown(asked.Dataset, measure, present);
        }

        var candidates = present
            .Where(name => asked.Dataset.Length == 0 || name == asked.Dataset)
            .Select(name => snapshot.Catalogue.Datasets[name])
            .ToList();
        if (asked.Area.Length == 0)
        {
            var own = snapshot.Catalogue.HierarchyOf(candidates[0]);
            return (candidates[0], own, own.Top);
        }

        // A dataset's own hierarchy comes before the others that it can be read by.
        var found = candidates
            .Select(dataset => (
                Dataset: dataset,
                Hierarchy: dataset.Hierarchies.Select(id => snapshot.Catalogue.Hierarchies[id])
                    .FirstOrDefault(hierarchy => hierarchy.TryFind(asked.Area, out _))))
            .Where(pair => pair.Hierarchy is not null)
            .ToList();
        if (found is [(var dataset, { } hierarchy)] && hierarchy.TryFind(asked.Area, out var area))
        {
            return (dataset, hierarchy, area);
        }

        return found.Count > 1
            ? new AreaIsAmbiguous(asked.Area, [.. found.Select(pair => pair.Dataset.Id)])
            : new AreaUnknown(
                asked.Area,
                measure,
                Near.To(asked.Area, candidates.SelectMany(d => d.Hierarchies).Distinct()
                    .SelectMany(id => snapshot.Catalogue.Hierarchies[id].Areas).Select(a => a.Title)));
    }

    private static Result<Period> PeriodOf(string text, Dataset dataset, ReadableSnapshot snapshot)
    {
        if (text.Length == 0)
        {
            return WholeRange(dataset, snapshot);
        }

        if (!Period.TryParse(text, out var period))
        {
            return new PeriodUnreadable(text);
        }

        return period.Months > 600 ? new PeriodTooLong(period)
            : period.Months % dataset.Months != 0 || (period.Start.Month - 1) % dataset.Months != 0
                ? new PeriodTooFine(period, dataset)
            : period;
    }

    private static Result<IReadOnlyList<KeyValuePair<string, string>>> Conditions(
        IReadOnlyList<string> written, Measure measure, Dataset dataset, Catalogue catalogue)
    {
        var conditions = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in written.Where(text => text.Length > 0))
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1 || equals == text.Length - 1)
            {
                return new ConditionUnreadable(text);
            }

            var (field, spelling) = (text[..equals].Trim(), text[(equals + 1)..].Trim());
            if (!measure.Breakdowns.Contains(field))
            {
                return new BreakdownNotDeclared(field, measure);
            }

            var list = catalogue.CodesOf(dataset, field);
            if (list.Canonical(spelling) is not { Length: > 0 } code)
            {
                return new CodeUnknown(
                    spelling, field, [.. list.Groups.Select(group => group.Id), .. list.Codes.Select(one => one.Id)]);
            }

            if (!conditions.TryAdd(field, code))
            {
                return new ConditionTwice(field);
            }
        }

        return new Result<IReadOnlyList<KeyValuePair<string, string>>>.Accepted([.. conditions]);
    }
}
