using Candour.Intake.Reading;
using Candour.Kernel;

namespace Candour.Tests.Intake.Reading;

/// <summary>What a reader says of a file, kept as it was said.</summary>
internal sealed class WorkbookTables : IRecordSink
{
    private readonly List<string> said = [];

    /// <summary>The sheets with their records: "sheet: row=cell|cell".</summary>
    public static string Of(string path)
    {
        var tables = new WorkbookTables();
        var read = SourceFile.Open(path).Then(file => FileReading.Here(file, new ReadingWishes(',', "", new HashSet<string>()), tables));
        return read.Match(_ => string.Join("; ", tables.said), refusal => refusal.GetType().Name);
    }

    public void Begin(SourceForm form)
    {
    }

    public void BeginSheet(SheetHeading heading) => said.Add($"{heading.Name}{(heading.IsHidden ? " (hidden)" : "")}:");

    public void Take(SourceRecord record) => said.Add(
        $"{record.Line}={string.Join('|', record.Cells.Select(cell => cell.Kind == CellKind.Text ? cell.Text : $"{cell.Kind} {cell.Text}".Trim()))}");

    public void EndSheet(IReadOnlyList<Finding> findings) => said.AddRange(findings.Select(finding => $"{finding.Code} {finding.Line}"));
}
