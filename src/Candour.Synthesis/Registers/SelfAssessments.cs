using Candour.Synthesis.Chance;
using Candour.Synthesis.Files;

namespace Candour.Synthesis.Registers;

/// <summary>One row a standard that a unit graded: six a year.</summary>
internal sealed class SelfAssessments(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "self-assessments", "standard unit assessed_date grade evidence_recorded");

    private static readonly string[] Standards = ["responsibilities", "reporting", "systems", "analysis", "risks", "joint"];

    private static readonly Weighted<string> Grades = new(("0", 60), ("1", 270), ("2", 430), ("3", 240));

    public override void Conclude()
    {
        foreach (var (_, code, month) in UnitMonths().Where(place => place.Month.Month == 9))
        {
            var day = DayIn(month);
            foreach (var standard in Standards)
            {
                Write(standard, code, day, Random.InThousand(40) ? "" : Grades.Draw(Random), Random.YesNo(610, 60));
            }
        }
    }
}
