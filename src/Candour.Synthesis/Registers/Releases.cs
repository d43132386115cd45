using Candour.Synthesis.Files;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Registers;

/// <summary>One row a publication that a unit announced: two a year.</summary>
internal sealed class Releases(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "releases", "release unit planned_date published_date corrected_date extract_date");

    private readonly Numbering releases = NationDraw.NumberUnits("RL");

    public override void Conclude()
    {
        foreach (var (unit, code, month) in UnitMonths().Where(place => place.Month.Month is 1 or 7))
        {
            var planned = DayIn(month);
            var published = Known(planned.AddDays(Random.InThousand(780) ? 0 : 1 + Random.Below(40)), 970);
            Write(
                releases.Next(unit), code, planned, published,
                published is null ? null : Known(published.Value.AddDays(5 + Random.Below(90)), 90), RecordedDays.Last);
        }
    }
}
