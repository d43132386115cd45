using System.Globalization;

namespace Candour.Synthesis;

/// <summary>
/// What one force keeps while its crimes are drawn: its own pace and mix of outcomes, its running numbers, and the
/// suspects it named last, a few of whom are named again. Its size does not grow with the number of crimes.
/// </summary>
internal sealed class ForceRecords
{
    private const int Remembered = 64;

    private readonly SyntheticForce force;
    private readonly Weighted<Outcome> outcomesOfRape;
    private readonly Weighted<Outcome> outcomesOfOther;
    private readonly List<(string Reference, string Sex, string AgeGroup)> suspects = new(Remembered);
    private int crimes;
    private int people;

    public ForceRecords(SyntheticForce force, StableRandom random)
    {
        this.force = force;
        Pace = random.LogNormal(1, OutcomeMix.SpreadOfPace);
        var tilts = OutcomeMix.All.Select(_ => random.LogNormal(1, OutcomeMix.SpreadBetweenForces)).ToList();
        outcomesOfRape = new(OutcomeMix.All.Select((outcome, i) => (outcome, (int)(1000 * outcome.Rape * tilts[i]))));
        outcomesOfOther = new(OutcomeMix.All.Select((outcome, i) => (outcome, (int)(1000 * outcome.Other * tilts[i]))));
    }

    public string Code => force.Code;

    public int EthnicityNotRecorded => force.EthnicityNotRecorded;

    /// <summary>Its days to a decision, as a multiple of the usual.</summary>
    public double Pace { get; }

    public Outcome DrawOutcome(Offence offence, StableRandom random) =>
        (offence.IsRape ? outcomesOfRape : outcomesOfOther).Draw(random);

    public string NextCrimeReference() => Reference("SYN", ++crimes);

    /// <summary>Names so many different suspects between two days, the last included.</summary>
    public IReadOnlyList<SyntheticSuspect> NameSuspects(
        int number, DateOnly from, DateOnly until, bool children, StableRandom random)
    {
        var named = new List<SyntheticSuspect>(number);
        var span = Math.Min(until.DayNumber - from.DayNumber, PeopleMix.DaysToNaming);
        for (var i = 0; i < number; i++)
        {
            var day = from.AddDays(random.Below(span + 1));
            var person = children ? NewSuspect("", random) : DrawSuspect(named, random);
            named.Add(new SyntheticSuspect(person.Reference, day, person.Sex, person.AgeGroup));
        }

        return named;
    }

    private (string Reference, string Sex, string AgeGroup) DrawSuspect(
        List<SyntheticSuspect> named, StableRandom random)
    {
        if (random.InThousand(PeopleMix.NamedBefore) && suspects.Count > 0)
        {
            var before = suspects[random.Below(suspects.Count)];
            if (named.TrueForAll(other => other.Reference != before.Reference))
            {
                return before;
            }
        }

        var person = NewSuspect(PeopleMix.SuspectAge.Draw(random), random);
        if (suspects.Count < Remembered)
        {
            suspects.Add(person);
        }
        else
        {
            suspects[people % Remembered] = person;
        }

        return person;
    }

    private (string Reference, string Sex, string AgeGroup) NewSuspect(string ageGroup, StableRandom random) =>
        (Reference("SYN-P", ++people), PeopleMix.SuspectSex.Draw(random), ageGroup);

    private string Reference(string prefix, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}-{force.Code.ToUpperInvariant()}-{number:000000}");
}
