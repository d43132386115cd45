using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Asking;

namespace Candour.Readings.Figures;

/// <summary>A period of a dataset whose figures are read from a pinned snapshot.</summary>
/// <param name="Dataset">Of which dataset.</param>
/// <param name="Period">Which period.</param>
/// <param name="Pinned">The snapshot that it was frozen, or last restated, with.</param>
/// <param name="Open">Opens that snapshot; a refusal when its cells are not those that were frozen.</param>
public sealed record FrozenPeriod(string Dataset, Period Period, ContentHash Pinned, Func<Result<ReadableSnapshot>> Open)
{
    private readonly Lazy<Result<ReadableSnapshot>> opened = new(Open);

    /// <summary>Opened when it is first asked for, and kept.</summary>
    public Result<ReadableSnapshot> Snapshot => opened.Value;

    /// <summary>The question with the names of the definitions of then; none where these did not have one of them.</summary>
    internal (Measure Measure, Question Question)? InTheWordsOfThen(ReadableSnapshot then, Measure measure, Question question) =>
        then.Catalogue.Measures.TryGetValue(measure.Id, out var own) && own.Datasets.Contains(Dataset) && then.Has(Dataset)
            && then.Catalogue.Hierarchies.TryGetValue(question.Hierarchy.Id, out var hierarchy)
            && hierarchy.Areas.FirstOrDefault(area => area.Id == question.Area.Id) is { } place
            ? (own, question with { Dataset = then.Catalogue.Datasets[Dataset], Hierarchy = hierarchy, Area = place })
            : null;
}

/// <summary>The periods that are frozen; a question within one of them is answered by its snapshot and by no later one.</summary>
public sealed class FrozenPeriods(IReadOnlyList<FrozenPeriod> periods)
{
    private readonly ILookup<string, FrozenPeriod> byDataset = periods.ToLookup(period => period.Dataset, StringComparer.Ordinal);

    public static FrozenPeriods None { get; } = new([]);

    /// <summary>Another one after every freeze and restatement; empty when nothing is frozen.</summary>
    public string Stamp { get; } = periods.Count == 0 ? "" : ContentHash.Of(string.Join(
        '\n', periods.Select(one => $"{one.Dataset} {one.Period} {one.Pinned}"))).Abbreviated;

    /// <summary>The frozen period that a period lies in; none when it does not lie in one, or only in part.</summary>
    public FrozenPeriod? For(string dataset, Period period) => byDataset[dataset].FirstOrDefault(one => one.Period.Contains(period));

    /// <summary>The snapshot that answers for a period: its frozen one, or the current.</summary>
    internal ReadableSnapshot SnapshotFor(ReadableSnapshot current, string dataset, Period period) =>
        For(dataset, period)?.Snapshot is Result<ReadableSnapshot>.Accepted frozen ? frozen.Value : current;

    /// <summary>Whether a measure needs no row, only cells: what is still answered when rows were erased.</summary>
    internal static bool AnswersFromCells(Measure measure, Question question) => !measure.IsSample
        && (measure.Formula is Formula.Share or Formula.Count { Distinct.Length: 0 }
            ? question.Where.Count == 0 || (question.Where is [var one] && measure.Breakdowns.Contains(one.Key))
            : measure.Formula is Formula.Days && question.Where.Count == 0);
}
