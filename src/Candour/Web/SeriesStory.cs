using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Changes;
using Candour.Readings.Charts;
using Candour.Readings.Figures;
using Candour.Readings.Signals;

namespace Candour.Web;

/// <summary>
/// A series with what is known to have happened beside it: changes of the definition, periods without data or still settling, and the
/// month from which on an action could have moved it.
/// </summary>
/// <param name="Chart">Around the action where one is asked about, else judged by its limits.</param>
/// <param name="Notes">In time order: when, and what.</param>
/// <param name="Since">The periods from which on an action can be asked about.</param>
public sealed record SeriesStory(Chart Chart, IReadOnlyList<(Period Period, string Note)> Notes, IReadOnlyList<Period> Since)
{
    /// <summary>Tells the series of a question.</summary>
    /// <param name="room">Where the readings come from.</param>
    /// <param name="reading">Of which area and part.</param>
    /// <param name="since">The first period that an action could have moved, as it stands in a link; empty for none.</param>
    public static Result<SeriesStory> Of(ReadingRoom room, Reading reading, string since)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(since);
        var trend = SeriesOf.Read(room, reading.Measure, reading.Question);
        var signal = MeasureSignal.Of(room, trend, _ => "");
        Period[] periods = [.. trend.Select(one => one.Question.Period)];
        var from = since.Length == 0 ? -1
            : Period.TryParse(since, out var first) ? Array.FindIndex(periods, period => period.Start >= first.Start) : 0;
        if (since.Length > 0 && from < 1)
        {
            return new NoPeriodBefore(since);
        }

        var (headline, subtitle) = ($"{reading.Question.Area.Title} over time", Subject.Of(room, reading));
        return new SeriesStory(
            from < 0
                ? signal.Draw("series", headline, subtitle, FigureUnit.Of(reading.Measure))
                : ActionReading.Of([.. signal.Points.Select(Point)], from, $"the action of {periods[from].InWords()}", reading.Kind)
                    .Draw("series", headline, subtitle, FigureUnit.Of(reading.Measure)),
            Joined(trend.Zip(signal.Points, signal.Chart.Points).SelectMany(NotesOf)),
            [.. periods.Skip(1)]);
    }

    private static TrendPoint Point(ControlPoint point) => new(
        point.ShortLabel, point.LongLabel, point.Figure, point.IsImmature, point.Numerator, point.Denominator, point.Beside,
        GhostedBecause: point.GhostedBecause, BreakBefore: point.BreakBefore, Known: point.Known);

    /// <summary>What holds for neighbouring periods is said once.</summary>
    private static List<(Period Period, string Note)> Joined(IEnumerable<(Period Period, string Note)> notes)
    {
        var joined = new List<(Period Period, string Note)>();
        foreach (var (period, note) in notes)
        {
            var before = joined.FindIndex(one => one.Note == note && one.Period.End == period.Start);
            if (before >= 0)
            {
                joined[before] = (Period.Between(joined[before].Period, period), note);
            }
            else
            {
                joined.Add((period, note));
            }
        }

        return joined;
    }

    private static IEnumerable<(Period Period, string Note)> NotesOf((Reading Reading, ControlPoint Point, Statistics.PlottedPoint Plotted) one)
    {
        var period = one.Reading.Question.Period;
        if (one.Point.BreakBefore.Length > 0)
        {
            yield return (period, $"The definition changed: {one.Point.BreakBefore}. Before and after are not compared.");
        }

        if (one.Point.Known.Length > 0)
        {
            yield return (period, $"Known to have happened: {one.Point.Known}. It may have moved the series; it does not say that it did.");
        }

        if (one.Reading.Gaps.Count > 0)
        {
            yield return (period, "No data were submitted.");
        }

        if (one.Reading.Immature)
        {
            yield return (period, "Many cases are still without an outcome; the number is expected to change.");
        }

        if (CauseText.Of(one.Plotted.Cause) is { Length: > 0 } cause)
        {
            yield return (period, $"The series stands out: {cause}. It does not say why.");
        }
    }
}

/// <summary>An action needs a period before it to be compared with.</summary>
public sealed record NoPeriodBefore(string Since) : Refusal(
    $"Nothing can be said of an action since '{Since}': choose a period of the series that has another before it.");
