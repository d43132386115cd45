namespace Candour.Readings.Charts;

/// <summary>
/// A limit as it is drawn and said: no share is above all, and nothing is below none unless a value was. The chart judges
/// by the limit itself.
/// </summary>
public static class LimitCut
{
    public static double Of(double limit, FigureKind kind, bool anyBelowZero) =>
        kind == FigureKind.Share ? Math.Clamp(limit, 0, 1)
        : kind == FigureKind.Difference || anyBelowZero ? limit
        : Math.Max(limit, 0);
}
