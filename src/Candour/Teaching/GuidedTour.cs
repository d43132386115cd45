using Candour.Access;
using Candour.Readings;

namespace Candour.Teaching;

/// <summary>A stop of the tour: a page, and what to look at there.</summary>
public sealed record TourStop(string Page, Right Needs, string Title, string Look);

/// <summary>
/// A walk through the pages, each as it is, with a few words on what to look at. It is a sequence of links and nothing else: whoever
/// leaves it is simply on the page.
/// </summary>
public sealed record GuidedTour(IReadOnlyList<TourStop> Stops, int Number)
{
    /// <summary>In a link: the number of the stop.</summary>
    public const string Parameter = "tour";

    private static readonly TourStop[] All =
    [
        new("/today", Right.SignedIn, "Today", "What is due comes first, then what changed in your areas, then the data to mend. A measure stands here only if its latest point is more than chance."),
        new("/measures", Right.ReadFigures, "Measures", "Every figure has its interval and what it was calculated from. Where there is no number, a word in square brackets says why. Open one and look for its control chart."),
        new("/areas", Right.ReadFigures, "Areas", "Areas stand in the order of the alphabet: they are never ranked. Open yours, and below its list “one measure in each unit, side by side”."),
        new("/attrition", Right.ReadFigures, "Attrition", "The same cases from the first step to the last, and who decides at each. A case that is still open is not a case that was lost."),
        new("/share", Right.ReadFigures, "Build a share", "Try to divide suspects by crimes: a share of things that are not part of each other is refused, and the sentence says why."),
        new("/data", Right.ReadSubmissions, "About the data", "How fresh the data are, what the checks found, and how complete each field is. A gap is never a zero."),
        new("/definitions", Right.SignedIn, "Definitions", "What each framework asks, and which measures and evidence answer it. Every measure names its source and what it does not say."),
        new("/learn", Right.SignedIn, "Exercises", "Five short exercises on invented numbers end the tour. Each takes a minute, and each answer comes with its reason."),
    ];

    /// <summary>The stops that are open to a viewer.</summary>
    public static IReadOnlyList<TourStop> For(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return [.. All.Where(stop => viewer.May(stop.Needs))];
    }

    /// <summary>Where a viewer stands who came by a link of the tour; absent for all others.</summary>
    public static GuidedTour? At(Viewer viewer, PathString page, IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var stops = For(viewer);
        return int.TryParse(query[Parameter].FirstOrDefault(), out var number) && number >= 1 && number <= stops.Count && stops[number - 1].Page == page
            ? new GuidedTour(stops, number) : null;
    }

    public TourStop Here => Stops[Number - 1];

    public string Progress => $"Guided tour, stop {NumberText.Count(Number)} of {NumberText.Count(Stops.Count)}: {Here.Title}";
}
