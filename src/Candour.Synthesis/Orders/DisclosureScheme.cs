using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Orders;

/// <summary>One row an application under the Domestic Violence Disclosure Scheme.</summary>
internal sealed class DisclosureScheme(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "disclosure-scheme",
        "application force route applied_date decided_date decision disclosed_date extract_date");

    private const int ToEachCrime = 110;

    private static readonly Weighted<string> Decisions = new(
        ("disclosed", 400), ("nothing-to-disclose", 330), ("not-disclosed", 190), ("withdrawn", 80));

    private readonly Numbering applications = NationDraw.NumberForces("DS");
    private readonly double[] tilts = nation.Chance("disclosure-scheme of forces").Tilts(44, 0.35);

    public override void Tell(CrimeStory crime)
    {
        var force = crime.Force.Index;
        if (!Random.InOne(ToEachCrime * tilts[force] / 1000))
        {
            return;
        }

        var applied = crime.Recorded;
        var decided = applied.AddDays((int)Random.LogNormal(25 * tilts[force], 0.6));
        var isDecided = decided <= RecordedDays.Last;
        var decision = isDecided ? Decisions.Draw(Random) : "";
        var told = decided.AddDays(Random.Below(10));
        Write(
            applications.Next(force), crime.Force.Code, Random.InThousand(470) ? "right-to-ask" : "right-to-know", applied,
            isDecided ? decided : "", decision, decision == "disclosed" && told <= RecordedDays.Last ? told : "",
            RecordedDays.Last);
    }
}
