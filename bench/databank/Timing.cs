using System.Diagnostics;
using System.Runtime;

namespace Candour.Bench;

/// <summary>How long something takes.</summary>
internal static class Timing
{
    private const double LongEnoughToRunOnce = 60;

    /// <summary>What runs shorter is still being compiled while it runs for the first times.</summary>
    private const double WarmAfter = 1;

    /// <summary>Ours: the median of five runs after as many as fill a second, in seconds.</summary>
    public static double Median(Action run)
    {
        for (var spent = 0.0; spent < WarmAfter;)
        {
            spent += Once(run);
        }

        return Enumerable.Range(0, 5).Select(_ => Alone(run)).Order().ElementAt(2);
    }

    /// <summary>A competitor's: the median of three, or one run where it takes a minute or more.</summary>
    public static (double Seconds, string How) Competitor(Action run)
    {
        var first = Once(run);
        return first >= LongEnoughToRunOnce
            ? (first, "one run") : (new[] { first, Once(run), Once(run) }.Order().ElementAt(1), "median of three");
    }

    /// <summary>One run without the garbage of the one before it, and without the gaps that it leaves.</summary>
    private static double Alone(Action run)
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        return Once(run);
    }

    /// <summary>One run, in seconds.</summary>
    public static double Once(Action run)
    {
        var watch = Stopwatch.StartNew();
        run();
        return watch.Elapsed.TotalSeconds;
    }
}
