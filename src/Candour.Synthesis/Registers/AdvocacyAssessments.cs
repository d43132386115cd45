using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;

namespace Candour.Synthesis.Registers;

/// <summary>One row an assessment of an advocate, about one a unit and month. Less than competent is rare (4.3 % of
/// 645 in 2012/13), and less rare when nobody knew beforehand.</summary>
internal sealed class AdvocacyAssessments(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "advocacy-assessments",
        "assessment unit assessed_date court advocate_kind announced grade external_grade selection");

    private static readonly Weighted<string> Announced = new(
        ("excellent", 60), ("very-good", 330), ("competent", 567), ("less-than-competent", 38), ("poor", 5));

    private static readonly Weighted<string> Unannounced = new(
        ("excellent", 40), ("very-good", 270), ("competent", 610), ("less-than-competent", 68), ("poor", 12));

    private readonly Numbering assessments = NationDraw.NumberUnits("AA");

    public override void Conclude()
    {
        foreach (var (unit, code, month) in UnitMonths())
        {
            for (var i = Random.Count(0.9); i > 0; i--)
            {
                var announced = Random.YesNo(620, 30);
                var grade = (announced == "no" ? Unannounced : Announced).Draw(Random);
                var external = !Random.InThousand(120) ? "" : Random.InThousand(700) ? grade : Unannounced.Draw(Random);
                Write(
                    assessments.Next(unit), code, DayIn(month), Random.InThousand(640) ? "crown" : "magistrates",
                    Advocates.Kinds.Draw(Random), announced, grade, external,
                    Random.InThousand(700) ? "random" : "targeted");
            }
        }
    }
}
