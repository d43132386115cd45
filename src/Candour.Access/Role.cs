namespace Candour.Access;

/// <summary>
/// What a person may be. A role says what kind of thing its holder may do; where they may do it is said by the areas of
/// the assignment. <c>docs/operate/roles.md</c> maps the people of the field to these roles.
/// </summary>
public enum Role
{
    /// <summary>Nobody has signed in.</summary>
    Anonymous,

    /// <summary>A victim or member of staff who answers a survey with a one-time code; never signs in.</summary>
    SurveyRespondent,

    /// <summary>Works with the figures and findings of one unit.</summary>
    UnitAnalyst,

    /// <summary>Leads a unit and answers for its data and its files.</summary>
    UnitHead,

    /// <summary>Collects, agrees and explains an area's figures.</summary>
    AreaPerformanceManager,

    /// <summary>Chief prosecutor, head of division or police lead: signs for the area.</summary>
    AreaLead,

    /// <summary>Works with a force's or an office's tables.</summary>
    ForceAnalyst,

    /// <summary>Compares areas for headquarters.</summary>
    HeadquartersAnalyst,

    /// <summary>Makes releases for the public.</summary>
    HeadquartersPublisher,

    /// <summary>Inspector or internal audit: reads, samples, changes nothing.</summary>
    Inspector,

    /// <summary>External member of a panel: sees redacted bundles only.</summary>
    PanelMember,

    /// <summary>Decides which data come in.</summary>
    DataSteward,

    /// <summary>Reads the trail, and no case.</summary>
    SecurityAuditor,

    /// <summary>Gives and ends assignments, and sees neither case nor trail.</summary>
    Administrator,
}
