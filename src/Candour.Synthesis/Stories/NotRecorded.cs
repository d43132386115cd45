using Candour.Synthesis.Chance;

namespace Candour.Synthesis.Stories;

/// <summary>How often a force leaves each field empty, in 1,000: its own habit for each field, between 5 % and 55 % for
/// most (the ethnic groups of real extracts are empty in about a third of the rows).</summary>
internal sealed class NotRecorded(StableRandom nature)
{
    public int Sex { get; } = nature.Between(15, 90);

    public int Age { get; } = nature.Between(15, 90);

    public int Gender { get; } = nature.Between(150, 550);

    public int Orientation { get; } = nature.Between(250, 520);

    public int Disability { get; } = nature.Between(120, 550);

    public int Religion { get; } = nature.Between(200, 550);

    public int GenderReassignment { get; } = nature.Between(250, 500);

    public int Relationship { get; } = nature.Between(50, 300);

    public int Wish { get; } = nature.Between(100, 500);

    public int SuspectEthnicity { get; } = nature.Between(100, 450);

    public int Complexity { get; } = nature.Between(50, 400);

    public int Subcode { get; } = nature.Between(100, 550);

    public int Flag { get; } = nature.Between(20, 100);
}
