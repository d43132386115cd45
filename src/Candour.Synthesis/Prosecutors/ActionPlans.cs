using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Prosecutors;

/// <summary>One row an action plan in which the prosecutor asks the police for more evidence.</summary>
internal sealed class ActionPlans(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "action-plans", "plan case unit issued_date due_date completed_date rasso extract_date");

    private readonly Numbering plans = NationDraw.NumberUnits("AP");
    private readonly double[] tilts = nation.Chance("action-plans of units").Tilts(60, 0.25);

    public override void Tell(CrimeStory crime)
    {
        foreach (var referral in crime.Referrals)
        {
            var until = referral.Decisions.Length == 0 ? null : referral.Decisions[0].Date;
            for (var issued = referral.Received.AddDays(2 + Random.Below(20));
                issued <= (until ?? RecordedDays.Last) && Random.InThousand(crime.Offence.IsSexual ? 620 : 300);
                issued = issued.AddDays(30 + Random.Below(40)))
            {
                var completed = issued.AddDays((int)Random.LogNormal(18 * tilts[referral.Unit], 0.7));
                Write(
                    plans.Next(referral.Unit), crime.Case, SyntheticUnits.All[referral.Unit].Code, issued,
                    issued.AddDays(crime.Offence.IsSexual ? 28 : 14),
                    completed <= RecordedDays.Last && !Random.InThousand(50) ? completed : "",
                    crime.Offence.IsSexual ? "yes" : "no", RecordedDays.Last);
            }
        }
    }
}
