using System.Diagnostics;

namespace Candour.Bench;

/// <summary>How long something takes.</summary>
internal static class Timing
{
    private const double LongEnoughToRunOnce = 60;

    /// <summary>Ours: the median of five runs after one to warm up, in seconds.</summary>
    public static double Median(Action run)
    {
        run();
        return Enumerable.Range(0, 5).Select(_ => Once(run)).Order().ElementAt(2);
    }

    /// <summary>A competitor's: the median of three, or one run where it takes a minute or more.</summary>
    public static (double Seconds, string How) Competitor(Action run)
    {
        var first = Once(run);
        return first >= LongEnoughToRunOnce
            ? (first, "one run") : (new[] { first, Once(run), Once(run) }.Order().ElementAt(1), "median of three");
    }

    /// <summary>One run, in seconds.</summary>
    public static double Once(Action run)
    {
        var watch = Stopwatch.StartNew();
        run();
        return watch.Elapsed.TotalSeconds;
    }
}
