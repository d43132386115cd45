namespace Candour.Synthesis.Stories;

/// <summary>What was decided about one suspect of a case before charge.</summary>
/// <param name="Suspect">The suspect.</param>
/// <param name="Decision">Code of the list <c>pre-charge-decision</c>; empty while it is awaited.</param>
/// <param name="Date">Its day; none while it is awaited.</param>
/// <param name="By">Police or prosecutor; empty while it is awaited.</param>
internal sealed record SuspectDecision(Suspect Suspect, string Decision, DateOnly? Date, string By);

/// <summary>A case of the police as the prosecutor received it for a charging decision.</summary>
/// <param name="Unit">Index of the unit that received it.</param>
/// <param name="Received">Day received.</param>
/// <param name="EarlyAdvice">Day on which early advice had been asked for, if it was.</param>
/// <param name="InCustody">The suspect waited in custody.</param>
internal sealed record Referral(int Unit, DateOnly Received, DateOnly? EarlyAdvice, bool InCustody)
{
    public SuspectDecision[] Decisions { get; set; } = [];

    /// <summary>The prosecution that followed: none or one.</summary>
    public Prosecution[] Prosecutions { get; set; } = [];
}
