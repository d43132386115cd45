using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Readings.Figures;

/// <summary>
/// Several measures in one number for an area among the areas of its level; or how often the area is among the lowest when
/// the rows behind the measures are drawn again. The seed is fixed, so the answer is the same everywhere.
/// </summary>
internal static class IndexAnswer
{
    public static Answer Of(Place asked, Formula.Index index)
    {
        var nothing = new Answer(new Figure.NotApplicable(
            "An index compares areas of one level, and there is only one of these: ask for an area below."), asked.Nothing, 0, 0);
        var areas = asked.Hierarchy.Areas.Where(area => area.Level == asked.Area.Level).ToList();
        if (areas.Count < 2)
        {
            return nothing;
        }

        var own = areas.FindIndex(area => area.Id == asked.Area.Id);
        if (IndexOfLevel.Of(asked, index, areas).ValueOf(own) is not { } value)
        {
            return nothing with
            {
                Figure = new Figure.NotApplicable("One of the measures has no figure for this area, and weights are not spread over the rest."),
            };
        }

        return new Answer(new Figure.Known(value, value, value), asked.Nothing with { Covered = 1, Gaps = [] }, 0, 0);
    }
}
