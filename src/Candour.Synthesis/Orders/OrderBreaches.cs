using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Orders;

/// <summary>One row a recorded breach of an order that was granted.</summary>
internal sealed class OrderBreaches(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "order-breaches", "breach order force order_type vawg breach_date action action_date extract_date");

    private const int Breached = 170;

    private static readonly Weighted<string> Actions = new(
        ("arrest", 420), ("charge", 210), ("out-of-court", 40), ("warning", 110), ("none", 140), ("pending", 50), ("", 30));

    private readonly Numbering breaches = NationDraw.NumberForces("OB");

    /// <summary>Draws the breaches of an order and gives back the day of the first, if there is one by the extract date.
    /// </summary>
    public DateOnly? Tell(ProtectiveOrder order)
    {
        DateOnly? first = null;
        var day = order.Granted;
        var often = order.Ends.DayNumber - order.Granted.DayNumber < 30 ? Breached / 2 : Breached;
        while (Random.InThousand(often))
        {
            day = day.AddDays(1 + (int)Random.LogNormal(50, 1));
            if (day > order.Ends || day > RecordedDays.Last)
            {
                break;
            }

            first ??= day;
            often = 350;
            var action = Actions.Draw(Random);
            var acted = day.AddDays(Random.Below(30));
            Write(
                breaches.Next(order.Force), order.Reference, Places.SyntheticPlaces.Forces[order.Force].Code, order.Type,
                order.Vawg, day, action, action is "pending" or "none" or "" || acted > RecordedDays.Last ? "" : acted,
                RecordedDays.Last);
        }

        return first;
    }
}
