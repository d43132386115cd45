using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Police;

/// <summary>One row a case and the stage at which it went no further.</summary>
internal sealed class Declines(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "declines",
        "case force stage reason declined_date offence relationship case_complexity victim_sex victim_ethnicity");

    private const int TooComplex = 30;

    public override void Tell(CrimeStory crime)
    {
        if (crime.Outcomes.Length == 0)
        {
            return;
        }

        var end = crime.Outcomes[^1];
        var byProsecutor = crime.Referrals.Any(referral => referral.Decisions.Any(
            decision => decision.By == "prosecutor" && decision.Decision.StartsWith("no-prosecution", StringComparison.Ordinal)));
        var stopped = crime.Referrals.SelectMany(referral => referral.Prosecutions).FirstOrDefault();
        var (stage, reason) = (end.Outcome.Code, byProsecutor) switch
        {
            ("14" or "16", _) => ("victim", "no-support"),
            ("15", true) => ("prosecutor", "insufficient-evidence"),
            ("9", _) => ("prosecutor", "public-interest"),
            ("15", _) => ("police", "insufficient-evidence"),
            ("18", _) => ("police", "not-identified"),
            ("10" or "21", _) => ("police", "public-interest"),
            ("11" or "12" or "13" or "5", _) => ("police", "other"),
            ("17", _) => ("police", "time-limit"),
            ("20", _) => ("police", "jurisdiction"),
            ("1" or "1A", _) when stopped?.Stopped is not null => ("prosecutor", StopReason(stopped.StopReason)),
            _ => ("", ""),
        };
        if (stage.Length == 0)
        {
            return;
        }

        if (stage != "victim" && Random.InThousand(TooComplex))
        {
            reason = "complexity";
        }

        var day = stopped?.Stopped ?? (stage == "victim" ? crime.WithdrawalDate : null) ?? end.Decided;
        Write(
            crime.Case, crime.Force.Code, stage, Random.InThousand(70) ? "" : reason, day, crime.Offence.Code,
            crime.Relationship, crime.Complexity, crime.Victim.Sex, crime.Victim.Ethnicity);
    }

    private static string StopReason(string reason) => reason switch
    {
        "victim-withdrew" or "victim-did-not-attend" => "no-support",
        "public-interest" => "public-interest",
        "evidence" or "victim-evidence-changed" or "other-witness" => "insufficient-evidence",
        _ => "other",
    };
}
