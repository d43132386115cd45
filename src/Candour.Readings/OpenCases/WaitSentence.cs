using System.Globalization;
using Candour.Kernel;

namespace Candour.Readings.OpenCases;

/// <summary>What a wait says, and what the closed cases alone would have made of it.</summary>
internal static class WaitSentence
{
    public static string Of(WaitReading wait)
    {
        if (wait.Cases == 0)
        {
            return "There are no cases here, so there is no wait to speak of.";
        }

        return string.Join(' ', new[] { Estimate(wait), Closed(wait), DecidedBy(wait), Open(wait) }
            .Where(text => text.Length > 0));
    }

    private static string Estimate(WaitReading wait) => wait.Estimate is Figure.Known known
        ? $"{Part(wait.Level)} of the cases have an end within {NumberText.Of(known.Value, FigureKind.Days)}"
            + (known.Lower < known.Upper ? $" ({NumberText.Interval(known.Lower, known.Upper, FigureKind.Days)})" : "")
            + ", open cases counted as still waiting."
        : $"How long {Part(wait.Level).ToLowerInvariant()} of the cases take cannot be said yet: {wait.Estimate.Reason}";

    private static string Closed(WaitReading wait)
    {
        if (wait.Open == 0)
        {
            return "No case is open, so the closed cases are all there are.";
        }

        if (wait.ClosedOnly is not Figure.Known closed)
        {
            return "No case is closed yet.";
        }

        var alone = NumberText.Of(closed.Value, FigureKind.Days);
        return wait.Estimate is Figure.Known all && all.Value > closed.Value
            ? $"The closed cases alone would say {alone}: {NumberText.Of(all.Value - closed.Value, FigureKind.Days)} too few, because the open cases are the slow ones."
            : wait.Estimate is Figure.Known
                ? $"The closed cases alone say {alone}."
                : $"The closed cases alone would say {alone}, because they leave the slow ones out.";
    }

    private static string DecidedBy(WaitReading wait)
    {
        var known = wait.DecidedBy.Where(by => by.Share is Figure.Known)
            .Select(by => $"{NumberText.Share(((Figure.Known)by.Share).Value)} by day {by.Day}").ToArray();
        return known.Length == 0 ? "" : $"An end came for {string.Join(", ", known)}.";
    }

    private static string Open(WaitReading wait) =>
        $"{NumberText.Count(wait.Open)} of {NumberText.Count(wait.Cases)} cases are open.";

    internal static string Part(double level) => level == 0.5
        ? "Half"
        : string.Create(CultureInfo.InvariantCulture, $"{100 * level:0.#} in every 100");
}
