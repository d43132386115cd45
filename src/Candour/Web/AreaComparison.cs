using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Areas;
using Candour.Readings.Charts;
using Candour.Readings.Figures;

namespace Candour.Web;

/// <summary>
/// A measure in all areas of one level. Intervals are for everybody, each area as its viewer may see it; what speaks of all areas
/// together is for whoever sees the whole of the dataset.
/// </summary>
/// <param name="Intervals">By name; absent for an index, whose own table stands in its place.</param>
/// <param name="Judged">What needs all areas; absent for whoever does not see them, and where areas are not shares of counted
/// cases.</param>
/// <param name="Index">The index with its measures; absent for any other measure.</param>
/// <param name="WhyNotJudged">Why there is no judgement of all areas together; empty when there is one.</param>
public sealed record AreaComparison(Chart? Intervals, JudgedAreas? Judged, IndexTable? Index, string WhyNotJudged)
{
    public static AreaComparison Of(ReadingRoom room, Reading reading, LevelChoice choice)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(choice);
        var seesAll = room.Seen.SeesWhole(reading.Question.Dataset);
        if (MeasureIndex.IsIndex(reading.Measure))
        {
            return new AreaComparison(null, null, seesAll ? IndexTable.Of(room, reading, choice) : null, seesAll ? "" : PartOnly);
        }

        var areas = room.CompareAt(reading.Measure, reading.Question, choice.Hierarchy, choice.Level);
        var isShare = MeasureAreas.IsShareOfCounts(reading.Measure);
        return new AreaComparison(
            MeasureComparison.Of(room, reading, choice, areas),
            seesAll && isShare && areas.Count > 1 ? JudgedAreas.Of(room, reading, choice, areas) : null,
            null,
            !seesAll ? PartOnly
                : !isShare ? "Whether areas differ by more than chance is judged for shares of counted cases only. A count mostly says how many people live in an area; compare areas by a share."
                : areas.Count < 2 ? "There is only one area on this level, so there is nothing to compare." : "");
    }

    public const string PartOnly =
        "How all areas stand together is shown to whoever sees all of them. You see the areas that are yours.";
}

/// <summary>What is said of all areas together.</summary>
/// <param name="Funnel">By their number of cases.</param>
/// <param name="Alike">The groups that cannot be told apart.</param>
/// <param name="Peers">The area asked about beside those of its size; absent for the top.</param>
/// <param name="Stability">Would chance write another list of the lowest?</param>
public sealed record JudgedAreas(Chart Funnel, AlikeReading Alike, Chart? Peers, Chart Stability)
{
    private const int ListLength = 4;

    /// <summary>Fixed, so that everybody finds the same.</summary>
    private const long Seed = 20131101;

    internal static JudgedAreas Of(ReadingRoom room, Reading reading, LevelChoice choice, IReadOnlyList<Reading> areas)
    {
        var (measure, question) = (reading.Measure, reading.Question);
        var counted = MeasureAreas.Of(areas);
        var own = choice.Holds(question) ? areas.ToList().FindIndex(one => one.Question.Area.Id == question.Area.Id) : -1;
        var subtitle = $"{Subject.Of(room, reading)}, {question.Period.InWords()}";
        const string row = "Area";
        var funnel = FunnelReading.Of(counted, own);
        return new JudgedAreas(
            funnel.Draw(
                "funnel", "Which areas differ by more than chance", subtitle, FigureUnit.Of(measure),
                $"Number of {measure.Unit.Plural()} it is calculated from", row),
            AlikeReading.Of(funnel),
            own < 0 ? null
                : PeersReading.Of(counted, own).Draw(
                    "peers", $"{question.Area.Title} beside areas with about as many cases", subtitle, FigureUnit.Of(measure), row),
            StabilityReading.Of(counted, ListLength, Seed).Draw(
                "stability", $"Would chance write another list of the {ListLength} lowest?", subtitle, row));
    }
}

/// <summary>An index with the measures that it is made of.</summary>
/// <param name="Places">From the first to the last place that other weights give.</param>
/// <param name="Columns">The measures, each with its weight.</param>
/// <param name="Areas">The areas by name, each with the value of every measure.</param>
public sealed record IndexTable(
    Chart Places, IReadOnlyList<IndexColumn> Columns, IReadOnlyList<(Area Area, IReadOnlyList<Reading?> Values)> Areas)
{
    internal static IndexTable Of(ReadingRoom room, Reading reading, LevelChoice choice)
    {
        Area[] areas =
        [
            .. choice.Hierarchy.Areas.Where(area => area.Level == choice.Level).OrderBy(area => area.Title, StringComparer.Ordinal),
        ];
        var (index, columns) = MeasureIndex.Of(room, reading.Measure, reading.Question with { Hierarchy = choice.Hierarchy, Area = areas[0] }, areas);
        return new IndexTable(
            index.Draw(
                "index", "How far other weights would move each area", $"{reading.Measure.Title}, {reading.Question.Period.InWords()}", "Area"),
            columns,
            [.. areas.Select((area, i) => (area, (IReadOnlyList<Reading?>)[.. columns.Select(column => column.Areas.Count > 0 ? column.Areas[i] : null)]))]);
    }
}
