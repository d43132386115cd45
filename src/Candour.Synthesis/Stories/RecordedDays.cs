using Candour.Synthesis.Chance;

namespace Candour.Synthesis.Stories;

/// <summary>How many crimes are recorded on each day: more in summer and early in the week, growing slowly, uneven by
/// chance.</summary>
internal static class RecordedDays
{
    public static readonly DateOnly First = new(2022, 7, 1);

    /// <summary>The extract date, which is also the last day.</summary>
    public static readonly DateOnly Last = new(2026, 6, 30);

    /// <summary>Months from the first to the last, both included.</summary>
    public const int Months = 48;

    // January to December, and Sunday to Saturday, in 100ths of the usual.
    private static readonly int[] Year = [97, 92, 99, 97, 104, 107, 109, 105, 104, 102, 97, 87];
    private static readonly int[] Week = [72, 118, 112, 109, 107, 104, 78];

    /// <summary>Days between report and recording, and how often in 100.</summary>
    public static Weighted<int> DaysToRecording { get; } = new(
        (0, 70), (1, 15), (2, 6), (3, 4), (4, 2), (5, 1), (6, 1), (7, 1));

    /// <summary>The first day of the month so many months after the first.</summary>
    public static DateOnly Month(int number) => First.AddMonths(number);

    /// <summary>Months from the first month to that of the day.</summary>
    public static int MonthOf(DateOnly day) => ((day.Year - First.Year) * 12) + day.Month - First.Month;

    /// <summary>Each day with its crimes, in order; the crimes add up to <paramref name="crimes"/>.</summary>
    public static IEnumerable<(DateOnly Day, int Crimes)> Of(int crimes, StableRandom random)
    {
        var days = Last.DayNumber - First.DayNumber + 1;
        var cumulative = new long[days];
        long sum = 0;
        for (var i = 0; i < days; i++)
        {
            var day = First.AddDays(i);
            long growth = 10_000 + i;
            sum += growth * Year[day.Month - 1] * Week[(int)day.DayOfWeek] * (80 + random.Below(41));
            cumulative[i] = sum;
        }

        return Days();

        IEnumerable<(DateOnly, int)> Days()
        {
            var before = 0;
            for (var i = 0; i < days; i++)
            {
                var until = (int)((Int128)crimes * cumulative[i] / sum);
                yield return (First.AddDays(i), until - before);
                before = until;
            }
        }
    }
}
