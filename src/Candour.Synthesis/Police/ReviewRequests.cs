using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Police;

/// <summary>One row a decision that carries the right to a review. A decision that was replaced by a charge had been
/// overturned.</summary>
internal sealed class ReviewRequests(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "review-requests",
        "decision force decision_date offence told_of_right request_date review_date review_outcome victim_sex "
        + "victim_age_group victim_ethnicity extract_date");

    private const int AskedFor = 80;

    private static readonly Weighted<string> Outcomes = new(
        ("upheld", 850), ("overturned", 40), ("out-of-time", 40), ("withdrawn", 70));

    private readonly Numbering decisions = NationDraw.NumberForces("RD");
    private readonly double[] told = nation.Chance("review-requests of forces").Tilts(44, 0.1);

    public override void Tell(CrimeStory crime)
    {
        for (var i = 0; i < crime.Outcomes.Length; i++)
        {
            var given = crime.Outcomes[i];
            if (!given.Outcome.CarriesReview)
            {
                continue;
            }

            var overturned = i + 1 < crime.Outcomes.Length && crime.Outcomes[i + 1].Outcome.IsCharge;
            var informed = overturned ? "yes" : Random.YesNo((int)Math.Min(970, 840 * told[crime.Force.Index]), 90);
            var asked = given.Decided.AddDays(3 + Random.Below(80));
            var isAsked = overturned || (informed != "no" && asked <= RecordedDays.Last && Random.InThousand(AskedFor));
            if (overturned && asked >= crime.Outcomes[i + 1].Decided)
            {
                asked = given.Decided;
            }

            var reviewed = asked.AddDays((int)Random.LogNormal(32, 0.7));
            if (overturned && reviewed > crime.Outcomes[i + 1].Decided)
            {
                reviewed = crime.Outcomes[i + 1].Decided;
            }

            var decided = isAsked && reviewed <= RecordedDays.Last;
            Write(
                decisions.Next(crime.Force.Index), crime.Force.Code, given.Decided, crime.Offence.Code, informed,
                isAsked ? asked : "", decided ? reviewed : "",
                !decided ? "" : overturned ? "overturned" : Outcomes.Draw(Random), crime.Victim.Sex,
                crime.Victim.AgeGroup, crime.Victim.Ethnicity, RecordedDays.Last);
        }
    }
}
