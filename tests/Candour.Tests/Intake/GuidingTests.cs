using System.Text;
using Candour.Definitions;
using Candour.Intake;
using Candour.Intake.Guiding;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;
using Candour.Kernel;

namespace Candour.Tests.Intake;

/// <summary>What is suggested about an unknown file, and what becomes of what a person says.</summary>
public sealed class GuidingTests
{
    private static readonly CheckWishes Wishes = new(new DateOnly(2026, 6, 1));

    [Fact]
    public void Every_column_of_a_known_mapping_is_suggested_for_the_field_it_fills()
    {
        var dataset = Repository.Catalogue.Datasets["case-extract"];
        var rules = Repository.Catalogue.Mappings["case-extract"].Columns;
        var survey = Survey(string.Join(',', rules.Select(rule => rule.Column)) + "\n" + string.Join(',', rules.Select(_ => "")) + "\n" + "x,,\n");

        var suggested = ColumnSuggestion.For(dataset, Repository.Catalogue, survey);

        var without = rules.Where(rule => rule.Column != "case_id").ToList();
        Assert.Equal(
            without.Select(rule => (rule.Field, rule.Column)).Order(),
            suggested.Where(one => one.Field != "case").Select(one => (one.Field, survey.Columns[one.Column].Name)).Order());
    }

    [Theory]
    [InlineData("A|B|C\n1|2,5|3\n4|5|6\n", 3)]
    [InlineData("A;B\n1,5;2\n1,6;3\n", 2)]
    [InlineData("A\tB\tC\tD\n1\t2\t3\t4\n", 4)]
    [InlineData("A,B\n\"1;2;3;4\",2\n\"1;2;3;4\",3\n", 2)]
    public void The_delimiter_is_the_one_that_cuts_evenly(string text, int columns) => Assert.Equal(columns, Survey(text).Columns.Count);

    [Fact]
    public void Remarks_above_the_header_are_no_header_and_unnamed_or_doubled_columns_cannot_be_used()
    {
        var survey = Survey("Report of the system\n\nCase,Day,,Day\nC1,2024-01-02,x,y\nC2,2024-01-03,x,y\n");

        Assert.Equal(["Case"], survey.Columns.Select(column => column.Name));
        Assert.Equal((2, 3), (survey.Rows, survey.Unnamed));
    }

    [Theory]
    [InlineData("23/04/2024", "03/04/2024", DateWriting.DayFirst)]
    [InlineData("04/23/2024", "03/04/2024", DateWriting.MonthFirst)]
    [InlineData("03/04/2024", "05/06/2024", DateWriting.Iso)]
    [InlineData("23/04/2024", "04/23/2024", DateWriting.Iso)]
    [InlineData("2024-04-23", "2024-04-24", DateWriting.Iso)]
    public void Days_are_read_another_way_only_where_no_other_can_be_meant(string one, string other, DateWriting expected) =>
        Assert.Equal(expected, Survey($"Case,Day\nC1,{one}\nC2,{other}\n").Dates);

    [Fact]
    public void Of_a_column_with_many_values_none_stays()
    {
        var survey = Survey("Name,Sex\n" + string.Concat(Enumerable.Range(0, 61).Select(n => $"Person {n},F\n")));

        Assert.True(survey.Columns[0].HasMore);
        Assert.Empty(survey.Columns[0].Values);
        Assert.Equal(["F"], survey.Columns[1].Values);
    }

    [Theory]
    [InlineData("Charged - Summonsed", "01")]
    [InlineData("Charged or Summonsed?", "01")]
    [InlineData("Investigation complete no suspect", "18")]
    [InlineData("Suspect identified", "")]
    [InlineData("Nonsense", "")]
    public void A_code_is_suggested_when_one_alone_shares_most_words(string value, string expected)
    {
        var dataset = Repository.Catalogue.Datasets["case-extract"];

        Assert.Equal(expected, CodeReading.Suggest(dataset.FieldNamed("outcome")!, value, dataset, Repository.Catalogue));
    }

    [Fact]
    public void What_was_said_is_a_mapping_like_any_other_whatever_the_names()
    {
        var made = Made("System \"A\": weekly # export", new Filling.ByColumn("Result: \"x\", {y} # ü", new Dictionary<string, string> { ["No: {further} \"action\""] = "14" }));

        var whole = Repository.Catalogue.WithMappings(new Dictionary<string, string> { [made.Id] = made.ToText() })
            .Match(catalogue => catalogue, refusal => throw new InvalidOperationException(refusal.Sentence));

        var mapping = whole.Mappings[made.Id];
        Assert.Equal("own-system-a-weekly-export", made.Id);
        Assert.Equal(made.Title, mapping.Title);
        Assert.Equal(DataClass.Confidential, mapping.Data);
        Assert.Equal(DateWriting.DayFirst, mapping.Dates);
        Assert.Equal("14", mapping.Columns.Single(rule => rule.Field == "outcome").Codes["No: {further} \"action\""]);
        Assert.Equal("A01", mapping.Always["area"]);
        Assert.Equal(Repository.Catalogue.ComputationalHash, whole.ComputationalHash);
    }

    [Fact]
    public void The_next_file_of_an_old_encoding_is_found_by_its_columns_and_nobody_is_asked()
    {
        const string text = "Ref,Day,Offence,Result\nC000123,23/04/2024,19C,Keine weitere Maßnahme – Täter\n";
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.At("export.csv"), Encoding.GetEncoding(1252).GetBytes(text));
        var file = SourceFile.Open(folder.At("export.csv")).Match(opened => opened, refusal => throw new InvalidOperationException(refusal.Sentence));
        var made = Made("Old letters", new Filling.ByColumn("Result", new Dictionary<string, string> { ["Keine weitere Maßnahme – Täter"] = "14" })) with { Encoding = "windows-1252" };
        var whole = Repository.Catalogue.WithMappings(new Dictionary<string, string> { [made.Id] = made.ToText() })
            .Match(catalogue => catalogue, refusal => throw new InvalidOperationException(refusal.Sentence));

        var read = Checking.Check(file, "", whole, new Pseudonymiser("test", new byte[32], "test"), Wishes)
            .Match(one => one, refusal => throw new InvalidOperationException(refusal.Sentence));

        Assert.Equal(made.Id, read.Mapping.Id);
        Assert.Empty(read.Questions);
        Assert.Equal("14", read.Rows.Single().Values[read.Dataset.IndexOf("outcome")]);
    }

    [Fact]
    public void A_code_in_letters_that_fit_no_encoding_is_noticed_before_anybody_is_asked_for_its_meaning()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.At("export.csv"), Encoding.Latin1.GetBytes("Ref,Result\nC1,Prévenu\n"));
        var file = SourceFile.Open(folder.At("export.csv")).Match(opened => opened, refusal => throw new InvalidOperationException(refusal.Sentence));

        bool Noticed(string encoding) => SourceSurvey.Of(file, Wishes with { Encoding = encoding })
            .Match(survey => survey.HasUndecodable, refusal => throw new InvalidOperationException(refusal.Sentence));

        Assert.True(Noticed(""));
        Assert.False(Noticed("iso-8859-1"));
    }

    [Fact]
    public void A_mapping_that_no_longer_fits_is_refused_with_its_place()
    {
        var made = Made("Old", new Filling.ByColumn("Result", new Dictionary<string, string> { ["x"] = "no such code" }));

        var refusal = Repository.Catalogue.WithMappings(new Dictionary<string, string> { [made.Id] = made.ToText() })
            .Match(_ => throw new InvalidOperationException("It was taken."), refusal => refusal);

        Assert.Contains("mappings/own-old.yaml", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("no code of the list", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_needed_field_must_be_filled_and_a_column_fills_one()
    {
        var whole = Made("Whole", new Filling.ByColumn("Result", new Dictionary<string, string>()));
        var without = whole with { Filled = whole.Filled.Where(pair => pair.Key != "report_date").ToDictionary() };
        var doubled = whole with { Filled = whole.Filled.Append(new("decision_date", whole.Filled["report_date"])).ToDictionary() };
        var unnamed = whole with { Title = " - " };

        Assert.IsType<Result<GuidedMapping>.Accepted>(whole.Checked());
        Assert.IsType<FieldIsNotFilled>(((Result<GuidedMapping>.Refused)without.Checked()).Refusal);
        Assert.IsType<ColumnFillsTwo>(((Result<GuidedMapping>.Refused)doubled.Checked()).Refusal);
        Assert.IsType<SourceNeedsAName>(((Result<GuidedMapping>.Refused)unnamed.Checked()).Refusal);
    }

    private static GuidedMapping Made(string title, Filling outcome)
    {
        var none = new Dictionary<string, string>();
        return new GuidedMapping(
            title, Repository.Catalogue.Datasets["case-extract"], "case-extract", IsInvented: false, DateWriting.DayFirst, "",
            new Dictionary<string, Filling>
            {
                ["case"] = new Filling.ByColumn("Ref", none), ["area"] = new Filling.Always("A01"), ["unit"] = new Filling.Always("U11"),
                ["offence"] = new Filling.ByColumn("Offence", none), ["report_date"] = new Filling.ByColumn("Day", none), ["outcome"] = outcome,
            });
    }

    private static SourceSurvey Survey(string text)
    {
        using var folder = new TemporaryFolder();
        var file = SourceFile.Open(folder.Write("export.csv", text)).Match(opened => opened, refusal => throw new InvalidOperationException(refusal.Sentence));
        return SourceSurvey.Of(file, Wishes).Match(survey => survey, refusal => throw new InvalidOperationException(refusal.Sentence));
    }
}
