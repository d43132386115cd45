using Candour.Definitions;
using Candour.Kernel;
using Candour.Store;
using Candour.Store.Closings;

namespace Candour.Freezing;

/// <summary>The reporting periods of a dataset: how far each has come, and the days of its steps.</summary>
public static class ReportingCalendar
{
    /// <summary>The periods that touch a range, in order; none of a dataset that is not closed here.</summary>
    public static IReadOnlyList<(Closing Closing, Deadlines Due)> Of(OperationalStore store, Dataset dataset, Period range)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(dataset);
        var begun = store.Closings().Where(one => one.Dataset == dataset.Id).ToDictionary(one => one.Period);
        return dataset.Reporting is not { } calendar ? []
            : [.. calendar.PeriodsIn(range).Select(period => (begun.GetValueOrDefault(period, Closing.OfOpen(dataset.Id, period)), calendar.DueOf(period)))];
    }
}
