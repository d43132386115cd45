using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Charts;
using Candour.Readings.Figures;
using Candour.Readings.Signals;

namespace Candour.Web;

/// <summary>One unit: its figure, its series in the height of a line, and what its control chart says.</summary>
public sealed record UnitLine(Reading Reading, Sparkline Line);

/// <summary>One measure in every unit of an area, each as its viewer may see it, by name: never ranked.</summary>
/// <param name="Lines">By name.</param>
/// <param name="Chart">The units with their intervals, against the area.</param>
public sealed record UnitLines(IReadOnlyList<UnitLine> Lines, Chart Chart)
{
    /// <summary>Reads the units.</summary>
    /// <param name="room">Where the readings come from.</param>
    /// <param name="whole">The measure in the area itself.</param>
    public static UnitLines Of(ReadingRoom room, Reading whole)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(whole);
        var (measure, question) = (whole.Measure, whole.Question);
        Reading[] units =
        [
            .. question.Hierarchy.LowestUnder(question.Area.Id).Select(id => question.Hierarchy[id]).OrderBy(unit => unit.Title, StringComparer.Ordinal)
                .Select(unit => room.Read(measure, question with { Area = unit })),
        ];
        return new UnitLines([.. units.Select((unit, i) => new UnitLine(unit, LineOf(room, measure, unit, i)))], Draw(room, whole, units));
    }

    /// <summary>One sentence about all of them; it names none.</summary>
    public string Sentence
    {
        get
        {
            var judged = Lines.Count(one => one.Line.Variation != Statistics.Variation.NotJudged);
            var signals = Lines.Count(one => one.Line.Variation is not (Statistics.Variation.NotJudged or Statistics.Variation.CommonCause));
            return $"{judged} of {Lines.Count} can be judged over time, and {signals} of them {(signals == 1 ? "does" : "do")} something that chance alone would not explain. "
                + "A small unit strays far by chance: its interval says how far.";
        }
    }

    private static Sparkline LineOf(ReadingRoom room, Measure measure, Reading unit, int number)
    {
        var trend = SeriesOf.Read(room, measure, unit.Question);
        var signal = MeasureSignal.Of(room, trend, _ => "");
        return new Sparkline(
            $"unit-{number}", $"{measure.Title}, {unit.Question.Area.Title}", unit.Kind, [.. trend.Select(one => one.Question.Period.InWords())],
            [.. trend.Select(one => one.Figure)], signal.Variation);
    }

    private static Chart Draw(ReadingRoom room, Reading whole, IReadOnlyList<Reading> units) => new IntervalChart(
        "units",
        $"In {whole.Question.Area.Title}, in the order of the alphabet",
        $"{Subject.Of(room, whole)}, {whole.Question.Period.InWords()}",
        whole.Kind,
        FigureUnit.Of(whole.Measure),
        "Where",
        [
            .. units.Select(one => new IntervalRow(
                one.Question.Area.Title, one.Figure, one.Answer.Sum.Covered == 0 ? null : one.Numerator, one.Answer.Sum.Covered == 0 ? null : one.Denominator)),
        ],
        whole.Kind is not (FigureKind.Count or FigureKind.Amount) && whole.Figure is Figure.Known known
            ? new IntervalReference(whole.Question.Area.Title, known, whole.Numerator, whole.Denominator) : null).Draw();
}
