using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Asking;
using Candour.Readings.Figures;

namespace Candour.Web;

/// <summary>Two periods of a dataset, of which the later is explained by the earlier.</summary>
public sealed record ComparedPeriods(Period Before, Period After)
{
    /// <summary>
    /// The later is the one asked about. Whoever asked about everything gets the last year that has a year before it in the data, else
    /// the last of the shortest periods; where cases take long to settle, one whose cases have had their time. The earlier is the one
    /// asked for, else that of the same length just before.
    /// </summary>
    /// <param name="room">Where the readings come from.</param>
    /// <param name="reading">Of the later period, or of everything.</param>
    /// <param name="before">The earlier period as it stands in a link; empty for the one just before.</param>
    public static Result<ComparedPeriods> Of(ReadingRoom room, Reading reading, string before)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(before);
        var question = reading.Question;
        var whole = Resolving.WholeRange(question.Dataset, room.Snapshot);
        var after = question.Period == whole
            ? Latest(room.PeriodsToOffer(question.Dataset), whole, question.Dataset, reading.Basis.SettlesAfterMonths) : question.Period;
        return before.Length > 0
            ? room.Read(reading.Measure.Id, new Asked(question.Area.Id, before, [], question.Dataset.Id)).Then<ComparedPeriods>(earlier =>
                earlier.Question.Period.End > after.Start
                    ? new PeriodsOverlap(earlier.Question.Period, after) : new ComparedPeriods(earlier.Question.Period, after))
            : after.Start.AddMonths(-after.Months).Year < Period.FirstYear
                ? new NothingBefore(after)
                : new ComparedPeriods(JustBefore(after), after);
    }

    private static Period Latest(IReadOnlyList<Period> offered, Period whole, Dataset dataset, int settles)
    {
        var inside = offered.Skip(1).Where(whole.Contains).ToArray();
        var settled = inside.Where(period => period.End.AddMonths(settles) <= whole.End).ToArray();
        foreach (var periods in new[] { settled, inside })
        {
            foreach (var months in new[] { 12, dataset.Months })
            {
                if (periods.LastOrDefault(period => period.Months == months && whole.Contains(JustBefore(period))) is { Months: > 0 } found)
                {
                    return found;
                }
            }
        }

        return whole;
    }

    private static Period JustBefore(Period period) => Period.Of(period.Start.AddMonths(-period.Months), period.Months);
}

/// <summary>The earlier period is not before the later one.</summary>
public sealed record PeriodsOverlap(Period Before, Period After) : Refusal(
    $"{Before.InWords()} is not before {After.InWords()}: choose an earlier period that ends before the later one begins.");

/// <summary>Before the period nothing is counted at all.</summary>
public sealed record NothingBefore(Period After) : Refusal(
    $"There is no period before {After.InWords()} to compare with: choose a later one.");
