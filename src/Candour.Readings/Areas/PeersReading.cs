using Candour.Kernel;
using Candour.Readings.Charts;
using Candour.Statistics;

namespace Candour.Readings.Areas;

/// <summary>
/// An area beside those most like it in size, by number of cases: no judgement of who ought to be alike, so everybody
/// finds the same peers. The difference comes first, with its interval.
/// </summary>
/// <param name="Own">The area the reader came for.</param>
/// <param name="Peers">The areas nearest in number of cases, in the order given.</param>
/// <param name="Together">All peers as one.</param>
/// <param name="Difference">Own minus peers; or why there is none.</param>
public sealed record PeersReading(NamedShare Own, IReadOnlyList<NamedShare> Peers, ShareCount Together, Figure Difference)
{
    /// <summary>So many areas are peers, unless fewer have cases.</summary>
    public const int Usual = 8;

    /// <summary>Finds the peers of an area.</summary>
    /// <param name="areas">With the area itself.</param>
    /// <param name="own">Its position.</param>
    /// <param name="count">How many peers; at least 1.</param>
    public static PeersReading Of(IReadOnlyList<NamedShare> areas, int own, int count = Usual)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var size = Math.Log(Math.Max(areas[own].Count.Denominator, 1));
        var nearest = Enumerable.Range(0, areas.Count).Where(i => i != own && areas[i].Count.Denominator > 0)
            .OrderBy(i => Math.Abs(Math.Log(areas[i].Count.Denominator) - size)).ThenBy(i => i).Take(count).Order()
            .Select(i => areas[i]).ToArray();
        var together = new ShareCount(nearest.Sum(peer => peer.Count.Numerator), nearest.Sum(peer => peer.Count.Denominator));
        return new PeersReading(areas[own], nearest, together, EstimateFigure.Of(TwoShares.Difference(areas[own].Count, together)));
    }

    public string Sentence => Difference is Figure.Known known
        ? $"{Own.Name} has {Share(Own.Count)}; the {Peers.Count} areas nearest to it in number of cases have {Share(Together)} together. "
            + $"The difference is {FigureText.Of(known, FigureKind.Difference).Value} ({NumberText.Interval(known.Lower, known.Upper, FigureKind.Difference)}): "
            + (known.Lower > 0 || known.Upper < 0
                ? "more than chance; it does not say why."
                : "these data do not tell them apart.")
        : "Not enough data: the area or its peers have no cases.";

    /// <summary>The area and its peers in the order given, against all peers as one.</summary>
    public Chart Draw(string id, string headline, string subtitle, string unit, string rowHeading) => new IntervalChart(
        id, headline, subtitle, FigureKind.Share, unit, rowHeading,
        [Row(Own, true), .. Peers.Select(peer => Row(peer, false))],
        EstimateFigure.Share(Together) is Figure.Known known
            ? new IntervalReference("Its peers together", known, Together.Numerator, Together.Denominator) : null,
        Sentence).Draw();

    private static IntervalRow Row(NamedShare area, bool isOwn) => new(
        area.Name, EstimateFigure.Share(area.Count), area.Count.Numerator, area.Count.Denominator, isOwn);

    private static string Share(ShareCount count) => NumberText.Share((double)count.Numerator / count.Denominator);
}
