using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Figures;

namespace Candour.Web;

/// <summary>Something that can be found.</summary>
/// <param name="Title">As people read it.</param>
/// <param name="Beside">What it is or says, in a few words.</param>
/// <param name="Address">Its page.</param>
/// <param name="Also">Further words by which it is found.</param>
public sealed record Findable(string Title, string Beside, string Address, string Also = "");

/// <summary>What whoever looks may find by words: measures, areas, questions of the frameworks, datasets and help.</summary>
public static class SearchIndex
{
    /// <summary>More of one kind are not shown; the number that is left out is said.</summary>
    public const int Shown = 20;

    private static readonly Findable[] Help =
    [
        new("How to read a figure", "Help: interval, counts, confidence", "/how-to-read#figure", "interval, counts, confidence"),
        new("Which crimes a figure follows", "Help: cohort, recorded, assigned", "/how-to-read#cohorts", "cohort, recorded, assigned"),
        new("When there is no number", "Help: suppressed, withheld, missing, not reached", "/how-to-read#absent", "suppressed, withheld, missing, not reached"),
        new("How to read a trend", "Help: control chart, limits, rules, signal", "/how-to-read#trend", "control chart, limits, rules, signal"),
        new("How to read a wait", "Help: median, days, open cases, survival", "/how-to-read#wait", "median, days, open cases, survival"),
        new("How to read a comparison", "Help: areas, intervals, ranking", "/how-to-read#comparison", "areas, intervals, ranking"),
        new("How to read a funnel", "Help: outliers, chance, overdispersion", "/how-to-read#funnel", "outliers, chance, overdispersion"),
        new("How to read a list of the lowest", "Help: league table, ranks, stability", "/how-to-read#stability", "league table, ranks, stability"),
        new("How to read an index under other weights", "Help: weights, composite", "/how-to-read#index", "weights, composite"),
        new("How to read a change taken apart", "Help: volume, mix, rate, decomposition", "/how-to-read#change", "volume, mix, rate, decomposition"),
        new("How to read codes from the most frequent", "Help: causes, Pareto, reasons", "/how-to-read#causes", "causes, Pareto, reasons"),
        new("Five short exercises", "Help: learn, training, quiz", "/learn", "learn, training, quiz"),
        new("Words that are used", "Help: glossary, terms, meaning", "/glossary", "glossary, terms, meaning"),
        new("Guided tour", "Help: start, walk, first steps", "/tour", "start, walk, first steps"),
        new("Organisations that support people", "Help: support, victims, exit", "/support", "support, victims, exit"),
        new("Who decides what, from the report to the court", "Help: police, prosecutor, court, victim", "/who-decides", "police, prosecutor, court, victim"),
        new("What is held about people, and their rights", "Help: data protection, privacy, rights", "/held-about-people", "data protection, privacy, rights"),
        new("What a permanent reference is", "Help: link, version, snapshot", "/how-to-read#reference", "link, version, snapshot"),
    ];

    /// <summary>What has every word that was typed, each at the beginning of a word; kinds without a hit are left out.</summary>
    public static IReadOnlyList<(string Kind, IReadOnlyList<Findable> Found)> Find(string typed, Catalogue catalogue, ReadingRoom? room)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(catalogue);
        var words = WordsOf(typed);
        return words.Length == 0 ? [] :
        [
            .. new (string Kind, IEnumerable<Findable> All)[]
            {
                ("Measures with data", (room?.Measures ?? []).Select(measure => new Findable(measure.Title, measure.Question, $"/measures/{measure.Id}", measure.Question))),
                ("Areas", room is null ? [] : Areas(room)),
                ("Questions of the frameworks", catalogue.Frameworks.Values.OrderBy(one => one.Title, StringComparer.Ordinal).SelectMany(framework =>
                    framework.Parts.Select(part => new Findable(part.Title, framework.Title, $"{Address.Framework(framework)}#{part.Id}")))),
                ("Definitions without data", catalogue.Measures.Values.Where(measure => room?.Measures.Contains(measure) != true)
                    .OrderBy(measure => measure.Title, StringComparer.Ordinal)
                    .Select(measure => new Findable(measure.Title, measure.Question, $"/definitions/{measure.Id}", measure.Question))),
                ("Help", Help),
            }.Select(one => (one.Kind, Found: (IReadOnlyList<Findable>)[.. one.All.Where(each => Has(each, words))])).Where(one => one.Found.Count > 0),
        ];
    }

    private static IEnumerable<Findable> Areas(ReadingRoom room) => room.Catalogue.Hierarchies.Values
        .Where(hierarchy => room.Catalogue.Datasets.Values.Any(dataset => dataset.Hierarchy == hierarchy.Id && room.Seen.Has(dataset.Id)))
        .OrderBy(hierarchy => hierarchy.Title, StringComparer.Ordinal)
        .SelectMany(hierarchy => hierarchy.Areas.OrderBy(area => area.Title, StringComparer.Ordinal)
            .Select(area => new Findable(area.Title, hierarchy.Title, Address.Area(hierarchy, area))));

    private static bool Has(Findable one, string[] words)
    {
        var all = WordsOf($"{one.Title} {one.Also}");
        return words.All(typed => all.Any(word => word.StartsWith(typed, StringComparison.Ordinal)));
    }

    private static string[] WordsOf(string text) => Slug.Of(text).Split('-', StringSplitOptions.RemoveEmptyEntries);
}
