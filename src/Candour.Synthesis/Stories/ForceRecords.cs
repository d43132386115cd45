using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Planted;

namespace Candour.Synthesis.Stories;

/// <summary>
/// What one force keeps while its crimes are drawn: its own pace and mix of outcomes, what it leaves empty, its running
/// numbers, and the victims and suspects of its latest crimes, a few of whom return. Its size does not grow with the
/// number of crimes.
/// </summary>
internal sealed class ForceRecords
{
    private const int Remembered = 64;

    private readonly SyntheticForce force;
    private readonly Weighted<Outcome>[] outcomes;
    private readonly Person[] suspects = new Person[Remembered];
    private readonly Victim[] victims = new Victim[Remembered];
    private readonly string crimePrefix;
    private readonly string casePrefix;
    private readonly string victimPrefix;
    private readonly string suspectPrefix;
    private readonly string defendantPrefix;
    private int crimes;
    private int people;
    private int harmed;

    public ForceRecords(int index, SyntheticForce force, StableRandom nature)
    {
        Index = index;
        this.force = force;
        Pace = nature.LogNormal(1, OutcomeMix.SpreadOfPace);
        NotRecorded = new NotRecorded(nature);
        var tilts = nature.Tilts(OutcomeMix.All.Count, OutcomeMix.SpreadBetweenForces);
        outcomes = [.. Enum.GetValues<OffenceKind>().Select(kind => new Weighted<Outcome>(
            OutcomeMix.All.Select((outcome, i) => (outcome, (int)(1000 * outcome.Weight(kind) * tilts[i])))))];
        var code = force.Code.ToUpperInvariant();
        (crimePrefix, casePrefix) = ($"SYN-{code}-", $"SYN-C-{code}-");
        (victimPrefix, suspectPrefix, defendantPrefix) = ($"SYN-V-{code}-", $"SYN-P-{code}-", $"SYN-D-{code}-");
    }

    /// <summary>Its place in the list of forces.</summary>
    public int Index { get; }

    public string Code => force.Code;

    public NotRecorded NotRecorded { get; }

    /// <summary>Its days to a decision, as a multiple of the usual.</summary>
    public double Pace { get; }

    public Outcome DrawOutcome(OffenceKind kind, StableRandom random) => outcomes[(int)kind].Draw(random);

    /// <summary>A new crime's reference, and that of its case, with the same number.</summary>
    public (Reference Crime, Reference Case) NextCrime() =>
        (new(crimePrefix, ++crimes), new(casePrefix, crimes));

    /// <summary>How often the ethnic group of a victim is empty on this day, in 1,000.</summary>
    public int EthnicityNotRecorded(DateOnly day)
    {
        var trend = SpecialCauses.EthnicityMissing;
        return force.EthnicityNotRecorded + (!trend.Holds(Code, day) ? 0
            : (int)(1000 * trend.Size)
                * Math.Min(12, 1 + RecordedDays.MonthOf(day) - RecordedDays.MonthOf(trend.From)));
    }

    public Reference NextVictim() => new(victimPrefix, ++harmed);

    public void Remember(Victim victim) => victims[victim.Reference.Number % Remembered] = victim;

    /// <summary>A victim of one of the latest crimes, if there is one in the slot that was drawn.</summary>
    public bool TryRecall(StableRandom random, out Victim victim)
    {
        victim = victims[random.Below(Remembered)];
        return victim is not null;
    }

    /// <summary>Somebody to be named: a few were named before.</summary>
    public (Person Person, bool WasNamedBefore) NamePerson(bool child, StableRandom random)
    {
        var before = Code == "f32" ? 2 * PeopleMix.NamedBefore : PeopleMix.NamedBefore;
        if (!child && random.InThousand(before) && suspects[random.Below(Remembered)] is { } known)
        {
            return (known, true);
        }

        var number = ++people;
        var person = new Person(
            new(suspectPrefix, number),
            new(defendantPrefix, number),
            PeopleMix.SuspectSex.Draw(random),
            child ? "" : PeopleMix.SuspectAge.Draw(random),
            random.InThousand(NotRecorded.SuspectEthnicity) ? "" : PeopleMix.SuspectEthnicity.Draw(random));
        if (!child)
        {
            suspects[number % Remembered] = person;
        }

        return (person, false);
    }
}
