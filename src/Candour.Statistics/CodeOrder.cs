namespace Candour.Statistics;

/// <summary>How much of an agreement two different codes are.</summary>
public enum CodeOrder
{
    /// <summary>None: a code is the same or it is not.</summary>
    Unordered,

    /// <summary>Codes stand in order, and agreement falls with their distance: <code>1 − |k − l|/(q − 1)</code>
    /// </summary>
    Linear,

    /// <summary>Codes stand in order, and agreement falls with the square of their distance, so near ones count nearly
    /// as the same: <code>1 − (k − l)²/(q − 1)²</code></summary>
    Quadratic,
}

/// <summary>The agreement that every pair of codes is worth.</summary>
internal static class CodeOrders
{
    public static double Worth(this CodeOrder order, int one, int other, int codes)
    {
        var distance = codes == 1 ? 0 : Math.Abs(one - other) / (codes - 1.0);
        return order switch
        {
            CodeOrder.Unordered => one == other ? 1 : 0,
            CodeOrder.Linear => 1 - distance,
            CodeOrder.Quadratic => 1 - (distance * distance),
            _ => throw new ArgumentOutOfRangeException(nameof(order), order, "There is no such order of codes."),
        };
    }

    /// <summary>The sum over all pairs of codes.</summary>
    public static double WorthOfAll(this CodeOrder order, int codes) =>
        Enumerable.Range(0, codes).Sum(one => Enumerable.Range(0, codes).Sum(other => order.Worth(one, other, codes)));
}
