using Candour.Kernel;

namespace Candour.Web;

/// <summary>A period as a heading, an option or a cell says it.</summary>
public static class PeriodText
{
    /// <summary>"2018/19 (April 2018 to March 2019)"; a month or a range is said once, in words.</summary>
    public static string Of(Period period) => period.Months is 3 or 12 && !period.ToString().Contains("..", StringComparison.Ordinal)
        ? $"{period} ({period.InWords()})"
        : period.InWords();

    /// <summary>"every month": how often a dataset has data.</summary>
    public static string Every(int months) => months == 1 ? "month" : months == 3 ? "quarter" : $"{months} months";

    /// <summary>A list of periods in words.</summary>
    public static string List(IEnumerable<Period> periods) => string.Join(", ", periods.Select(period => period.InWords()));
}
