using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Prosecutors;

/// <summary>One row a case that the prosecutor registered.</summary>
internal sealed class ProsecutionCases(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "prosecution-cases",
        "case unit registered_date early_advice charged_date stopped_date stop_reason finalised_date court rasso "
        + "adult_victim offence_category case_complexity certificate_due_date trial_ready extract_date");

    private readonly double[] ready = nation.Chance("prosecution-cases of units").Tilts(60, 0.12);

    public override void Tell(CrimeStory crime)
    {
        foreach (var referral in crime.Referrals)
        {
            var going = referral.Prosecutions.Length > 0 ? referral.Prosecutions[0] : null;
            Write(
                crime.Case, SyntheticUnits.All[referral.Unit].Code, referral.Received,
                referral.EarlyAdvice is null ? "no" : "yes", going?.Charged, going?.Stopped, going?.StopReason ?? "",
                going?.Finalised, going?.Court ?? "", crime.Offence.IsSexual ? "yes" : "no",
                crime.Victim.AgeGroup switch { "" => "", "0-12" or "13-15" or "16-17" => "no", _ => "yes" },
                crime.Offence.Category, crime.Complexity, going?.CertificateDue,
                going?.CertificateDue is null ? "" : Random.YesNo((int)Math.Min(960, 700 * ready[referral.Unit]), 60),
                RecordedDays.Last);
        }
    }
}
