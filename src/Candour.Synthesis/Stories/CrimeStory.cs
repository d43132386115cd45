using Candour.Synthesis.Files;

namespace Candour.Synthesis.Stories;

/// <summary>An outcome that was given to a crime, the last one or one that was replaced.</summary>
internal sealed record OutcomeGiven(Outcome Outcome, DateOnly Decided, DateOnly Assigned);

/// <summary>One invented crime and what became of it by the extract date. Everything that the files of the nation say of
/// it is drawn here, so that they agree. Empty text is "not recorded"; no day is "not yet".</summary>
internal sealed class CrimeStory(ForceRecords force, Reference crime, Reference @case, Offence offence)
{
    public ForceRecords Force { get; } = force;

    public Reference Crime { get; } = crime;

    /// <summary>The case of the crime; it has the crime's number.</summary>
    public Reference Case { get; } = @case;

    public Offence Offence { get; } = offence;

    public DateOnly Reported { get; set; }

    public DateOnly Recorded { get; set; }

    public Victim[] Victims { get; set; } = [];

    public Victim Victim => Victims[0];

    public string Relationship { get; set; } = "";

    public string DomesticAbuse { get; set; } = "";

    public string Vawg { get; set; } = "";

    public string Complexity { get; set; } = "";

    public Suspect[] Suspects { get; set; } = [];

    /// <summary>Outcomes in the order in which they were given; the last one stands.</summary>
    public OutcomeGiven[] Outcomes { get; set; } = [];

    public bool IsOpen => Outcomes.Length == 0 && Removed.Length == 0;

    /// <summary>The outcome that stands, or that it is not yet assigned.</summary>
    public string Outcome => Outcomes.Length == 0 ? Stories.Outcome.NotYetAssigned : Outcomes[^1].Outcome.Code;

    public DateOnly? OutcomeDate => Outcomes.Length == 0 ? null : Outcomes[^1].Assigned;

    public DateOnly? DecisionDate => Outcomes.Length == 0 ? null : Outcomes[^1].Decided;

    public DateOnly? ChargeDate { get; set; }

    public string Subcode { get; set; } = "";

    public string ReceivingBody { get; set; } = "";

    public string Intervention { get; set; } = "";

    public string Removed { get; set; } = "";

    public DateOnly? RemovedDate { get; set; }

    public DateOnly? WithdrawalDate { get; set; }

    public DateOnly? VictimToldDate { get; set; }

    public string WishAtReport { get; set; } = "";

    public string WishLatest { get; set; } = "";

    public DateOnly? WishDate { get; set; }

    public string WishToInvestigate { get; set; } = "";

    public DateOnly? WishToInvestigateDate { get; set; }

    public DateOnly? ArrestDate { get; set; }

    /// <summary>Its referral to the prosecutor: none or one.</summary>
    public Referral[] Referrals { get; set; } = [];
}
