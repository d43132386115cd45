using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Orders;

/// <summary>One row an application or authorisation: one for each order made against a named suspect, and others that no
/// crime of the nation led to.</summary>
internal sealed class ProtectiveOrders(NationDraw nation, OrderBreaches breaches, OrdersInForce inForce)
    : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "protective-orders",
        "order force order_type vawg applied_date decided_date result ends_date first_breach_date extract_date");

    private const int WithoutCrime = 35;
    private const int Granted = 860;
    private const int Withdrawn = 40;

    private readonly Numbering orders = NationDraw.NumberForces("O");
    private readonly double[] tilts = nation.Chance("protective-orders of forces").Tilts(44, 0.35);

    public override void Tell(CrimeStory crime)
    {
        foreach (var suspect in crime.Suspects)
        {
            if (suspect.OrderDate is { } made)
            {
                var applied = made.AddDays(-Random.Below(5));
                Granting(crime.Force.Index, applied < RecordedDays.First ? made : applied, made, Vawg(crime));
            }
        }

        if (Random.InOne(WithoutCrime * tilts[crime.Force.Index] / 1000))
        {
            Apply(crime.Force.Index, crime.Recorded, Vawg(crime));
        }
    }

    private static string Vawg(CrimeStory crime) => crime.Vawg == "no" ? "no" : "yes";

    private static string Code(int force) => Places.SyntheticPlaces.Forces[force].Code;

    private void Apply(int force, DateOnly applied, string vawg)
    {
        var decided = applied.AddDays(Random.Below(21));
        if (decided > RecordedDays.Last)
        {
            Write(
                orders.Next(force), Code(force), OrderMix.On(applied).Draw(Random), vawg, applied, "", "", "", "",
                RecordedDays.Last);
            return;
        }

        var draw = Random.Below(1000);
        if (draw < Granted)
        {
            Granting(force, applied, decided, vawg);
            return;
        }

        Write(
            orders.Next(force), Code(force), OrderMix.On(applied).Draw(Random), vawg, applied, decided,
            draw < Granted + Withdrawn ? "withdrawn" : "not-granted", "", "", RecordedDays.Last);
    }

    private void Granting(int force, DateOnly applied, DateOnly decided, string vawg)
    {
        var type = OrderMix.On(applied).Draw(Random);
        var order = new ProtectiveOrder(
            orders.Next(force), force, type, vawg, decided, decided.AddDays(OrderMix.Days(type)));
        inForce.Tell(order);
        Write(
            order.Reference, Code(force), type, vawg, applied, decided, "granted", order.Ends, breaches.Tell(order),
            RecordedDays.Last);
    }
}
