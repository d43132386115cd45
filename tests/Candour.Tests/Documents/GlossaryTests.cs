using System.Text.RegularExpressions;
using Candour.Kernel;

namespace Candour.Tests.Documents;

/// <summary>The glossary's terms are the names of types: one term for one thing.</summary>
public sealed partial class GlossaryTests
{
    /// <summary>Terms that are no type, with what carries them.</summary>
    private static readonly Dictionary<string, Type> Carried = new()
    {
        ["Numerator, denominator"] = typeof(Candour.Databank.Cells.CellState),
        ["Population"] = typeof(Candour.Databank.Planning.PlannedMeasure),
        ["Breakdown"] = typeof(FigureReference),
        ["Gap"] = typeof(Candour.Databank.Cells.CellSum),
        ["Immature"] = typeof(Candour.Readings.Reading),
        ["Outcome code"] = typeof(Candour.Definitions.Code),
        ["Link domain"] = typeof(Candour.Intake.Mapped.Pseudonymiser),
        ["Locate"] = typeof(Candour.Intake.Linking.Locating),
        ["Pseudonym"] = typeof(Candour.Intake.Mapped.Pseudonymiser),
        ["Cell"] = typeof(Candour.Databank.Cells.CellState),
        ["Backup"] = typeof(Candour.Store.Backups.BackupSummary),
        ["Snapshot"] = typeof(Candour.Store.SnapshotRecord),
    };

    [Fact]
    public void Every_term_is_a_type_or_is_carried_by_one()
    {
        string[] rooms =
        [
            "Candour.Kernel", "Candour.Definitions", "Candour.Access", "Candour.Statistics", "Candour.Store", "Candour.Intake",
            "Candour.Databank", "Candour.Readings", "Candour.Freezing", "Candour.Packs", "Candour.Synthesis",
        ];
        var types = rooms.SelectMany(room => System.Reflection.Assembly.Load(room).GetExportedTypes())
            .Select(type => type.Name.Split('`')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var terms = Term().Matches(File.ReadAllText(Repository.At("GLOSSARY.md"))).Select(match => match.Groups[1].Value)
            .Where(term => term is not "Term" and not "---").ToList();

        Assert.True(terms.Count > 20);
        Assert.DoesNotContain(terms, term => !Carried.ContainsKey(term)
            && !types.Contains(term.Replace(" ", "", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"^\| ([^|]+?) \|", RegexOptions.Multiline)]
    private static partial Regex Term();
}
