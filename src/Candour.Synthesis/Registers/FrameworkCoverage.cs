using Candour.Synthesis.Files;
using Candour.Synthesis.Places;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Registers;

/// <summary>One row a part of a framework and a unit, as it stands at the extract.</summary>
internal sealed class FrameworkCoverage(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "framework-coverage", "framework part unit covered extract_date");

    private static readonly string[] Aims =
    [
        "aim-1", "aim-2", "aim-3", "suspect-focused", "victim-centred", "context-led", "resourcing",
        "organisational-justice", "data", "digital",
    ];

    private static readonly string[] Digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

    public override void Conclude()
    {
        foreach (var unit in SyntheticUnits.All.Where(unit => !unit.IsMerged))
        {
            foreach (var part in Aims)
            {
                Write("rasso-nom", part, unit.Code, Random.YesNo(760), RecordedDays.Last);
            }

            for (var question = 1; question <= 10; question++)
            {
                Write("vawg-2022", "kpq-" + Digits[question - 1], unit.Code, Random.YesNo(820), RecordedDays.Last);
            }
        }
    }
}
