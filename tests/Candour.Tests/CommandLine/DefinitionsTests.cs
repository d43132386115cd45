using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Candour.Tests.CommandLine;

/// <summary><c>candour definitions</c>, as an analyst would use it.</summary>
public sealed class DefinitionsTests
{
    [Fact]
    public void Covers_the_whole_catalogue_and_every_part_of_the_frameworks()
    {
        var json = JsonDocument.Parse(TheProgram.Run("definitions", "coverage", "--json").Output).RootElement;

        Assert.Equal(176, json.GetProperty("map").GetProperty("covered").GetInt32());
        Assert.Equal(37, json.GetProperty("datasets").GetProperty("covered").GetInt32());
        Assert.All(json.GetProperty("frameworks").EnumerateArray(), framework =>
        {
            Assert.True(framework.GetProperty("mustBeAnswered").GetInt32() > 0);
            Assert.Equal(framework.GetProperty("mustBeAnswered").GetInt32(), framework.GetProperty("answered").GetInt32());
        });
        Assert.Equal(
            ["cps-databank", "rasso-nom", "rsvp", "vawg-2022"],
            json.GetProperty("frameworks").EnumerateArray().Select(framework => framework.GetProperty("framework").GetString()));
        Assert.Empty(json.GetProperty("definedNotComputed").EnumerateArray());
    }

    [Fact]
    public void The_frameworks_have_their_questions_indicators_aims_and_principles()
    {
        var parts = JsonDocument.Parse(TheProgram.Run("definitions", "coverage", "--json").Output).RootElement
            .GetProperty("frameworks").EnumerateArray()
            .ToDictionary(
                framework => framework.GetProperty("framework").GetString()!,
                framework => framework.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("kind").GetString()).ToList());

        Assert.Equal(10, parts["vawg-2022"].Count(kind => kind == "question"));
        Assert.Equal(20, parts["vawg-2022"].Count(kind => kind == "kpi"));
        Assert.Equal(3, parts["rasso-nom"].Count(kind => kind == "aim"));
        Assert.Equal(7, parts["rasso-nom"].Count(kind => kind == "principle"));
    }

    [Fact]
    public void Says_that_the_shipped_definitions_are_right()
    {
        var said = TheProgram.Run("definitions", "check");

        Assert.Equal(0, said.ExitCode);
        Assert.EndsWith("are right.\n", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_every_problem_with_its_place()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Path.Combine("codelists", "sex.yaml"), "id: sex\ntitle: Sex\n");

        var said = TheProgram.Run("definitions", "check", "--definitions", folder.At("."), "--json");

        Assert.Equal(2, said.ExitCode);
        Assert.Contains(
            JsonDocument.Parse(said.Output).RootElement.GetProperty("problems").EnumerateArray(),
            problem => problem.GetProperty("file").GetString() == "codelists/sex.yaml" && problem.GetProperty("line").GetInt32() == 1
                && problem.GetProperty("message").GetString() == "The key 'source' is missing.");
    }

    [Theory]
    [InlineData("rape-charged-share-recorded", "Rape: share charged", "Numerator: of these, where", "Cohort basis: recorded")]
    [InlineData("crimes", "One row is one crime", "crime: Crime reference (identifier, kept as a pseudonym, required)", "Counted by recorded")]
    [InlineData("outcome", "16: Evidential difficulties", "1A: ", "(not checked)")]
    [InlineData("vawg-crime", "Holds where", "", "")]
    [InlineData("outcome-16-and-current-support", "Why: ", "What to do: ", "")]
    public void Shows_what_a_definition_means(string id, params string[] expected)
    {
        var said = TheProgram.Run("definitions", "show", id);

        Assert.Equal(0, said.ExitCode);
        Assert.All(expected, text => Assert.Contains(text, said.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_that_is_nearly_right_is_answered_with_the_right_one() => Assert.Contains(
        "did you mean rape-charged-share-recorded",
        TheProgram.Run("definitions", "show", "rape-charged-recorded-share").Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("measures", "rape-charged-share-recorded  Rape: share charged")]
    [InlineData("datasets", "hearings  ")]
    [InlineData("codelists", "outcome  ")]
    [InlineData("conditions", "vawg-crime  ")]
    [InlineData("checks", "outcome-16-and-current-support  ")]
    [InlineData("hierarchies", "police-forces  ")]
    [InlineData("frameworks", "vawg-2022  ")]
    [InlineData("mappings", "home-office-outcomes  ")]
    public void Lists_each_kind(string kind, string expected) =>
        Assert.Contains(expected, TheProgram.Run("definitions", "list", kind).Output, StringComparison.Ordinal);

    [Fact]
    public void A_template_that_was_filled_in_is_accepted_by_its_own_mapping()
    {
        using var folder = new TemporaryFolder();
        foreach (var path in Directory.EnumerateFiles(Repository.At("definitions"), "*.yaml", SearchOption.AllDirectories))
        {
            folder.Write(Path.Combine("definitions", Path.GetRelativePath(Repository.At("definitions"), path)), File.ReadAllText(path));
        }

        foreach (var dataset in new[] { "crimes", "hearings", "prosecution-workforce" })
        {
            var made = TheProgram.Run("definitions", "template", dataset, folder.At(dataset));
            Assert.True(made.ExitCode == 0, made.Error);
            File.Copy(
                folder.At(Path.Combine(dataset, $"{dataset}-template.yaml")), folder.At(Path.Combine("definitions", "mappings", $"{dataset}-template.yaml")));

            using var workspace = new OrdinaryWorkspace();
            var said = workspace.Run(
                "check", folder.At(Path.Combine(dataset, $"{dataset}.csv")), "--mapping", $"{dataset}-template",
                "--definitions", folder.At("definitions"), "--json");

            Assert.Equal(1, JsonDocument.Parse(said.Output).RootElement.GetProperty("accepted").GetInt32());
        }
    }

    [Fact]
    public void A_template_s_workbook_is_a_valid_one_with_lists_to_choose_from()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, TheProgram.Run("definitions", "template", "crimes", folder.At("t")).ExitCode);

        using var workbook = SpreadsheetDocument.Open(folder.At(Path.Combine("t", "crimes.xlsx")), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(workbook).Select(problem => problem.Description));
        Assert.Equal(
            ["Fill in", "Example", "What to write", "Codes"],
            workbook.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value!));
        Assert.Contains(
            workbook.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.DataValidation>()),
            list => list.Formula1!.Text.StartsWith("Codes!", StringComparison.Ordinal));
    }

    [Fact]
    public void A_template_of_nothing_is_refused()
    {
        var said = TheProgram.Run("definitions", "template", "weather");

        Assert.Equal(2, said.ExitCode);
        Assert.Equal("There is no dataset 'weather': see 'candour definitions list datasets'.\n", said.Error);
    }
}
