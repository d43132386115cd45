using System.Text;

namespace Candour.Tests.Intake.Stopping;

/// <summary>
/// Extracts of one month each, of invented cases, and the few definitions that they rest on, so that a program which is to be
/// stopped many times starts fast.
/// </summary>
internal sealed class MonthlyFiles
{
    private const string Header =
        "case_id,suspect_id,victim_id,area,unit,offence_code,report_date,decision_date,charge_date,finalisation_date,outcome_code,victim_sex,victim_ethnicity,victim_age,victim_disability,relationship,victim_supports_prosecution";

    /// <summary>What must be found in the workspace of each file: its rows as unit, day reported and age, in order.</summary>
    public Dictionary<string, List<string>> Expected { get; } = [];

    public MonthlyFiles(string folder, int months, int rows, int seed)
    {
        Folder = Directory.CreateDirectory(Path.Combine(folder, "extracts")).FullName;
        Definitions = Path.Combine(folder, "definitions");
        foreach (var file in Directory.EnumerateFiles(Repository.At("definitions"), "*.yaml", SearchOption.AllDirectories)
                     .Where(file => Path.GetFileName(file).StartsWith("case-extract", StringComparison.Ordinal) || Path.GetFileName(file) == "offence.yaml"))
        {
            var to = Path.Combine(Definitions, Path.GetRelativePath(Repository.At("definitions"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        var draws = new Random(seed);
        for (var month = 0; month < months; month++)
        {
            var first = new DateOnly(2010, 1, 1).AddMonths(month);
            var (text, expected) = (new StringBuilder(Header + "\n"), new List<string>());
            for (var i = 0; i < rows; i++)
            {
                var (unit, day, age) = ($"U1{draws.Next(3)}", first.AddDays(draws.Next(28)).ToString("yyyy-MM-dd"), draws.Next(1, 99));
                text.Append($"C{month:000}{i:00000},S{i:00000},V{month:000}{i:00000},A01,{unit},19C,{day},,,,14,F,W1,{age},N,EXPARTNER,Y\n");
                expected.Add($"{unit} {day} {age}");
            }

            var name = $"f{month:000}.csv";
            File.WriteAllText(Path.Combine(Folder, name), text.ToString());
            Expected[name] = expected;
        }
    }

    /// <summary>The folder of the files.</summary>
    public string Folder { get; }

    /// <summary>The folder of the definitions.</summary>
    public string Definitions { get; }
}
