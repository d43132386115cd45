using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Planted;

namespace Candour.Synthesis.Stories;

/// <summary>The crimes of a nation, in order of the day they are recorded, and within a day of their force.</summary>
internal static class NationStories
{
    public static IEnumerable<CrimeStory> Of(NationDraw nation)
    {
        var nature = nation.Chance("forces");
        var choosing = nation.Chance("whose crime");
        var forces = SyntheticPlaces.Forces.Select((force, i) => new ForceRecords(i, force, nature)).ToList();
        var drawing = new CrimeDrawing(
            nation.Chance("crimes of forces"),
            new ReferralDrawing(
                nation.Chance("referrals"), new UnitsOfForces(), new ProsecutionDrawing(nation.Chance("courts"))));
        var usual = Choice(RecordedDays.First);
        var ofForce = new int[forces.Count];
        foreach (var (day, number) in RecordedDays.Of(nation.Crimes, nation.Chance("calendar")))
        {
            var choice = IsUsual(day) ? usual : Choice(day);
            Array.Clear(ofForce);
            for (var i = 0; i < number; i++)
            {
                ofForce[choice.Draw(choosing)]++;
            }

            for (var i = 0; i < forces.Count; i++)
            {
                for (var j = 0; j < ofForce[i]; j++)
                {
                    yield return drawing.Draw(forces[i], day);
                }
            }
        }
    }

    private static bool IsUsual(DateOnly day) =>
        day < SpecialCauses.MoreCrimes.From && !SpecialCauses.OneMonthOfCrimes.Holds(SpecialCauses.OneMonthOfCrimes.Place, day);

    private static Weighted<int> Choice(DateOnly day) => new(SyntheticPlaces.Forces.Select((force, i) => (i, (int)(
        1000 * force.Size * Times(SpecialCauses.MoreCrimes, force, day) * Times(SpecialCauses.OneMonthOfCrimes, force, day)))));

    private static double Times(Plant plant, SyntheticForce force, DateOnly day) =>
        plant.Holds(force.Code, day) ? plant.Size : 1;
}
