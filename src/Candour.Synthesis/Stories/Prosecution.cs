namespace Candour.Synthesis.Stories;

/// <summary>A hearing of a case that took place by the extract date. Codes of the lists <c>court</c>,
/// <c>hearing-type</c>, <c>trial-status</c> and <c>hearing-reason</c>.</summary>
/// <param name="Date">Its day.</param>
/// <param name="Court">Crown Court, magistrates' or youth court.</param>
/// <param name="Type">Type of hearing.</param>
/// <param name="Number">Number of the hearing in its case, from 1.</param>
/// <param name="TrialStatus">How a listed trial went; empty for other hearings.</param>
/// <param name="Reason">Why a trial was not effective; empty otherwise.</param>
/// <param name="IsAdjourned">It was adjourned.</param>
internal sealed record Hearing(
    DateOnly Date, string Court, string Type, int Number, string TrialStatus, string Reason, bool IsAdjourned);

/// <summary>How a prosecution ended for one defendant; all empty while it goes on.</summary>
/// <param name="Suspect">Who was charged.</param>
/// <param name="Outcome">Code of the list <c>final-outcome</c>.</param>
/// <param name="Plea">Code of the list <c>plea</c>.</param>
internal sealed record Defendant(Suspect Suspect, string Outcome, string Plea)
{
    public bool IsConvicted => Outcome is "guilty-plea" or "convicted-after-trial" or "proved-in-absence";

    public bool IsDropped => Outcome == "discontinued";
}

/// <summary>A prosecution as far as it had come by the extract date.</summary>
internal sealed class Prosecution(int unit, string court, DateOnly charged, bool inCustody)
{
    public int Unit { get; } = unit;

    /// <summary>Where it ends: <c>crown</c>, <c>magistrates</c> or <c>youth</c>.</summary>
    public string Court { get; } = court;

    public DateOnly Charged { get; } = charged;

    public bool InCustody { get; } = inCustody;

    public List<Hearing> Hearings { get; } = [];

    /// <summary>Number of the hearing of the guilty plea, counted from the first in the court of the case; 0 without
    /// one.</summary>
    public int PleaHearing { get; set; }

    public DateOnly? Finalised { get; set; }

    public DateOnly? Stopped { get; set; }

    /// <summary>Code of the list <c>stop-reason</c>; empty unless stopped.</summary>
    public string StopReason { get; set; } = "";

    public DateOnly? CertificateDue { get; set; }

    public Defendant[] Defendants { get; set; } = [];
}
