using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Areas;
using Candour.Readings.Charts;
using Candour.Readings.Signals;
using Candour.Statistics;

namespace Candour.Teaching;

/// <summary>The five exercises, in the order in which mistakes are made. The numbers are invented; the readings are the real ones.</summary>
public static class Exercises
{
    public static IReadOnlyList<Exercise> All { get; } =
    [
        new(
            "Is it news?",
            "“The share charged fell from 9.4% to 7.1% in a month. We need an action plan.”",
            Series("exercise-news", "Share charged, month by month", [81, 94, 76, 88, 102, 79, 91, 85, 97, 72, 90, 83, 77, 95, 88, 94, 71], settling: 0),
            "What does the chart say?",
            [
                new("The share charged has got worse.", false, "Two months are always different. The last point lies inside the limits, where chance alone would put it, and so did the one before."),
                new("Nothing new: the last month lies where chance alone would put it.", true, "The limits say how far chance moves this series. Inside them one month is not news, whichever way it went from the one before."),
                new("The month before was unusually good.", false, "It was higher, and inside the limits, too. No rule speaks of either point."),
            ],
            "/how-to-read#trend"),
        new(
            "Is it over?",
            "“Of the crimes recorded since the spring far fewer were charged. The new team does not charge.”",
            Series("exercise-open", "Share charged, of crimes recorded in the month", [83, 90, 78, 86, 95, 81, 88, 84, 92, 80, 87, 85, 79, 52, 40, 26, 11], settling: 4),
            "Why is the end of the line low?",
            [
                new("The new team charges less.", false, "Nobody can know yet. Most crimes of the last months are still open, and those that will be charged take longest."),
                new("The data are wrong.", false, "They are right: so many had been charged by the day of the extract."),
                new("Those crimes have had less time: many are still open.", true, "Hollow points are still settling. A cohort of four weeks is never compared with one of a year; they count neither for limits nor for rules."),
            ],
            "/how-to-read#cohorts"),
        new(
            "Who is worst?",
            "“Area F has the lowest share of all fourteen. Its chief should explain.”",
            FunnelReading.Of(
                [
                    .. Enumerable.Range(0, 14).Select(i => new NamedShare(
                        $"Area {(char)('A' + i)}", new ShareCount(i == 5 ? 3 : (40 + (i * 31)) * (33 + (i * 7 % 5)) / 100, i == 5 ? 16 : 40 + (i * 31)))),
                ],
                5).Draw("exercise-worst", "Share of crimes with an outcome, by area", "Invented", "Share of crimes (%)", "Number of crimes it is calculated from", "Area"),
            "What can be said of Area F?",
            [
                new("It is the worst of the fourteen.", false, "Somebody is always lowest. With 16 cases chance alone moves a share so far, and its interval holds the value of most others."),
                new("It cannot be told apart from most others: it has few cases and lies inside the limits.", true, "Small areas stray further by chance. Who is outside the limits is worth a question; who is last of a list is only last of a list."),
                new("It is better than it looks.", false, "That is not known either. Few cases say little in both directions."),
            ],
            "/how-to-read#funnel"),
        new(
            "A share of what?",
            "“292 suspects were charged, and 11,312 crimes were recorded: our charge rate is 2.6%.”",
            null,
            "May the two numbers be divided?",
            [
                new("Yes: charged of recorded is the charge rate.", false, "A suspect is not a part of a crime. A crime can have three suspects, and a suspect five crimes; and those charged in a year were mostly recorded in another."),
                new("No: suspects and crimes are two counting units, and the two counts follow other cases.", true, "A share needs a part of its own whole: crimes charged of the same crimes recorded. Here such a quotient is refused, with the reason. Try it: build a share."),
                new("Only if both are from one year.", false, "The same year does not help: they count different things."),
            ],
            "/share"),
        new(
            "Who is missing?",
            "“Victims of group B see a charge in 6% of cases, those of group A in 9%. In a third of cases the group was not recorded.”",
            new IntervalChart(
                "exercise-missing", "Share charged by group, where the group is recorded", "Invented", FigureKind.Share, "Share of crimes (%)", "Group",
                [
                    Row("Group A", 243, 2700), Row("Group B", 36, 600), Row("Not recorded", 130, 1650),
                ]).Draw(),
            "What can be said?",
            [
                new("Group B is treated worse.", false, "It may be so. But the 1,650 cases without a group are more than those of group B: if they are not missing by chance, the difference may be smaller, larger or the other way round."),
                new("There is no difference, because so many are missing.", false, "Missing data never prove that there is none."),
                new("A difference among those recorded, which the missing could turn round: say both, and mend the recording.", true, "The bounds say how far the missing could move it. The unknown are a group of their own, never left out and never the group that others are compared with."),
            ],
            "/how-to-read#figure"),
    ];

    private static IntervalRow Row(string name, long numerator, long denominator) =>
        new(name, EstimateFigure.Share(new ShareCount(numerator, denominator)), numerator, denominator);

    private static Chart Series(string id, string headline, long[] charged, int settling)
    {
        const long each = 1000;
        var first = new DateOnly(2024, 1, 1);
        return ControlReading.Of(
            [
                .. charged.Select((number, i) => new ControlPoint(
                    Period.MonthOf(first.AddMonths(i)).ToString(), Period.MonthOf(first.AddMonths(i)).InWords(), EstimateFigure.Share(new ShareCount(number, each)), number, each,
                    IsImmature: i >= charged.Length - settling)),
            ],
            FigureKind.Share, new CountsOf.Shares(), ImprovementDirection.Neutral).Draw(id, headline, "Invented", "Share of crimes (%)");
    }
}
