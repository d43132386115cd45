using Candour.Kernel;
using Candour.Readings.Charts;
using Candour.Statistics;

namespace Candour.Readings.OpenCases;

/// <summary>One way in which a case can end.</summary>
/// <param name="Code">Above 0.</param>
/// <param name="Name">As people read it: "charged", "victim does not support further action".</param>
public sealed record Ending(int Code, string Name);

/// <summary>
/// How many have ended in which way by each day, when some are open: the outcomes compete, so a case that ended otherwise
/// is not "still waiting to be charged".
/// </summary>
/// <param name="Cases">All cases.</param>
/// <param name="Endings">In the order given.</param>
/// <param name="By">For each day in <see cref="WaitReading.Days"/> the share of each ending, in their order.</param>
/// <param name="Open">For each of the days, the share still open.</param>
/// <param name="Naive">For each of the days, what counting the other endings as open would claim of the first.</param>
/// <param name="Curves">Of each ending, in their order.</param>
/// <param name="LastDay">To which any case was watched.</param>
public sealed record EndingsReading(
    long Cases,
    IReadOnlyList<Ending> Endings,
    IReadOnlyList<IReadOnlyList<Figure>> By,
    IReadOnlyList<Figure> Open,
    IReadOnlyList<Figure> Naive,
    IReadOnlyList<StepCurve> Curves,
    int LastDay)
{
    /// <summary>Reads cases.</summary>
    /// <param name="cases">At least one.</param>
    /// <param name="endings">One to four, the one asked about first.</param>
    public static EndingsReading Of(IReadOnlyList<OutcomeCount> cases, IReadOnlyList<Ending> endings)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(endings);
        ArgumentOutOfRangeException.ThrowIfZero(endings.Count);
        var incidence = CumulativeIncidence.Of(cases);
        var naive = KaplanMeier.Of(DayHistogram.Of(cases.Select(one => one.Outcome == endings[0].Code
            ? new DayCount(one.Day, one.Cases, 0) : new DayCount(one.Day, 0, one.Cases))));
        return new EndingsReading(
            cases.Sum(one => one.Cases), endings,
            [.. WaitReading.Days.Select(day => endings.Select(ending => Known(incidence.ShareWith(ending.Code, day))).ToArray())],
            [.. WaitReading.Days.Select(day => incidence.Open(day) is { } open ? new Figure.Known(open, open, open) : (Figure)NotWatched(incidence.LastDay))],
            [.. WaitReading.Days.Select(day => Known(naive.ShareDecidedBy(day)))],
            [.. endings.Select(ending => Curve(incidence, ending))],
            incidence.LastDay);
    }

    public string Sentence
    {
        get
        {
            // The last day to which anybody was watched; beyond it nothing happens any more.
            var day = WaitReading.Days.Count(one => one <= LastDay) - 1;
            if (day < 0)
            {
                return $"No case was watched as long as {NumberText.Of(WaitReading.Days[0], FigureKind.Days)}, so not enough is known yet.";
            }

            var parts = Endings.Select((ending, i) => $"{Said(By[day][i])} {ending.Name}");
            return $"By day {WaitReading.Days[day]}: {string.Join(", ", parts)}, {Said(Open[day])} still open, of "
                + $"{NumberText.Count(Cases)} cases. Counting the other endings as still waiting would claim "
                + $"{Said(Naive[day])} {Endings[0].Name}: too many, because those cases have ended.";
        }
    }

    /// <summary>The curves of all endings.</summary>
    public Chart Draw(string id, string headline, string subtitle) => new StepChart(
        id, headline, subtitle, "Share of cases (%)", Curves,
        [
            .. WaitReading.Days.Select((day, row) => new StepRow(
                $"By day {day}", [.. By[row].Select(figure => FigureText.Of(figure, FigureKind.Share))])),
        ],
        WaitReading.Days, Sentence).Draw();

    private static string Said(Figure figure) => FigureText.Of(figure, FigureKind.Share).Value;

    private static Figure Known(ShareDecided share) => share.Match<Figure>(
        known => new Figure.Known(known.Share, known.Interval.Lower, known.Interval.Upper),
        not => NotWatched(not.LastDay));

    private static Figure.NotReached NotWatched(int lastDay) =>
        new($"No case was watched longer than {NumberText.Of(lastDay, FigureKind.Days)}.");

    private static StepCurve Curve(CumulativeIncidence incidence, Ending ending) => new(
        Capital(ending.Name),
        [
            new CurveStep(0, 0, 0, 0),
            .. incidence.Days.Select(day => (day, Share: incidence.ShareWith(ending.Code, day))).Select(pair => pair.Share.Match(
                known => new CurveStep(pair.day, known.Share, known.Interval.Lower, known.Interval.Upper),
                _ => throw new InvalidOperationException("On a day with an ending somebody was watched."))),
        ],
        Math.Max(incidence.LastDay, 1));

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
