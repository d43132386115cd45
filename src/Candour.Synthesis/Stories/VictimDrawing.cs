using Candour.Synthesis.Chance;

namespace Candour.Synthesis.Stories;

/// <summary>Draws a victim of an offence, and leaves empty what the force leaves empty.</summary>
internal static class VictimDrawing
{
    /// <summary>The victims of one crime, the first of whom stands in the crime's own row.</summary>
    public static Victim[] Draw(ForceRecords force, Offence offence, DateOnly day, StableRandom random)
    {
        var victims = new Victim[PeopleMix.Victims.Draw(random)];
        for (var i = 0; i < victims.Length; i++)
        {
            victims[i] = i == 0 && offence.VictimSex == "F" && random.InThousand(PeopleMix.VictimBefore)
                && force.TryRecall(random, out var before) && before.Sex is "F" or "" && Fits(before, offence)
                ? before
                : New(force, offence, day, random);
        }

        return victims;
    }

    private static bool Fits(Victim victim, Offence offence) => offence.VictimAges.Has(victim.AgeGroup);

    private static Victim New(ForceRecords force, Offence offence, DateOnly day, StableRandom random)
    {
        var missing = force.NotRecorded;
        var age = offence.VictimAges.Draw(random);
        var sex = offence.VictimSex.Length > 0 ? offence.VictimSex : PeopleMix.VictimSex.Draw(random);
        var young = age == "0-12";
        var victim = new Victim(
            force.NextVictim(),
            random.InThousand(missing.Sex) ? "" : sex,
            random.InThousand(missing.Age) ? "" : age,
            random.InThousand(force.EthnicityNotRecorded(day)) ? "" : PeopleMix.Ethnicity.Draw(random),
            random.InThousand(missing.Gender) ? "" : Gender(sex).Draw(random),
            young || random.InThousand(missing.Orientation) ? "" : PeopleMix.Orientation.Draw(random),
            random.InThousand(missing.Disability) ? "" : PeopleMix.Disability.Draw(random),
            random.InThousand(missing.Religion) ? "" : PeopleMix.Religion.Draw(random),
            young || random.InThousand(missing.GenderReassignment) ? "" : PeopleMix.GenderReassignment.Draw(random));
        force.Remember(victim);
        return victim;
    }

    private static Weighted<string> Gender(string sex) =>
        sex == "F" ? PeopleMix.GenderOfWomen : sex == "M" ? PeopleMix.GenderOfMen : PeopleMix.GenderOfOthers;
}
