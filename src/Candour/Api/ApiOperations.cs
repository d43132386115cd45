using Candour.CommandLine;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Asking;
using Candour.Readings.Figures;
using Candour.Web;

namespace Candour.Api;

/// <summary>Every address of the read interface, over the same readings as the pages.</summary>
internal static class ApiOperations
{
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new("/api/v1/snapshots", "The snapshot that every figure is made from now, and the datasets in it that you may see.", false, "Snapshot", true, (room, _) => Accept(new[] { Snapshot(room) })),
        new("/api/v1/areas", "The hierarchies that have data, with their areas.", false, "Hierarchy", true, (room, _) => Accept(Hierarchies(room))),
        new("/api/v1/measures", "The measures with data that you may see.", false, "Measure", true, (room, _) => Accept(room.Measures.Select(measure => Measure(room, measure)))),
        new("/api/v1/measures/{id}", "One measure.", false, "Measure", false, (room, request) => Accept(
            room.Measures.FirstOrDefault(measure => measure.Id == Named(request, "id")) is { } found ? Measure(room, found) : null)),
        new("/api/v1/measures/{id}/figure", "One figure: value, interval, counts, or why there is none.", true, "Figure", false, (room, request) => Read(
            room, request, reading => ApiFigure.Of(room, reading))),
        new("/api/v1/measures/{id}/series", "The figure for each shortest period, gaps included.", true, "Figure", true, (room, request) => Read(
            room, request, reading => room.Trend(reading.Measure, reading.Question).Select(one => ApiFigure.Of(room, one)))),
        new("/api/v1/measures/{id}/areas", "The figure for each area of the lowest level, by name: never ranked.", true, "Figure", true, (room, request) => Read(
            room, request, reading => room.Compare(reading.Measure, reading.Question).Select(one => ApiFigure.Of(room, one)))),
        new("/api/v1/measures/{id}/breakdown/{field}", "The figure for each code of a breakdown that has rows.", true, "Figure", true, (room, request) =>
            room.Read(Named(request, "id"), AskedOf.Query(request.Query)).Then<object?>(reading => BreakDown(room, reading, Named(request, "field")))),
        new("/api/v1/figures/{**reference}", "The figure of a permanent reference.", false, "Figure", false, (room, request) => Accept(
            FigureReference.TryParse(Named(request, "reference"), out var reference) && NamedFigure.Resolve(room, reference) is { } reading
                ? ApiFigure.Of(room, reading) : null)),
    ];

    private static Result<object?> Accept(object? answer) => new Result<object?>.Accepted(answer);

    private static string Named(HttpRequest request, string parameter) => request.RouteValues[parameter] as string ?? "";

    private static Result<object?> Read(ReadingRoom room, HttpRequest request, Func<Reading, object> take) =>
        room.Read(Named(request, "id"), AskedOf.Query(request.Query)).Then<object?>(reading => Accept(take(reading)));

    private static Result<object?> BreakDown(ReadingRoom room, Reading reading, string field)
    {
        if (!reading.Measure.Breakdowns.Contains(field))
        {
            return new BreakdownNotDeclared(field, reading.Measure);
        }

        // Which codes occur would tell of few people to whoever sees a part; they ask for each code by name.
        return room.Seen.SeesWhole(reading.Question.Dataset)
            ? Accept(room.BreakDown(reading.Measure, reading.Question, field).Select(pair => ApiFigure.Of(room, pair.Reading)))
            : new BreakdownForTheWholeOnly();
    }

    private static MeasureJson Measure(ReadingRoom room, Measure measure) =>
        MeasureJson.Of(measure, room) with { Datasets = [.. measure.Datasets.Where(room.Seen.Has)] };

    private static object Snapshot(ReadingRoom room) => new
    {
        snapshot = room.Snapshot.Record.Id.Hex,
        madeAt = room.Snapshot.Record.MadeAt,
        definitions = room.Snapshot.Record.Definitions.Hex,
        datasets = room.Catalogue.Datasets.Values.Where(dataset => room.Seen.Has(dataset.Id)).OrderBy(dataset => dataset.Id, StringComparer.Ordinal)
            .Select(dataset => Dataset(room, dataset)).ToList(),
    };

    private static object Dataset(ReadingRoom room, Dataset dataset)
    {
        var periods = room.Snapshot.PeriodsOf(dataset.Id);
        return new
        {
            dataset = dataset.Id,
            title = dataset.Title,
            agency = room.Snapshot.AgencyOf(dataset.Id),
            synthetic = room.IsSynthetic(dataset),
            first = periods[0].ToString(),
            last = periods[^1].ToString(),
            months = dataset.Months,
            hierarchy = dataset.Hierarchy,
        };
    }

    private static IEnumerable<object> Hierarchies(ReadingRoom room) => room.Catalogue.Hierarchies.Values
        .Where(hierarchy => room.Catalogue.Datasets.Values.Any(dataset => dataset.Hierarchies.Contains(hierarchy.Id) && room.Seen.Has(dataset.Id)))
        .OrderBy(hierarchy => hierarchy.Id, StringComparer.Ordinal)
        .Select(hierarchy => new
        {
            hierarchy = hierarchy.Id,
            title = hierarchy.Title,
            levels = hierarchy.Levels,
            areas = hierarchy.Areas.Select(area => new { area = area.Id, title = area.Title, level = area.Level, parent = area.Parent }).ToList(),
        });
}

/// <summary>Groups beside the figure of a part could point to a few people.</summary>
public sealed record BreakdownForTheWholeOnly() : Refusal(
    "Groups are given to whoever sees the whole of the data: beside the figure of a part they could point to a few people. Ask for one code with 'where'.");
