using Candour.Synthesis.Files;

namespace Candour.Synthesis.Stories;

/// <summary>An invented person who is named as a suspect, the same in every crime of a force.</summary>
internal sealed record Person(Reference Suspect, Reference Defendant, string Sex, string AgeGroup, string Ethnicity);

/// <summary>One naming of a person in a crime, and what became of it by the extract date.</summary>
internal sealed class Suspect(Person person, DateOnly named, bool wasNamedBefore)
{
    public Person Person { get; } = person;

    public DateOnly Named { get; } = named;

    public bool WasNamedBefore { get; } = wasNamedBefore;

    /// <summary>Code of the list <c>suspect-status</c>.</summary>
    public string Status { get; set; } = "under-investigation";

    /// <summary>Code of the list <c>suspect-decision</c>; empty while open.</summary>
    public string Decision { get; set; } = "";

    public DateOnly? DecisionDate { get; set; }

    public DateOnly? ArrestDate { get; set; }

    /// <summary>A protective order against the person was made on this day.</summary>
    public DateOnly? OrderDate { get; set; }

    public string DisruptionPlan { get; set; } = "";

    public bool IsCharged => Decision == "charged";
}
