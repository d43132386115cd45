using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Prosecutors;

/// <summary>One row a receipt for a charging decision or early advice.</summary>
internal sealed class ChargingReceipts(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "charging-receipts", "receipt case unit received_date receipt_type rasso offence_category");

    private readonly Numbering receipts = NationDraw.NumberUnits("CR");

    public override void Tell(CrimeStory crime)
    {
        foreach (var referral in crime.Referrals)
        {
            if (referral.EarlyAdvice is { } asked)
            {
                Write(crime, referral, asked, "early-advice");
            }

            Write(crime, referral, referral.Received, "charging");
        }
    }

    private void Write(CrimeStory crime, Referral referral, DateOnly day, string type) => Write(
        receipts.Next(referral.Unit), crime.Case, SyntheticUnits.All[referral.Unit].Code, day, type,
        crime.Offence.IsSexual ? "yes" : "no", Random.InThousand(20) ? "" : crime.Offence.Category);
}
