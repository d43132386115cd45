using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Prosecutors;

/// <summary>One row a charge, one to four for each defendant; one in eight is laid later than the first.</summary>
internal sealed class Charges(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "charges", "charge case defendant unit charge_date offence first_laid result result_date extract_date");

    private static readonly Weighted<int> Number = new((1, 470), (2, 300), (3, 140), (4, 90));

    private readonly Numbering charges = NationDraw.NumberUnits("CH");

    public override void Tell(CrimeStory crime)
    {
        foreach (var going in crime.Referrals.SelectMany(referral => referral.Prosecutions))
        {
            foreach (var defendant in going.Defendants)
            {
                Charge(crime, going, defendant);
            }
        }
    }

    private void Charge(CrimeStory crime, Prosecution going, Defendant defendant)
    {
        var number = Number.Draw(Random);
        for (var i = 0; i < number; i++)
        {
            var later = i > 0 && Random.InThousand(250);
            var until = going.Finalised ?? RecordedDays.Last;
            var laid = later ? going.Charged.AddDays(Random.Below(1 + until.DayNumber - going.Charged.DayNumber)) : going.Charged;
            var result = i > 0 && defendant.IsConvicted && Random.InThousand(300) ? "jury-acquittal" : defendant.Outcome;
            Write(
                charges.Next(going.Unit), crime.Case, defendant.Suspect.Person.Defendant,
                SyntheticUnits.All[going.Unit].Code, laid,
                i == 0 ? crime.Offence.Code : OffenceMix.Recorded.Draw(Random).Code, later ? "no" : "yes", result,
                result.Length > 0 ? going.Finalised : null, RecordedDays.Last);
        }
    }
}
