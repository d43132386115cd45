using Candour.Kernel;
using Candour.Readings.Charts;
using Candour.Statistics;

namespace Candour.Readings.Recording;

/// <summary>A coded cause and how often it was given.</summary>
public sealed record CodedCause(string Name, long Count);

/// <summary>
/// Coded causes from the most frequent, each with the interval of its share: neighbours whose intervals overlap may well
/// stand the other way round. What was not coded stands apart and is never shared out.
/// </summary>
/// <param name="Causes">From the most frequent; equal ones by name.</param>
/// <param name="NotCoded">Cases without a cause.</param>
public sealed record CausesReading(IReadOnlyList<CodedCause> Causes, long NotCoded)
{
    public static CausesReading Of(IReadOnlyCollection<CodedCause> causes, long notCoded)
    {
        ArgumentNullException.ThrowIfNull(causes);
        ArgumentOutOfRangeException.ThrowIfNegative(notCoded);
        return new CausesReading(
            [.. causes.Where(cause => cause.Count > 0).OrderByDescending(cause => cause.Count).ThenBy(cause => cause.Name, StringComparer.Ordinal)],
            notCoded);
    }

    public long Coded => Causes.Sum(cause => cause.Count);

    /// <summary>The share of a cause among the coded.</summary>
    public Figure Share(int cause) => EstimateFigure.Share(new ShareCount(Causes[cause].Count, Coded));

    public string Sentence
    {
        get
        {
            if (Causes.Count == 0)
            {
                return $"Not enough data: none of {NumberText.Count(NotCoded)} cases has a code.";
            }

            var most = Enumerable.Range(1, Causes.Count).First(count => 2 * Causes.Take(count).Sum(cause => cause.Count) >= Coded);
            return $"{(most == 1 ? "One code makes" : $"{most} of {Causes.Count} codes make")} "
                + $"{NumberText.Share((double)Causes.Take(most).Sum(cause => cause.Count) / Coded)} of {NumberText.Count(Coded)} coded cases. "
                + First()
                + (NotCoded > 0
                    ? $" {NumberText.Count(NotCoded)} of {NumberText.Count(Coded + NotCoded)} cases ({NumberText.Share((double)NotCoded / (Coded + NotCoded))}) have no code, and could change the order."
                    : "");
        }
    }

    /// <summary>The bars with their intervals in the table.</summary>
    public Chart Draw(string id, string headline, string subtitle, string unit, string rowHeading = "Code")
    {
        var sum = 0L;
        var bars = new List<Bar>();
        for (var i = 0; i < Causes.Count; i++)
        {
            sum += Causes[i].Count;
            var together = (double)sum / Coded;
            bars.Add(new Bar(Causes[i].Name, Causes[i].Count, Share(i), new Figure.Known(together, together, together)));
        }

        return new BarChart(
            id, headline, subtitle, unit, rowHeading, "Of all that are coded", "With those above it", bars, ShowsLost: false, Sentence).Draw();
    }

    /// <summary>Whether the first is surely first: two causes of one set of cases, compared by their own counts.</summary>
    private string First()
    {
        if (Causes.Count == 1)
        {
            return "It is the only one.";
        }

        var (one, other) = (Causes[0].Count, Causes[1].Count);
        var interval = Wilson.Interval(one, one + other);
        return interval.Lower > 0.5
            ? "The first is first by more than chance."
            : "Which of the first two is first may be chance.";
    }
}
