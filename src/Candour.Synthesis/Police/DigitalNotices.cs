using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Police;

/// <summary>One row a digital processing notice, in investigations of sexual offences with a known suspect.</summary>
internal sealed class DigitalNotices(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "digital-notices",
        "notice force notice_type issued_date withdrawn_date returned_date strategy_recorded extract_date");

    private readonly Numbering notices = NationDraw.NumberForces("DN");

    public override void Tell(CrimeStory crime)
    {
        var often = crime.Offence.Kind == OffenceKind.Rape ? 380 : crime.Offence.IsSexual ? 170 : 40;
        if (crime.Suspects.Length == 0 || !Random.InThousand(often))
        {
            return;
        }

        var issued = crime.Recorded.AddDays(2 + Random.Below(40));
        if (issued > RecordedDays.Last || issued > crime.DecisionDate)
        {
            return;
        }

        var withdrawn = issued.AddDays(1 + Random.Below(60));
        var returned = issued.AddDays((int)Random.LogNormal(26, 0.9));
        Write(
            notices.Next(crime.Force.Index), crime.Force.Code, Random.InThousand(720) ? "dpna" : "dpnc", issued,
            Random.InThousand(60) && withdrawn <= RecordedDays.Last ? withdrawn : "",
            returned <= RecordedDays.Last && !Random.InThousand(80) ? returned : "", Random.YesNo(580, 140),
            RecordedDays.Last);
    }
}
