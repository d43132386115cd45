using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Workforce;

/// <summary>One row a person in post at the extract and requirement.</summary>
internal sealed class InvestigatorTraining(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "investigator-training",
        "person force role requirement met_date valid_until extract_date");

    private static readonly (string Requirement, int Met)[] ForInvestigators =
    [
        ("accredited-specialist", 430), ("risdp", 300), ("ssaidp", 380), ("pip2", 620), ("digital-data", 400),
    ];

    private static readonly (string Requirement, int Met)[] ForOthers = [("digital-data", 560)];

    private readonly Numbering people = NationDraw.NumberForces("ST");
    private readonly PoliceStaff staff = new(nation);
    private readonly double[] tilts = nation.Chance("investigator-training of forces").Tilts(44, 0.2);

    public override void Conclude()
    {
        for (var force = 0; force < SyntheticPlaces.Forces.Count; force++)
        {
            for (var role = 0; role < PoliceStaff.Roles.Count; role++)
            {
                for (var i = staff.Headcount(force, role, RecordedDays.Months - 1); i > 0; i--)
                {
                    Train(people.Next(force), force, PoliceStaff.Roles[role].Role);
                }
            }
        }
    }

    private void Train(Reference person, int force, string role)
    {
        foreach (var (requirement, met) in role is "investigator" or "supervisor" ? ForInvestigators : ForOthers)
        {
            var day = RecordedDays.Last.AddDays(-30 - Random.Below(1800));
            var isMet = Random.InOne(Math.Min(0.97, met * tilts[force] / 1000));
            Write(
                person, SyntheticPlaces.Forces[force].Code, role, requirement, isMet ? day : "",
                isMet ? day.AddYears(requirement == "digital-data" ? 3 : 4) : "",
                RecordedDays.Last);
        }
    }
}
