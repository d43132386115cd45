using Candour.Definitions;
using Candour.Kernel;
using Candour.Store.Closings;

namespace Candour.Freezing;

/// <summary>What somebody is asked to do for a reporting period.</summary>
/// <param name="Dataset">Of which dataset.</param>
/// <param name="Period">Which period.</param>
/// <param name="What">What is to be done.</param>
/// <param name="By">The last day on which it is in time.</param>
/// <param name="IsLate">That day has passed.</param>
public sealed record DueStep(Dataset Dataset, Period Period, string What, DateOnly By, bool IsLate);

/// <summary>What is due of a reporting period. Pure.</summary>
public static class ClosingDue
{
    /// <summary>The periods that remind: the last one that is over, and every one that has begun to be closed and is not frozen.</summary>
    public static IReadOnlyList<Period> Reminding(Reporting calendar, IEnumerable<Closing> begun, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(begun);
        var known = begun.ToList();
        var last = calendar.PeriodOf(calendar.PeriodOf(today).Start.AddDays(-1));
        return
        [
            .. known.Where(one => !ClosingMachine.IsFrozen(one.State)).Select(one => one.Period)
                .Concat(known.Any(one => one.Period == last) ? [] : [last]).Distinct().Order(),
        ];
    }

    /// <summary>What is due of one period, for whoever answers for some of its areas.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="now">The period.</param>
    /// <param name="mine">Whether an area is one that the person answers for.</param>
    /// <param name="closes">Whether the person closes the period for all.</param>
    /// <param name="today">The day.</param>
    public static IReadOnlyList<DueStep> Of(Dataset dataset, PeriodNow now, Func<Area, bool> mine, bool closes, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(mine);
        var (period, own) = (now.Closing.Period, now.Areas.Where(area => mine(area.Rows.Area)).ToList());
        return
        [
            .. now.Closing.State switch
            {
                ClosingState.Open =>
                    own.Where(area => area.Standing == AreaStanding.NotReturned)
                        .Select(area => Step($"{area.Rows.Area.Title} has not returned its data, nor declared that there were none", now.Due.Data))
                        .Concat(closes ? [Step("the areas are to be asked to look at their data", now.Due.Data)] : []),
                ClosingState.Validating =>
                    own.Where(area => !AreaStandings.IsDone(area.Standing))
                        .Select(area => Step($"{area.Rows.Area.Title}: {AreaStandings.InWords(area.Standing)}", now.Due.Agree)),
                ClosingState.Agreed => closes ? [Step("it is agreed and is to be frozen", now.Due.Freeze)] : [],
                _ => Enumerable.Empty<DueStep>(),
            },
        ];

        DueStep Step(string what, DateOnly by) => new(dataset, period, what, by, today > by);
    }

    /// <summary>Where the monthly comparison of a unit's records with what was submitted stands.</summary>
    public static string Reconciled(Period month, Reconciliation? done, Reporting calendar, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var by = month.End.AddDays(calendar.DataDays);
        return done is not null ? $"reconciled on {done.At:yyyy-MM-dd}"
            : today < month.End ? "not yet over"
            : today > by ? $"lapsed on {by:yyyy-MM-dd}"
            : $"due by {by:yyyy-MM-dd}";
    }
}
