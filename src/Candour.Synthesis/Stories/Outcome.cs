namespace Candour.Synthesis.Stories;

/// <summary>An outcome and how often and how slowly it comes.</summary>
/// <param name="Code">Home Office outcome number.</param>
/// <param name="Rape">How often a rape ends so in the end, in 1,000.</param>
/// <param name="OtherSexual">How often another sexual offence ends so in the end, in 1,000.</param>
/// <param name="NotSexual">How often an offence that is not sexual ends so in the end, in 1,000.</param>
/// <param name="MedianDays">Median days from the recording of a rape to this decision.</param>
internal sealed record Outcome(string Code, int Rape, int OtherSexual, int NotSexual, int MedianDays)
{
    public const string NotYetAssigned = "0";

    /// <summary>No suspect was identified.</summary>
    public bool HasNoSuspect => Code is "14" or "18";

    /// <summary>The suspect is a child, so that no adult age group fits.</summary>
    public bool IsOfAChild => Code is "2" or "11";

    public bool IsCharge => Code is "1" or "1A";

    /// <summary>The victim does not support further action.</summary>
    public bool IsWithoutSupport => Code is "14" or "16";

    /// <summary>A disposal outside court, or an activity in its place.</summary>
    public bool IsOutOfCourt => Code is "2" or "3" or "8" or "22";

    /// <summary>A decision against a known suspect that the victim may ask to have reviewed.</summary>
    public bool CarriesReview => Code is "9" or "10" or "11" or "12" or "13" or "15" or "17" or "21";

    public int Weight(OffenceKind kind) => kind switch
    {
        OffenceKind.Rape => Rape,
        OffenceKind.OtherSexual => OtherSexual,
        _ => NotSexual,
    };
}
