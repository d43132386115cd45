using Candour.Databank.Cells;
using Candour.Databank.States;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Statistics;

namespace Candour.Readings.Figures;

/// <summary>The difference between the shares of two groups, with Newcombe's interval. Who is missing is in neither.</summary>
internal static class GroupsAnswer
{
    public static Answer Of(Place asked, Measure share, Dataset dataset, Formula.Groups groups)
    {
        var group = Sum(asked, share, dataset, groups.By, groups.Group);
        var reference = Sum(asked, share, dataset, groups.By, groups.Reference);
        var one = FigureOf.Answer(share, dataset, group);
        var other = FigureOf.Answer(share, dataset, reference);
        var figure = one.Figure is not Figure.Known ? Without(one.Figure, "the group compared")
            : other.Figure is not Figure.Known ? Without(other.Figure, "the reference group")
            : Difference(group.State, reference.State);
        return new Answer(figure, group, one.Numerator, one.Denominator, other.Numerator, other.Denominator);
    }

    private static CellSum Sum(Place asked, Measure share, Dataset dataset, string by, IReadOnlyList<string> codes) =>
        (asked with { Where = [.. asked.Where, new Narrowing(by, codes)] }).Sum(share, dataset);

    private static Figure Difference(CellState group, CellState reference) =>
        TwoShares.Difference(
            new ShareCount(group.Numerator, group.Denominator), new ShareCount(reference.Numerator, reference.Denominator))
            .Match<Figure>(
                known => new Figure.Known(known.Value, known.Interval.Lower, known.Interval.Upper),
                few => new Figure.TooFew($"Only {NumberText.Count(few.Counted)} cases here; {NumberText.Count(few.Needed)} are needed."),
                _ => new Figure.NotApplicable("The two groups cannot be compared on these counts."));

    private static Figure Without(Figure figure, string who) => figure.Match<Figure>(
        known => known,
        suppressed => suppressed,
        _ => figure,
        _ => figure,
        _ => figure,
        _ => new Figure.NotApplicable($"There is no share to compare in {who}: {figure.Reason}"));
}
