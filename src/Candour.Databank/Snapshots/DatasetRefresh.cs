using Candour.Databank.Cells;
using Candour.Databank.Columns;
using Candour.Databank.Native;
using Candour.Databank.Planning;
using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Intake.Submitting;
using Candour.Kernel;
using Candour.Store;

namespace Candour.Databank.Snapshots;

/// <summary>
/// Makes the cells of one dataset of a snapshot. An area whose submissions are the same as in the current snapshot has the
/// same cells, so its file is taken over; only the others are computed. Where a measure looks at the rows of other areas
/// (an earlier report elsewhere), a change anywhere computes all of them.
/// </summary>
/// <param name="files">Where rows and cells lie.</param>
/// <param name="dataset">The dataset.</param>
/// <param name="catalogue">The definitions.</param>
/// <param name="submissions">The dataset's submissions in the new snapshot.</param>
/// <param name="before">The snapshot whose cells may be taken over; one of no submissions when there is none whose cells still hold.</param>
internal sealed class DatasetRefresh(
    SnapshotFolder files, Dataset dataset, Catalogue catalogue, IReadOnlyList<SubmissionRecord> submissions, EarlierCells before)
{
    private readonly DatasetPlan plan = PlanCompiling.Compile(dataset, catalogue);
    private readonly Dictionary<string, HashSet<Period>> covered = [];
    private readonly Dictionary<string, List<ContentHash>> holding = [];

    /// <summary>Writes the files of every area; a refusal when a submission is damaged or something does not fit.</summary>
    public async Task<Refusal?> MakeAsync(string folder, CancellationToken cancellation)
    {
        var kept = Kept();
        var building = new ColumnsBuilding(dataset, plan.Fields);
        foreach (var (area, path) in kept)
        {
            File.Copy(path, AreaFile.PathOf(folder, dataset.Id, area));
        }

        foreach (var submission in Unread(kept))
        {
            if (!SubmissionFile.IsIntact(files.Submissions, submission))
            {
                return new SubmissionIsDamaged(submission.Id);
            }

            Take(submission, await SubmissionFile.ReadAsync(SubmissionFile.PathOf(files.Submissions, submission.Id), dataset, cancellation), kept, building);
        }

        return holding.Count == 0 ? null : Compute(folder, building);
    }

    /// <summary>The areas whose submissions have not changed, with the file of each.</summary>
    private Dictionary<string, string> Kept()
    {
        var here = submissions.Select(submission => submission.Id).ToHashSet();
        var earlier = before.Submissions.Where(one => one.Dataset == dataset.Id).Select(one => one.Id).ToHashSet();
        if (earlier.Count == 0 || (!here.SetEquals(earlier) && LooksElsewhere()))
        {
            return [];
        }

        var added = here.Except(earlier).ToHashSet();
        var cells = AreaFile.Of(files.Of(before.Snapshot), dataset.Id)
            .Select(path => (Path: path, Cells: AreaFile.ReadHead(path)));
        var touched = added.SelectMany(AreasOf).ToHashSet();
        return cells.Where(file => file.Cells.Submissions.All(here.Contains) && !touched.Contains(file.Cells.Area))
            .ToDictionary(file => file.Cells.Area, file => file.Path);
    }

    private IEnumerable<string> AreasOf(ContentHash submission)
    {
        var area = dataset.IndexOf(dataset.AreaField.Id);
        var path = SubmissionFile.PathOf(files.Submissions, submission);
        return !File.Exists(path) ? []
            : SubmissionFile.ReadAsync(path, dataset, CancellationToken.None).GetAwaiter().GetResult()
                .Select(row => row.Values[area]).Distinct();
    }

    private bool LooksElsewhere() => plan.Bases.SelectMany(basis => basis.Recipes).Any(recipe =>
        recipe.Measure.Population.And(recipe.Measure.Numerator).Flat.Any(LooksElsewhere));

    private static bool LooksElsewhere(Test test) => test switch
    {
        EarlierTest => true,
        AnyTest any => any.Conditions.SelectMany(condition => condition.Flat).Any(LooksElsewhere),
        _ => false,
    };

    /// <summary>The submissions that may hold rows of an area that is not kept.</summary>
    private IEnumerable<SubmissionRecord> Unread(Dictionary<string, string> kept)
    {
        if (kept.Count == 0)
        {
            return submissions;
        }

        var others = AreaFile.Of(files.Of(before.Snapshot), dataset.Id).Select(AreaFile.ReadHead)
            .Where(cells => !kept.ContainsKey(cells.Area)).SelectMany(cells => cells.Submissions).ToHashSet();
        return submissions.Where(submission => others.Contains(submission.Id) || before.Submissions.All(one => one.Id != submission.Id));
    }

    private void Take(SubmissionRecord submission, IReadOnlyList<MappedRow> own, Dictionary<string, string> kept, ColumnsBuilding building)
    {
        var area = dataset.IndexOf(dataset.AreaField.Id);
        var again = own.Where(row => !kept.ContainsKey(row.Values[area])).ToList();
        building.Add(again);
        foreach (var name in again.Select(row => row.Values[area]).Distinct())
        {
            Under(holding, name).Add(submission.Id);
        }

        foreach (var (name, period) in Coverage.Of(own, dataset, submission.Periods).Where(pair => !kept.ContainsKey(pair.Area)))
        {
            Under(covered, name).Add(period);
        }
    }

    private Refusal? Compute(string folder, ColumnsBuilding building)
    {
        var periods = covered.Values.SelectMany(own => own).Distinct().Order().ToList();
        var columns = building.Finish("");
        if (!NativeEngine.OfThisMachine.Compute(plan, columns, periods, catalogue, StateScope.WhatAddsUp).Try(out var states, out var refusal))
        {
            return refusal;
        }

        foreach (var (node, at) in states.Nodes.Select((node, at) => (node, at)))
        {
            AreaFile.Write(AreaFile.PathOf(folder, dataset.Id, node.Name), new AreaCells(
                dataset.Id, node.Name, submissions[0].DataClass, holding[node.Name], [.. covered[node.Name].Order()],
                states.Axes, states.States[at]));
        }

        return null;
    }

    private static TValue Under<TValue>(Dictionary<string, TValue> all, string name)
        where TValue : new() => all.TryGetValue(name, out var found) ? found : all[name] = new TValue();
}

/// <summary>A snapshot whose cells were made by the same definitions and are what they were.</summary>
internal sealed record EarlierCells(ContentHash Snapshot, IReadOnlyList<SubmissionRecord> Submissions);
