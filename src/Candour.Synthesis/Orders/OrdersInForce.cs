using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Orders;

/// <summary>Orders in force at the end of each month: those granted in the nation's months, and older ones that run out.
/// </summary>
internal sealed class OrdersInForce(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new("orders-in-force", "force month order_type in_force");

    private readonly int[,,] counts = new int[SyntheticPlaces.Forces.Count, RecordedDays.Months, OrderMix.Types.Count];

    public void Tell(ProtectiveOrder order)
    {
        var type = OrderMix.Types.ToList().IndexOf(order.Type);
        for (var month = RecordedDays.MonthOf(order.Granted); month < RecordedDays.Months; month++)
        {
            if (order.Ends < RecordedDays.Month(month + 1))
            {
                break;
            }

            counts[order.Force, month, type]++;
        }
    }

    public override void Conclude()
    {
        for (var force = 0; force < SyntheticPlaces.Forces.Count; force++)
        {
            for (var type = 0; type < OrderMix.Types.Count; type++)
            {
                var days = OrderMix.Days(OrderMix.Types[type]);
                var older = OrderMix.Types[type] is "dapn" or "dapo" ? 0 : Random.Count(Nation.InForce(force, 6 * days));
                for (var month = 0; month < RecordedDays.Months; month++)
                {
                    var left = older * Math.Max(0, days - (30 * (month + 1))) / days;
                    Write(
                        SyntheticPlaces.Forces[force].Code, Cell.Month(RecordedDays.Month(month)), OrderMix.Types[type],
                        counts[force, month, type] + left);
                }
            }
        }
    }
}
