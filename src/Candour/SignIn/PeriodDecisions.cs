using Candour.Access;
using Candour.Definitions;
using Candour.Freezing;
using Candour.Kernel;
using Candour.Readings.Figures;
using Candour.Readings.Seeing;
using Candour.Store;
using Candour.Store.Closings;

namespace Candour.SignIn;

/// <summary>The period, the area or the adjustment is not this person's.</summary>
public sealed record NotYoursToClose() : Refusal(
    "There is nothing here for you to do with this: a period is closed by whoever answers for all of its data, and an area's data are agreed "
    + "by whoever answers for the area.");

/// <summary>There is no such step.</summary>
public sealed record NoSuchStep() : Refusal("There is no such step: choose one of those on the page.");

/// <summary>The month is not one that can be reconciled.</summary>
public sealed record NoSuchMonth() : Refusal("That month is not over, or was reconciled before: choose one from the page of the period.");

/// <summary>What a person may do with reporting periods, and what they do.</summary>
public sealed class PeriodDecisions(Workspace workspace, TimeProvider clock)
{
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The datasets with a reporting calendar of which the viewer sees anything, by title.</summary>
    public static IReadOnlyList<Dataset> Datasets(Viewer viewer, ReadingRoom room)
    {
        ArgumentNullException.ThrowIfNull(room);
        return
        [
            .. room.Catalogue.Datasets.Values
                .Where(dataset => dataset.Reporting is not null && room.Snapshot.Has(dataset.Id)
                    && Sight.Of(viewer, Right.ReadSubmissions, room.Catalogue).SeesAny(HoldingOf(room, dataset)))
                .OrderBy(dataset => dataset.Title, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether the viewer has a right over an area of a dataset, all of it.</summary>
    public static bool Has(Viewer viewer, ReadingRoom room, Dataset dataset, Right right, string area)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(dataset);
        var hierarchy = room.Catalogue.HierarchyOf(dataset);
        return hierarchy.Areas.Any(one => one.Id == area)
            && Sight.Of(viewer, right, room.Catalogue).Sees(HoldingOf(room, dataset), hierarchy.LowestUnder(area));
    }

    /// <summary>Whether the viewer has a right over the whole of a dataset.</summary>
    public static bool HasWhole(Viewer viewer, ReadingRoom room, Dataset dataset, Right right)
    {
        ArgumentNullException.ThrowIfNull(room);
        return Sight.Of(viewer, right, room.Catalogue).SeesWhole(HoldingOf(room, dataset));
    }

    /// <summary>A period as it is now.</summary>
    public PeriodNow Now(ReadingRoom room, Dataset dataset, Period period)
    {
        ArgumentNullException.ThrowIfNull(room);
        return new PeriodClose(workspace, room.Snapshot).Now(dataset, period);
    }

    /// <summary>Takes a step with the whole period.</summary>
    public Result<Closing> Step(Viewer viewer, ReadingRoom room, Dataset dataset, Period period, ClosingMove move, string reason) =>
        !HasWhole(viewer, room, dataset, Right.DecideSubmission) ? new NotYoursToClose()
            : Doing(viewer, reason).Then(doing => new PeriodClose(workspace, room.Snapshot).Take(move, dataset, period, doing));

    /// <summary>Agrees an area's data, or declares that there were none.</summary>
    public Result<AreaAnswer> Say(Viewer viewer, ReadingRoom room, Dataset dataset, Period period, string area, bool nil, string reason) =>
        !Has(viewer, room, dataset, Right.DecideSubmission, area) ? new NotYoursToClose()
            : Doing(viewer, reason).Then(doing => new PeriodClose(workspace, room.Snapshot)
                .Say(dataset, period, area, nil ? AreaWord.Nil : AreaWord.Agreed, doing));

    /// <summary>Records that a unit compared a month of its records with what was submitted.</summary>
    public Result<Reconciliation> Reconcile(Viewer viewer, ReadingRoom room, Dataset dataset, Period period, string unit, string month, string reason)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (!Has(viewer, room, dataset, Right.DecideSubmission, unit) || room.Catalogue.HierarchyOf(dataset).Lowest.All(one => one.Id != unit))
        {
            return new NotYoursToClose();
        }

        if (!Period.TryParse(month, out var read) || read.Months != 1 || !period.Contains(read) || Today < read.End)
        {
            return new NoSuchMonth();
        }

        return Doing(viewer, reason).Then<Reconciliation>(doing =>
        {
            var done = new Reconciliation(dataset.Id, unit, read, doing.Who, doing.At, doing.Reason);
            return workspace.Store.Reconcile(
                done, new AuditEntry(doing.At, doing.Who, "reconcile", $"{PeriodClose.Subject(dataset, read)}", unit, doing.Reason))
                ? done : new NoSuchMonth();
        });
    }

    /// <summary>Asks for the correction of a row.</summary>
    public Result<Adjustment> Ask(Viewer viewer, ReadingRoom room, Dataset dataset, Period period, CorrectionAsked asked, string reason)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return !Has(viewer, room, dataset, Right.Submit, asked.Area) ? new NotYoursToClose()
            : Doing(viewer, reason).Then(doing => new Adjusting(workspace, room.Snapshot).Ask(dataset, period, asked, doing, Secret.NewId()));
    }

    /// <summary>The adjustments that wait for a second person and that the viewer may decide on, with their effect.</summary>
    public IReadOnlyList<Adjustment> Waiting(Viewer viewer, ReadingRoom room)
    {
        ArgumentNullException.ThrowIfNull(room);
        return [.. workspace.Store.AdjustmentsAsked().Where(one => MayDecide(viewer, room, one))];
    }

    /// <summary>What each restatement changed of what was said first, as the viewer may see it.</summary>
    public IReadOnlyList<Revision> Revised(Viewer viewer, ReadingRoom room)
    {
        ArgumentNullException.ThrowIfNull(room);
        var seen = Datasets(viewer, room).Select(dataset => dataset.Id).ToHashSet(StringComparer.Ordinal);
        return Revisions.Of(workspace.Store.Restatements().Where(one => seen.Contains(one.Dataset)), workspace.Store.Freezes(), one => Effects(viewer, room, one));
    }

    /// <summary>Decides on an adjustment; the store refuses whoever asked for it, and whoever comes second.</summary>
    public async Task<Result<Adjustment>> DecideAsync(
        Viewer viewer, ReadingRoom room, string id, bool accept, string reason, CancellationToken cancellation) =>
        !workspace.Store.AdjustmentOf(id).Try(out var adjustment, out var refusal) ? refusal
        : !HasOver(viewer, room, adjustment) ? new NotYoursToClose()
        : !Doing(viewer, reason).Try(out var doing, out refusal) ? refusal
        : await new Adjusting(workspace, room.Snapshot).DecideAsync(id, accept, doing, cancellation);

    /// <summary>What an adjustment does, as the viewer may see it: out of sight is left out, a small number is withheld.</summary>
    public IReadOnlyList<AdjustmentEffect> Effects(Viewer viewer, ReadingRoom room, Adjustment adjustment)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(adjustment);
        var dataset = room.Catalogue.Datasets[adjustment.Dataset];
        var whole = HasWhole(viewer, room, dataset, Right.ReadFigures);
        return
        [
            .. workspace.Store.EffectsOf(adjustment.Id)
                .Where(effect => whole || Has(viewer, room, dataset, Right.ReadFigures, effect.Area))
                .Select(effect => whole || !effect.IsSmall ? effect : effect with { Before = "[suppressed]", After = "[suppressed]" }),
        ];
    }

    /// <summary>What is due of reporting periods for the viewer.</summary>
    public IReadOnlyList<DueStep> Due(Viewer viewer, ReadingRoom room)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (!viewer.May(Right.DecideSubmission))
        {
            return [];
        }

        var begun = workspace.Store.Closings();
        return
        [
            .. Datasets(viewer, room).SelectMany(dataset => ClosingDue
                .Reminding(dataset.Reporting!, begun.Where(one => one.Dataset == dataset.Id), Today)
                .SelectMany(period => ClosingDue.Of(
                    dataset, Now(room, dataset, period), area => Has(viewer, room, dataset, Right.DecideSubmission, area.Id),
                    HasWhole(viewer, room, dataset, Right.DecideSubmission), Today))),
        ];
    }

    private static bool MayDecide(Viewer viewer, ReadingRoom room, Adjustment adjustment) =>
        viewer.Person != adjustment.AskedBy && HasOver(viewer, room, adjustment);

    private static bool HasOver(Viewer viewer, ReadingRoom room, Adjustment adjustment) =>
        room.Catalogue.Datasets.TryGetValue(adjustment.Dataset, out var dataset) && room.Snapshot.Has(dataset.Id)
        && (adjustment.Kind == AdjustmentKind.Late
            ? HasWhole(viewer, room, dataset, Right.DecideSubmission)
            : Has(viewer, room, dataset, Right.DecideSubmission, adjustment.Area));

    private Result<Doing> Doing(Viewer viewer, string reason) =>
        Purpose.ReasonOf(reason).Then<Doing>(said => new Doing(viewer.Person, clock.GetUtcNow(), said));

    /// <summary>Nobody closes a period because its figures are public.</summary>
    private static Holding HoldingOf(ReadingRoom room, Dataset dataset) => Holdings.Of(room.Snapshot, dataset.Id) with { IsPublic = false };
}
