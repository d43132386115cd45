using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Figures;

namespace Candour.CommandLine;

/// <summary>The JSON of <c>measures</c>; see docs/json.md.</summary>
internal sealed record MeasuresJson(string Snapshot, IReadOnlyList<MeasureJson> Measures, IReadOnlyList<DatasetJson> Datasets)
{
    public static MeasuresJson Of(ReadingRoom room) => new(
        room.Snapshot.Record.Id.Hex,
        [.. room.Measures.Select(measure => MeasureJson.Of(measure, room))],
        [.. room.Catalogue.Datasets.Values.Where(dataset => room.Snapshot.Has(dataset.Id))
            .Select(dataset => DatasetJson.Of(dataset, room))]);
}

internal sealed record MeasureJson(
    string Measure, int Version, string Title, string Question, string Framework, string Type, string Unit, string Basis,
    IReadOnlyList<string> Datasets, IReadOnlyList<string> Breakdowns, string Source, string Map, IReadOnlyList<string> Caveats)
{
    public static MeasureJson Of(Measure measure, ReadingRoom room) => new(
        measure.Id, measure.Version, measure.Title, measure.Question, measure.Framework,
        measure.Type.ToString().ToLowerInvariant(), measure.Unit.Code(), measure.Basis,
        [.. measure.Datasets.Where(room.Snapshot.Has)], measure.Breakdowns, measure.Source, measure.Map, measure.Caveats);
}

internal sealed record DatasetJson(
    string Dataset, string Title, string Agency, bool Synthetic, string First, string Last, int Months,
    IReadOnlyList<string> Gaps, string Hierarchy, IReadOnlyList<AreaJson> Areas, IReadOnlyList<FieldJson> Fields)
{
    public static DatasetJson Of(Dataset dataset, ReadingRoom room)
    {
        var periods = room.Snapshot.PeriodsOf(dataset.Id);
        var hierarchy = room.Catalogue.HierarchyOf(dataset);
        return new DatasetJson(
            dataset.Id, dataset.Title, room.Snapshot.AgencyOf(dataset.Id), room.IsSynthetic(dataset),
            periods[0].ToString(), periods[^1].ToString(), dataset.Months,
            [.. Period.Between(periods[0], periods[^1]).Split(dataset.Months).Except(periods).Select(gap => gap.ToString())],
            hierarchy.Id,
            [.. hierarchy.Areas.Select(area => new AreaJson(area.Id, area.Title, area.Level))],
            [.. dataset.Fields.Where(field => field.Type == FieldType.Code)
                .Select(field => FieldJson.Of(field, room.Catalogue.CodeLists[field.CodeList]))]);
    }
}

internal sealed record AreaJson(string Area, string Title, string Level);

internal sealed record FieldJson(string Field, string Title, IReadOnlyList<CodeJson> Codes, IReadOnlyList<CodeJson> Groups)
{
    public static FieldJson Of(Field field, CodeList list) => new(
        field.Id, field.Title,
        [.. list.Codes.Select(code => new CodeJson(code.Id, code.Title))],
        [.. list.Groups.Select(group => new CodeJson(group.Id, group.Title))]);
}

internal sealed record CodeJson(string Code, string Title);
