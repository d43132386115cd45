using Candour.Kernel;
using Candour.Readings.Charts;
using Candour.Statistics;

namespace Candour.Readings.Changes;

/// <summary>A group of cases at two times.</summary>
public sealed record NamedChange(string Name, ShareCount Before, ShareCount After);

/// <summary>
/// Why a count changed: more cases, other cases, or like cases ending otherwise. Arithmetic; whether the change is more
/// than chance stands beside it, and its cause is not answered at all.
/// </summary>
/// <param name="Groups">In the order given; every case is in one.</param>
/// <param name="Count">The change of the count in three parts.</param>
/// <param name="Share">The change of the share in two parts; or nothing to compare.</param>
/// <param name="Difference">Later share minus earlier share, with its interval.</param>
public sealed record ChangeReading(
    IReadOnlyList<NamedChange> Groups, CountChange Count, ShareChange Share, Figure Difference)
{
    public static ChangeReading Of(IReadOnlyList<NamedChange> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentOutOfRangeException.ThrowIfZero(groups.Count);
        var changes = groups.Select(group => new GroupChange(group.Before, group.After)).ToArray();
        return new ChangeReading(
            groups, CountChange.Of(changes), ShareChange.Of(changes),
            EstimateFigure.Of(TwoShares.Difference(Sum(groups.Select(group => group.After)), Sum(groups.Select(group => group.Before)))));
    }

    public string Sentence => Share.Match(
        known => $"The count went from {NumberText.Count(Count.Before)} to {NumberText.Count(Count.After)}: "
            + $"{Signed(Count.Volume)} because of the number of cases, {Signed(Count.Mix)} because they are other cases, "
            + $"{Signed(Count.Rate)} because like cases end otherwise. The share went from {NumberText.Share(known.Before)} to "
            + $"{NumberText.Share(known.After)} ({Points(known.Mix)} by the mix, {Points(known.Rate)} by like cases)"
            + (Difference is Figure.Known difference
                ? difference.Lower > 0 || difference.Upper < 0
                    ? ", which is more than chance."
                    : ", which chance is enough to explain."
                : ".")
            + " This is arithmetic; it does not say what caused it.",
        _ => $"The count went from {NumberText.Count(Count.Before)} to {NumberText.Count(Count.After)}. One of the two times has no cases, so the change cannot be taken apart.");

    /// <summary>Each group's share at both times.</summary>
    public Chart Draw(string id, string headline, string subtitle, string unit, string rowHeading, string before, string after) =>
        new DumbbellChart(
            id, headline, subtitle, FigureKind.Share, unit, rowHeading, after, before,
            [
                .. Groups.Select(group => new DumbbellRow(
                    group.Name, EstimateFigure.Share(group.After), EstimateFigure.Share(group.Before),
                    FigureText.Of(EstimateFigure.Of(TwoShares.Difference(group.After, group.Before)), FigureKind.Difference),
                    $"{Base(group.After)}; before {Base(group.Before)}", "")),
            ],
            Sentence).Draw();

    private static string Base(ShareCount count) => $"{NumberText.Count(count.Numerator)} of {NumberText.Count(count.Denominator)}";

    private static string Signed(double value)
    {
        var rounded = Math.Round((decimal)value, 1, MidpointRounding.AwayFromZero);
        return rounded > 0 ? "+" + NumberText.Count(rounded) : NumberText.Count(rounded);
    }

    private static string Points(double value) => NumberText.Of(value, FigureKind.Difference);

    private static ShareCount Sum(IEnumerable<ShareCount> counts)
    {
        var all = counts.ToArray();
        return new ShareCount(all.Sum(count => count.Numerator), all.Sum(count => count.Denominator));
    }
}
