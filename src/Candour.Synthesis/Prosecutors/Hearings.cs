using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Prosecutors;

/// <summary>One row a hearing of a case.</summary>
internal sealed class Hearings(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "hearings",
        "hearing case unit hearing_date court hearing_type hearing_number trial_status reason adjourned rasso "
        + "case_complexity");

    private const int ReasonNotRecorded = 90;

    private readonly Numbering hearings = NationDraw.NumberUnits("H");

    public override void Tell(CrimeStory crime)
    {
        foreach (var going in crime.Referrals.SelectMany(referral => referral.Prosecutions))
        {
            foreach (var hearing in going.Hearings)
            {
                Write(
                    hearings.Next(going.Unit), crime.Case, SyntheticUnits.All[going.Unit].Code, hearing.Date, hearing.Court,
                    hearing.Type, hearing.Number, hearing.TrialStatus,
                    Random.InThousand(ReasonNotRecorded) ? "" : hearing.Reason, hearing.IsAdjourned ? "yes" : "no",
                    crime.Offence.IsSexual ? "yes" : "no", crime.Complexity);
            }
        }
    }
}
