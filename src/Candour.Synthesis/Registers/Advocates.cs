using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Registers;

/// <summary>One row an advocate in post at the extract.</summary>
internal sealed class Advocates(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "advocates", "person unit grade last_assessed_date five_years_before extract_date");

    private readonly Numbering people = NationDraw.NumberUnits("AD");

    public static Weighted<string> Kinds { get; } = new(
        ("crown-advocate", 300), ("associate-prosecutor", 130), ("prosecutor", 310), ("counsel", 190), ("agent", 70));

    public override void Conclude()
    {
        for (var unit = 0; unit < SyntheticUnits.All.Count; unit++)
        {
            for (var i = SyntheticUnits.All[unit].IsMerged ? 0 : 2 + Random.Count(Nation.InUnit(unit, 700)); i > 0; i--)
            {
                Write(
                    people.Next(unit), SyntheticUnits.All[unit].Code, Kinds.Draw(Random),
                    Random.InThousand(170) ? "" : RecordedDays.Last.AddDays(-Random.Below(2300)),
                    RecordedDays.Last.AddYears(-5), RecordedDays.Last);
            }
        }
    }
}
