using System.Globalization;
using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Intake;

/// <summary>The shortest period of a dataset that a stored value lies in.</summary>
public static class Periods
{
    /// <summary>A stored period as it is; a stored date as the month or quarter it lies in.</summary>
    public static Period Of(string stored, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        if (Period.TryParse(stored, out var period))
        {
            return period;
        }

        var day = DateOnly.ParseExact(stored, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return dataset.Months == 1
            ? Period.MonthOf(day)
            : Period.CalendarQuarter(day.Year, ((day.Month - 1) / 3) + 1);
    }
}
