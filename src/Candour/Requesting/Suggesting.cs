using System.Text.RegularExpressions;
using Candour.Definitions;
using Candour.Evidencing;
using Candour.Kernel;
using Candour.Packing;
using Candour.Readings;
using Candour.Readings.Asking;
using Candour.Readings.Figures;
using Candour.Store.Packs;
using Candour.Store.Requests;
using Candour.Web;

namespace Candour.Requesting;

/// <summary>
/// What is already available for the words of a request: figures of the measures that fit best, in the areas and the period that it
/// names; saved questions, issued packs and evidence. Only what whoever answers may see.
/// </summary>
public static partial class Suggesting
{
    /// <summary>Figures that are suggested.</summary>
    public const int Figures = 6;

    private const int Measures = 4;
    private const int Others = 4;

    /// <summary>Suggestions in order: questions that were saved before, figures, packs, evidence.</summary>
    public static IReadOnlyList<AvailableAnswer> For(
        string words, ReadingRoom room, IReadOnlyList<SavedQuestion> questions, IReadOnlyList<IssuedPack> packs, IReadOnlyList<SeenEvidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(packs);
        ArgumentNullException.ThrowIfNull(evidence);
        var score = new WordScore(
            words, [.. room.Measures.Select(measure => measure.Title), .. questions.Select(one => one.Title), .. evidence.Select(one => one.Record.Title)]);
        return
        [
            .. Best(questions, one => score.Of(one.Title), Others).Select(one => new AvailableAnswer(one.Title, "saved question", one.Reference, $"/{one.Reference}")),
            .. FiguresFor(words, room, score),
            .. packs.Where(pack => score.HasAll(AreaOf(room, pack))).Take(Others)
                .Select(pack => new AvailableAnswer(PackTitles.Of(room, pack), "issued pack", PackIssuing.ReferenceOf(pack).ToString(), Address.IssuedPack(pack))),
            .. Best(evidence, one => score.Of(one.Record.Title), Others)
                .Select(one => new AvailableAnswer(one.Record.Title, "evidence", one.Record.Reference, Address.Evidence(one.Record))),
        ];
    }

    /// <summary>The period that the words name, such as 2025/26 or 2024; empty for none.</summary>
    public static string PeriodIn(string words) => Written().Match(words) is { Success: true } found && Period.TryParse(found.Value, out var period) ? period.ToString() : "";

    private static IEnumerable<AvailableAnswer> FiguresFor(string words, ReadingRoom room, WordScore score)
    {
        var named = PeriodIn(words);
        return Best(room.Measures, measure => score.Of(measure.Title), Measures)
            .SelectMany(measure => measure.Datasets.Where(room.Seen.Has).Select(name => (measure, dataset: room.Catalogue.Datasets[name])))
            .SelectMany(one => Areas(room, one.dataset, score).Select(area => room.Read(one.measure.Id, new Asked(area.Id, named, [], one.dataset.Id))))
            .OfType<Result<Reading>.Accepted>().Select(accepted => accepted.Value).Where(reading => reading.Figure is Figure.Known).Take(Figures)
            .Select(reading => new AvailableAnswer(
                $"{reading.Measure.Title}: {reading.Question.Area.Title}, {PeriodText.Of(reading.Question.Period)}", reading.Question.Dataset.Title,
                reading.Reference.ToString(), Address.Figure(reading.Reference), reading));
    }

    /// <summary>The areas of the dataset that the words name; its top when they name none.</summary>
    private static List<Area> Areas(ReadingRoom room, Dataset dataset, WordScore score)
    {
        var hierarchy = room.Catalogue.HierarchyOf(dataset);
        var named = hierarchy.Areas.Where(area => score.HasAll(area.Title)).Take(2).ToList();
        return named.Count > 0 ? named : [hierarchy.Top];
    }

    private static string AreaOf(ReadingRoom room, IssuedPack pack) =>
        room.Catalogue.Hierarchies.TryGetValue(pack.Hierarchy, out var hierarchy) && hierarchy.TryFind(pack.Area, out var area) ? area.Title : pack.Area;

    private static IEnumerable<T> Best<T>(IEnumerable<T> all, Func<T, double> score, int most) =>
        all.Select(one => (one, of: score(one))).Where(scored => scored.of > 0).OrderByDescending(scored => scored.of).Take(most).Select(scored => scored.one);

    [GeneratedRegex(@"\b(19|20)\d\d(/\d\d(-Q[1-4])?)?\b")]
    private static partial Regex Written();
}
