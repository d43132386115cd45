using Candour.Statistics;

namespace Candour.Tests.Statistics;

/// <summary>Random durations from a stored seed.</summary>
internal static class SimulatedCases
{
    /// <summary>Durations of up to <paramref name="longest"/> days, a share of them censored.</summary>
    public static List<DayCount> Of(Random random, int cases, int longest, double censored) =>
        [.. Enumerable.Range(0, cases).Select(_ => random.NextDouble() < censored
            ? new DayCount(random.Next(longest + 1), 0, 1)
            : new DayCount(random.Next(longest + 1), 1, 0))];
}
