namespace Candour.Uploading;

/// <summary>How long the reading of a file will go on. Pure.</summary>
public static class TimeLeft
{
    private static readonly TimeSpan TooEarly = TimeSpan.FromSeconds(2);

    /// <summary>In words that can end a sentence, rounded up; empty while that cannot be said: at the start, or when nobody knows how long the file is.</summary>
    /// <param name="done">Bytes that were read.</param>
    /// <param name="of">Bytes of the file.</param>
    /// <param name="since">For how long it has been read.</param>
    public static string InWords(long done, long of, TimeSpan since)
    {
        if (done <= 0 || done >= of || since < TooEarly)
        {
            return "";
        }

        var left = since * ((double)(of - done) / done);
        return left < TimeSpan.FromSeconds(10) ? "a few seconds left"
            : left < TimeSpan.FromSeconds(55) ? $"about {(int)Math.Ceiling(left.TotalSeconds / 10) * 10} seconds left"
            : (int)Math.Ceiling(left.TotalMinutes) is var minutes && minutes == 1 ? "about a minute left" : $"about {minutes} minutes left";
    }
}
