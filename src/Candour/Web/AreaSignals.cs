using System.Collections.Concurrent;
using Candour.Access;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Asking;
using Candour.Readings.Changes;
using Candour.Readings.Charts;
using Candour.Readings.Figures;
using Candour.Readings.Signals;
using Candour.Statistics;

namespace Candour.Web;

/// <summary>A measure that does something new in an area.</summary>
/// <param name="Latest">Its latest reading that is not still settling.</param>
/// <param name="Signal">What its control chart says.</param>
/// <param name="Line">The series in the height of a line.</param>
public sealed record AreaSignal(Reading Latest, ControlReading Signal, Sparkline Line);

/// <summary>What changed in one area: every measure of counted cases judged by its control chart, as its viewer may see it.</summary>
/// <param name="StandOut">Those whose latest point is more than chance, in the order of the measures: not ranked.</param>
/// <param name="Judged">How many had enough points, none of them withheld.</param>
/// <param name="Asked">How many were looked at: those whose periods count cases of the same age. Where cohorts have had unequal time, or
/// a stock is counted on the day of an extract, the last points differ by themselves.</param>
/// <param name="Gone">Every time that a measure stood out and then did not: when that was, and when it began to stand out again.</param>
/// <param name="LastMonth">The last month that was judged, on the count of months of <paramref name="Gone"/>.</param>
public sealed record AreaSignals(IReadOnlyList<AreaSignal> StandOut, int Judged, int Asked, IReadOnlyList<ClosedIssue> Gone, int LastMonth)
{
    /// <summary>Judges the measures of some datasets in one area.</summary>
    /// <param name="room">Where the readings come from.</param>
    /// <param name="datasets">Those that can be read by the hierarchy; real and invented ones are not told apart here.</param>
    /// <param name="hierarchy">Of the area.</param>
    /// <param name="area">The area.</param>
    public static AreaSignals Of(ReadingRoom room, IReadOnlyList<Dataset> datasets, AreaHierarchy hierarchy, Area area)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(datasets);
        ArgumentNullException.ThrowIfNull(hierarchy);
        ArgumentNullException.ThrowIfNull(area);
        var (found, judged, asked) = (new List<AreaSignal>(), 0, 0);
        var (gone, last) = (new List<ClosedIssue>(), 0);
        foreach (var dataset in datasets)
        {
            var periods = PeriodsOf(room, dataset);
            foreach (var measure in room.Measures.Where(measure => MeasureSignal.IsOfEqualAge(measure, dataset, room.Catalogue)))
            {
                asked++;
                if (Judge(room, measure, [.. periods.Select(period => new Question(dataset, hierarchy, area, period, []))]) is { } signal)
                {
                    judged++;
                    gone.AddRange(GoneOf(signal.Signal, [.. periods.Select(MonthOf)]));
                    last = Math.Max(last, MonthOf(signal.Latest.Question.Period));
                    if (signal.Signal.Variation != Variation.CommonCause)
                    {
                        found.Add(signal);
                    }
                }
            }
        }

        return new AreaSignals(found, judged, asked, gone, last);
    }

    /// <summary>Did what stood out come back? Within half a year, and within a year.</summary>
    public IReadOnlyList<RecurrenceReading> Recurrence => Gone.Count == 0 ? []
        : [RecurrenceReading.Of(Gone, 6, LastMonth), RecurrenceReading.Of(Gone, 12, LastMonth)];

    /// <summary>The months in which a series that stood out was inside again, each with the months in which it began to stand out after that.</summary>
    internal static IReadOnlyList<ClosedIssue> GoneOf(ControlReading signal, IReadOnlyList<int> months)
    {
        var counted = Enumerable.Range(0, months.Count).Where(i => signal.Chart.Points[i].Counts).ToArray();
        var (begun, closed) = (new List<int>(), new List<int>());
        var stood = false;
        foreach (var i in counted)
        {
            var stands = signal.Chart.Points[i].Cause != SpecialCause.None;
            if (stands != stood)
            {
                (stands ? begun : closed).Add(months[i]);
            }

            stood = stands;
        }

        return [.. closed.Select(month => new ClosedIssue(month, [.. begun.Where(other => other > month)]))];
    }

    private static int MonthOf(Period period) => (period.Start.Year * 12) + period.Start.Month;

    public string Sentence => Judged == 0
        ? $"Not enough data: none of {Counted(Asked)} has the points that limits need here, none of them withheld."
        : $"{StandOut.Count} of {Counted(Judged)} that could be judged "
            + (StandOut.Count == 1 ? "does" : "do") + " something here that chance alone would not explain."
            + (Judged > 5 ? " With so many judged at once, some stand out by chance." : "")
            + (Judged < Asked ? $" {Asked - Judged} had too few points, or points that are withheld." : "")
            + " Measures that follow cohorts of unequal age are not among them: look at their trends.";

    private static string Counted(int measures) => measures == 1 ? "1 measure" : $"{measures} measures";

    /// <summary>Months for whoever sees the whole; whoever sees a part is shown quarters, because of their months most are withheld.</summary>
    private static IReadOnlyList<Period> PeriodsOf(ReadingRoom room, Dataset dataset)
    {
        var whole = Resolving.WholeRange(dataset, room.Snapshot);
        var quarters = SeriesOf.Quarters(whole);
        return dataset.Months > 1 || room.Seen.SeesWhole(dataset) || quarters.Count == 0 ? whole.Split(dataset.Months) : quarters;
    }

    private static AreaSignal? Judge(ReadingRoom room, Measure measure, IReadOnlyList<Question> questions)
    {
        var (question, trend) = (questions[0], questions.Select(one => room.Read(measure, one)).ToArray());
        if (trend.Count(one => one.Figure is Figure.Known && !one.Immature) < ProcessChart.FewestForLimits)
        {
            return null;
        }

        var signal = MeasureSignal.Of(room, trend, _ => "");
        var latest = Enumerable.Range(0, trend.Length).LastOrDefault(i => signal.Chart.Points[i].Counts, -1);
        return signal.Variation == Variation.NotJudged || latest < 0 ? null : new AreaSignal(
            trend[latest], signal,
            new Sparkline(
                $"line-{question.Dataset.Id}-{measure.Id}", $"{measure.Title}, {question.Area.Title}", trend[0].Kind,
                [.. trend.Select(one => one.Question.Period.InWords())], [.. trend.Select(one => one.Figure)], signal.Variation));
    }
}

/// <summary>Keeps the signals of the current snapshot: for whoever sees the whole once for all, else for the viewer for whom they were found
/// and for nobody else.</summary>
public sealed class KeptSignals
{
    private const int Kept = 500;

    private readonly ConcurrentDictionary<string, Lazy<AreaSignals>> kept = new(StringComparer.Ordinal);

    public AreaSignals Of(ReadingRoom room, Viewer viewer, IReadOnlyList<Dataset> datasets, AreaHierarchy hierarchy, Area area)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(datasets);
        ArgumentNullException.ThrowIfNull(hierarchy);
        ArgumentNullException.ThrowIfNull(area);
        if (kept.Count >= Kept)
        {
            kept.Clear();
        }

        // Whoever sees the whole is shown the same as everybody who does.
        var whom = datasets.All(room.Seen.SeesWhole) ? "" : $"{viewer.Person}\n{SignIn.Assignments.ScopeOf(viewer)}";
        var name = string.Join(
            '\n', room.Inputs, whom, hierarchy.Id, area.Id, string.Join(',', datasets.Select(dataset => dataset.Id)));
        return kept.GetOrAdd(name, _ => new Lazy<AreaSignals>(() => AreaSignals.Of(room, datasets, hierarchy, area))).Value;
    }
}
