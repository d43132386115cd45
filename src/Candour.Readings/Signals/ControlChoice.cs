using Candour.Kernel;
using Candour.Statistics;

namespace Candour.Readings.Signals;

/// <summary>
/// The chart that fits what was counted. Shares and rates are first judged as if chance alone moved them; where neighbours
/// differ by more than that, Laney's limits allow for it (a plain p chart of large numbers calls almost every month a
/// signal). Anything else is judged by the ranges between neighbours.
/// </summary>
internal static class ControlChoice
{
    public static (ControlMethod Method, ProcessChart Chart) Of(IReadOnlyList<ControlPoint> points, CountsOf counts)
    {
        var options = ChartOptions.Default with
        {
            RebasedAt = [.. Enumerable.Range(1, points.Count - 1).Where(i => points[i].BreakBefore.Length > 0)],
        };
        return counts switch
        {
            CountsOf.Shares when points.All(IsShare) => Wider(
                (ControlMethod.P, CountChart.OfShares(Counts(points, 1), laney: false, options)),
                (ControlMethod.PPrime, CountChart.OfShares(Counts(points, 1), laney: true, options))),
            CountsOf.Events events when points.All(IsRate) => Wider(
                (ControlMethod.U, CountChart.OfRates(Counts(points, events.Each), laney: false, options)),
                (ControlMethod.UPrime, CountChart.OfRates(Counts(points, events.Each), laney: true, options))),
            _ => (ControlMethod.Xmr, XmrChart.Of(
                [
                    .. points.Select(point => new ChartValue(
                        point.Figure is Figure.Known known ? known.Value : null, Aside(point))),
                ],
                options)),
        };
    }

    /// <summary>Laney's limits, unless they are narrower than chance alone.</summary>
    private static (ControlMethod Method, ProcessChart Chart) Wider(
        (ControlMethod Method, ProcessChart Chart) plain, (ControlMethod Method, ProcessChart Chart) laney) =>
        Reach(laney.Chart) > Reach(plain.Chart) ? laney : plain;

    private static double Reach(ProcessChart chart) => chart.Points.Sum(point => point.Limits?.Reach ?? 0);

    private static bool IsShare(ControlPoint point) =>
        point.Figure is not Figure.Known || (point.Numerator >= 0 && point.Numerator <= point.Denominator);

    private static bool IsRate(ControlPoint point) =>
        point.Figure is not Figure.Known || (point.Numerator >= 0 && point.Denominator > 0);

    private static ChartCount[] Counts(IReadOnlyList<ControlPoint> points, double each) =>
    [
        .. points.Select(point => point.Figure is Figure.Known
            ? new ChartCount((double)point.Numerator, (double)point.Denominator / each, Aside(point))
            : new ChartCount(0, 0)),
    ];

    private static string? Aside(ControlPoint point) =>
        point.GhostedBecause.Length > 0 ? point.GhostedBecause
        : point.IsImmature ? Charts.TrendChart.ShortFollowUp
        : null;
}
