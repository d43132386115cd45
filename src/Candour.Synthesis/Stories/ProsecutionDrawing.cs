using Candour.Synthesis.Chance;
using Candour.Synthesis.Places;
using Candour.Synthesis.Planted;

namespace Candour.Synthesis.Stories;

/// <summary>Draws the way of a case through the courts, hearing by hearing, until it ends or the extract date comes.
/// </summary>
internal sealed class ProsecutionDrawing(StableRandom random)
{
    private const int Ineffective = 190;
    private const int Vacated = 60;
    private const int WaitingGrowthAMonth = 8;

    public void Draw(CrimeStory crime, Referral referral, DateOnly charged)
    {
        var kind = crime.Offence.Kind;
        var prosecution = new Prosecution(referral.Unit, CourtMix.Court(kind, random), charged, referral.InCustody && random.InThousand(700));
        var end = Course(prosecution, kind);
        prosecution.Defendants = [.. crime.Suspects.Where(suspect => suspect.IsCharged)
            .Select((suspect, i) => Defendant(suspect, i, prosecution, end))];
        referral.Prosecutions = [prosecution];
    }

    private static bool Hold(
        Prosecution prosecution, DateOnly day, string court, string type, string status = "", string reason = "",
        bool adjourned = false)
    {
        if (day > RecordedDays.Last)
        {
            return false;
        }

        prosecution.Hearings.Add(new(day, court, type, prosecution.Hearings.Count + 1, status, reason, adjourned));
        return true;
    }

    /// <summary>The end for the first defendant; empty while the case goes on.</summary>
    private string Course(Prosecution prosecution, OffenceKind kind)
    {
        var lower = prosecution.Court == "youth" ? "youth" : "magistrates";
        var day = prosecution.Charged.AddDays(prosecution.InCustody ? 1 : CourtMix.OnBailToFirstHearing + random.Below(14));
        if (!Hold(prosecution, day, lower, "first"))
        {
            return "";
        }

        if (prosecution.Court == "crown")
        {
            day = day.AddDays(26 + random.Below(12));
            if (!Hold(prosecution, day, "crown", "plea-and-preparation", adjourned: random.InThousand(120)))
            {
                return "";
            }
        }

        var guilty = random.InThousand(CourtMix.PleadsGuilty(kind));
        if (guilty && random.InThousand(CourtMix.PleaInTwoStagesAtFirst))
        {
            prosecution.PleaHearing = 1;
            return Sentence(prosecution, day, "guilty-plea");
        }

        var wait = CourtMix.DaysToTrial(kind, prosecution.Court)
            * (1 + (WaitingGrowthAMonth * RecordedDays.MonthOf(day) / 1000.0)) * (prosecution.InCustody ? 0.6 : 1);
        var trial = day.AddDays(14 + (int)random.LogNormal(wait, 0.4));
        prosecution.CertificateDue = trial.AddDays(-28) <= RecordedDays.Last ? trial.AddDays(-28) : null;
        if (!Prepare(prosecution, day, trial))
        {
            return "";
        }

        return random.InThousand(CourtMix.IsStopped(kind)) ? Stop(prosecution, trial) : Try(prosecution, kind, trial, guilty);
    }

    private bool Prepare(Prosecution prosecution, DateOnly from, DateOnly trial)
    {
        var times = random.Below(prosecution.Court == "crown" ? 3 : 2);
        var day = from;
        for (var i = 0; i < times; i++)
        {
            day = day.AddDays(Math.Max(1, (trial.DayNumber - from.DayNumber) / (times + 1)));
            if (!Hold(prosecution, day, prosecution.Court, "case-management", adjourned: random.InThousand(330)))
            {
                return false;
            }
        }

        return true;
    }

    private string Stop(Prosecution prosecution, DateOnly trial)
    {
        var atTrial = random.InThousand(350);
        var last = prosecution.Hearings[^1].Date;
        var day = atTrial ? trial : last.AddDays(1 + random.Below(Math.Max(1, trial.DayNumber - last.DayNumber)));
        if (!Hold(
            prosecution, day, prosecution.Court, atTrial ? "trial" : "other", atTrial ? "cracked" : "",
            atTrial ? "prosecution-ended" : ""))
        {
            return "";
        }

        (prosecution.Stopped, prosecution.StopReason, prosecution.Finalised) = (day, CourtMix.StopReason.Draw(random), day);
        return "discontinued";
    }

    private string Try(Prosecution prosecution, OffenceKind kind, DateOnly trial, bool guilty)
    {
        var unit = SyntheticUnits.All[prosecution.Unit].Code;
        var day = trial;
        for (var listing = 0; listing < 3; listing++)
        {
            var ineffective = Ineffective
                + (SpecialCauses.IneffectiveTrials.Holds(unit, day) ? (int)(1000 * SpecialCauses.IneffectiveTrials.Size) : 0);
            var draw = random.Below(1000);
            if (draw >= ineffective + Vacated || listing == 2)
            {
                break;
            }

            var vacated = draw >= ineffective;
            if (!Hold(
                prosecution, day, prosecution.Court, "trial", vacated ? "vacated" : "ineffective",
                CourtMix.IneffectiveReason.Draw(random), adjourned: true))
            {
                return "";
            }

            day = day.AddDays(30 + (int)random.LogNormal(80, 0.5));
        }

        if (guilty)
        {
            if (!Hold(prosecution, day, prosecution.Court, "trial", "cracked", "late-guilty-plea"))
            {
                return "";
            }

            prosecution.PleaHearing = prosecution.Hearings.Count - (prosecution.Court == "crown" ? 1 : 0);
            return Sentence(prosecution, day, "guilty-plea");
        }

        if (!Hold(prosecution, day, prosecution.Court, "trial", "effective"))
        {
            return "";
        }

        if (random.InThousand(CourtMix.IsConvicted(kind)))
        {
            return Sentence(prosecution, day, random.InThousand(15) ? "proved-in-absence" : "convicted-after-trial");
        }

        prosecution.Finalised = day;
        return prosecution.Court == "crown" ? CourtMix.Acquittal.Draw(random) : CourtMix.DismissalAtMagistrates.Draw(random);
    }

    private string Sentence(Prosecution prosecution, DateOnly day, string outcome)
    {
        var sentence = day.AddDays(prosecution.Court == "crown" ? 21 + random.Below(35) : random.Below(29));
        if (sentence > day && !Hold(prosecution, sentence, prosecution.Court, "sentence"))
        {
            return "";
        }

        prosecution.Finalised = sentence;
        return outcome;
    }

    private Defendant Defendant(Suspect suspect, int number, Prosecution prosecution, string end)
    {
        if (end.Length > 0 && number > 0 && random.InThousand(150))
        {
            return new(suspect, prosecution.Court == "crown" ? "jury-acquittal" : "dismissed", "not-guilty");
        }

        if (end.Length > 0 && random.InThousand(8))
        {
            return new(suspect, "administrative", "none");
        }

        var plea = prosecution.PleaHearing > 0 ? (random.InThousand(120) ? "mixed" : "guilty")
            : prosecution.Hearings.Count < 2 ? "none"
            : "not-guilty";
        return new(suspect, end, plea);
    }
}
