namespace Candour.Statistics;

/// <summary>A confidence interval, both ends included, in the unit of the value it belongs to.</summary>
/// <param name="Lower">Never above <paramref name="Upper"/>; never NaN.</param>
/// <param name="Upper">Positive infinity when the data do not reach it; never NaN.</param>
public readonly record struct Interval(double Lower, double Upper)
{
    public double Width => Upper - Lower;

    public bool Contains(double value) => Lower <= value && value <= Upper;
}
