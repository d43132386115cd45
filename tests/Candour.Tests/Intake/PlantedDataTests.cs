using System.Text;
using Candour.Intake.Submitting;
using Candour.Store;
using Candour.Tests.Intake.Fuzzing;

namespace Candour.Tests.Intake;

/// <summary>
/// What is recognisable of a person, planted in every column of every text file of the corpus, is found nowhere afterwards: not in what
/// the program says, not in the workspace, beside the keys or in its temporary folder, not in the rows that were taken.
/// </summary>
public sealed class PlantedDataTests : IDisposable
{
    private static readonly string Corpus = Repository.At("tests", "Candour.Tests", "Fixtures", "BadInput");

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Nothing_planted_is_found_after_a_check_and_an_import()
    {
        var environment = new Dictionary<string, string> { ["CANDOUR_KEYS"] = folder.At("keys"), ["TMPDIR"] = Directory.CreateDirectory(folder.At("temporary")).FullName };
        var extracts = Directory.CreateDirectory(folder.At("extracts")).FullName;
        var planted = Planted.Files(Corpus).ToList();
        planted.ForEach(file => File.WriteAllText(Path.Combine(extracts, file.Name), file.Text));
        var definitions = new Stopping.MonthlyFiles(folder.At("small"), months: 0, rows: 0, seed: 0).Definitions;

        string[] how = ["--mapping", "case-extract", "--definitions", definitions];
        List<Said> said =
        [
            TheProgram.Run(environment, "init", "--workspace", folder.At("workspace")),
            TheProgram.Run(environment, ["import", extracts, .. how, "--workspace", folder.At("workspace")]),
            TheProgram.Run(environment, ["import", extracts, .. how, "--workspace", folder.At("workspace"), "--json", "--replace"]),
            .. planted.Take(2).Select(file => TheProgram.Run(environment, ["check", Path.Combine(extracts, file.Name), .. how])),
        ];
        var answers = planted.Select(file => System.Text.Json.JsonSerializer.Serialize(BadInputTests.Check(Path.Combine(extracts, file.Name)))).ToList();

        Assert.True(planted.Count >= 20, "The corpus lost its text files.");
        Assert.All(said, one => Assert.Equal("", Planted.FoundIn(one.Output + one.Error)));
        Assert.All(answers, answer => Assert.Equal("", Planted.FoundIn(answer)));
        Assert.All(
            new[] { "workspace", "keys", "temporary" }.SelectMany(name => Directory.EnumerateFiles(folder.At(name), "*", SearchOption.AllDirectories)),
            file => Assert.Equal("", Planted.FoundIn(File.ReadAllBytes(file))));
        var taken = Directory.GetFiles(folder.At("workspace", "submissions"));
        Assert.NotEmpty(taken);
        foreach (var file in taken)
        {
            var rows = await SubmissionFile.ReadAsync(file, Repository.Catalogue.Datasets["case-extract"], CancellationToken.None);
            Assert.Equal("", Planted.FoundIn(string.Join('\n', rows.SelectMany(row => row.Values))));
        }

        var findings = Workspace.Open(folder.At("workspace")).Match(open => open, no => throw new InvalidOperationException(no.Sentence)).Store;
        Assert.NotEmpty(findings.Known().SelectMany(one => findings.FindingsOf(one.Record.Id)));
    }

    [Fact]
    public void Nothing_planted_in_any_column_of_any_kind_of_file_is_found_after_an_import()
    {
        var environment = new Dictionary<string, string> { ["CANDOUR_KEYS"] = folder.At("keys"), ["TMPDIR"] = Directory.CreateDirectory(folder.At("temporary")).FullName };
        var extracts = Directory.CreateDirectory(folder.At("extracts")).FullName;
        var definitions = new Stopping.MonthlyFiles(folder.At("small"), months: 0, rows: 0, seed: 0).Definitions;
        var month = 1;
        var endings = new List<string>();
        foreach (var ending in CaseTable.InEveryWay([]).Select(way => way.Ending))
        {
            var right = Planted.RightRow($"2023-{month++:00}");
            File.WriteAllBytes(
                Path.Combine(extracts, $"cases{ending}"), CaseTable.InEveryWay(Planted.Rows(right).Prepend(right)).Single(way => way.Ending == ending).Bytes);
            endings.Add(ending);
        }

        File.WriteAllText(Path.Combine(extracts, "notes.docx"), "no extract");

        var said = TheProgram.Run(environment, "init", "--workspace", folder.At("workspace"));
        Assert.Equal("", said.Error);
        said = TheProgram.Run(
            environment, "import", extracts, "--mapping", "case-extract", "--definitions", definitions, "--workspace", folder.At("workspace"), "--json");

        Assert.Equal("", Planted.FoundIn(said.Output + said.Error));
        Assert.Contains("notes.docx: left alone", said.Error, StringComparison.Ordinal);
        Assert.Equal(endings.Count, Directory.GetFiles(folder.At("workspace", "submissions")).Length);
        Assert.All(
            new[] { "workspace", "keys", "temporary" }.SelectMany(name => Directory.EnumerateFiles(folder.At(name), "*", SearchOption.AllDirectories)),
            file => Assert.Equal("", Planted.FoundIn(File.ReadAllBytes(file))));
    }

    [Fact]
    public void What_is_found_is_noticed()
    {
        Assert.Equal("Plantedson", Planted.FoundIn("a finding about Ms PLANTEDSON"));
        Assert.Equal("07700900123", Planted.FoundIn(Encoding.UTF8.GetBytes("x07700900123x")));
        Assert.Equal("QQ123456C", Planted.FoundIn(Encoding.Unicode.GetBytes("qq123456c")));
    }

    public void Dispose() => folder.Dispose();
}
