using Candour.Readings.Charts;
using Candour.Kernel;
using Candour.Statistics;

namespace Candour.Readings.Areas;

/// <summary>Whether a list of the lowest shares would be the same list another time.</summary>
/// <param name="Areas">In the order given.</param>
/// <param name="List">The list as it was drawn; or that every area is on it.</param>
public sealed record StabilityReading(IReadOnlyList<NamedShare> Areas, BottomList List)
{
    public static StabilityReading Of(IReadOnlyList<NamedShare> areas, int length, long seed)
    {
        ArgumentNullException.ThrowIfNull(areas);
        return new StabilityReading(areas, BottomList.Of([.. areas.Select(area => area.Count)], length, seed));
    }

    public string Sentence => List.Match(
        known => $"A list of the {known.Length} lowest: chance alone would write another list in "
            + $"{NumberText.Share(1 - known.SameList)} of {NumberText.Count(known.Draws)} draws. "
            + (known.SurelyListed.Count == 0
                ? "No area is surely on it"
                : $"{known.SurelyListed.Count} of the {known.Length} would be on it nearly always")
            + $"; {known.Undecided.Count} of {known.Areas.Count} areas may or may not belong there."
            + (known.SurelyListed.Count < known.Length ? " The list is not distinguishable from others that chance allows." : ""),
        every => $"Only {every.Areas} areas have cases, so every one would be on the list: it says nothing.");

    /// <summary>How often each area would be on the list, in the order given.</summary>
    public Chart Draw(string id, string headline, string subtitle, string rowHeading) => new IntervalChart(
        id, headline, subtitle, FigureKind.Share, "Share of draws in which it is listed (%)", rowHeading,
        [
            .. Areas.Select((area, i) => new IntervalRow(area.Name, List.Match<Figure>(
                known => known.Areas.FirstOrDefault(one => one.Area == i) is { } listed
                    ? new Figure.Known(listed.Chance, listed.Chance, listed.Chance)
                    : new Figure.NotApplicable("No cases."),
                _ => new Figure.NotApplicable("Every area would be listed.")))),
        ],
        Said: Sentence).Draw();
}
