using Candour.Intake;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;
using Candour.Kernel;
using Candour.Tests.Definitions;

namespace Candour.Tests.Intake;

/// <summary>A join adds columns and never rows: what becomes of several rows is declared, or the file is refused in words.</summary>
public sealed class JoinTests : IDisposable
{
    private const string Incidents = "agency_id,incident_id,nibrs_month_id,cargo_theft_flag,submission_date,incident_date,report_date_flag,incident_hour,cleared_except_id,cleared_except_date,incident_status,data_home,orig_format\n";
    private const string Offences = "offense_id,incident_id,offense_type_id\n1,10,36\n2,10,36\n3,11,1\n";
    private const string Types = "offense_type_id,offense_code\n36,11A\n1,220\n";
    private const string Arrests = "incident_id,arrest_date\n10,2016-02-03\n10,2016-01-09\n";

    private readonly TemporaryFolder folder = new();

    public JoinTests()
    {
        folder.Write("nibrs_incident.csv", Incidents + Incident(10, "842") + Incident(11, "842"));
        Pack("nibrs_offense.csv.gz", Offences);
        folder.Write("nibrs_offense_type.csv", Types);
        Pack("nibrs_arrestee.csv.gz", Arrests);
    }

    [Fact]
    public void Many_rows_become_one_count_one_day_and_one_yes()
    {
        var file = Taken();

        Assert.Equal(2, file.Rows.Count);
        Assert.Equal(["2", "2", "yes", "yes", "yes", "2016-01-09"], Values(file, 0));
        Assert.Equal(["1", "0", "no", "no", "no", ""], Values(file, 1));
        Assert.DoesNotContain(file.Findings, finding => finding.Severity != Severity.Note);
    }

    [Fact]
    public void A_file_without_a_named_mapping_is_known_by_its_columns_and_joined_all_the_same()
    {
        var file = SourceFile.Open(folder.At("nibrs_incident.csv")).Then(source => Check(source, ""));

        Assert.Equal(Acceptance.Whole, file.Match(taken => taken.Acceptance, _ => Acceptance.Refused));
    }

    [Fact]
    public void A_second_row_where_one_was_declared_refuses_the_file()
    {
        folder.Write("nibrs_offense_type.csv", Types + "36,11B\n");

        Assert.Equal(
            "The file nibrs_offense_type.csv has a second row for the same 'offense_type_id' on line 4, where the mapping says that there is one: taking both "
            + "would count twice. Ask the sender, or say in the mapping what becomes of several ('take': same, earliest, latest, count, any, sum).",
            Said());
    }

    [Fact]
    public void Joined_rows_that_belong_to_nothing_are_told()
    {
        Pack("nibrs_arrestee.csv.gz", Arrests + "99,2016-05-05\n");

        var finding = Assert.Single(Taken().Findings, finding => finding.Severity == Severity.Warning);

        Assert.Equal(("JOIN_UNMATCHED", 1L), (finding.Code, finding.Rows));
    }

    [Fact]
    public void A_key_that_a_lookup_does_not_have_is_told()
    {
        Pack("nibrs_offense.csv.gz", Offences + "4,11,77\n");

        var finding = Assert.Single(Taken().Findings, finding => finding.Severity == Severity.Warning);

        Assert.Equal(("JOIN_NO_MATCH", 1L), (finding.Code, finding.Rows));
    }

    [Theory]
    [InlineData("10\n", "cannot be joined: line 4 has 1 of 2 columns")]
    [InlineData("10,\"2016-01-01\"x\n", "cannot be joined: line 4 has text behind a closing quotation mark")]
    public void A_joined_row_that_is_not_whole_refuses_the_file(string row, string said)
    {
        Pack("nibrs_arrestee.csv.gz", Arrests + row);

        Assert.Contains(said, Said(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_joined_cell_that_is_no_day_puts_the_row_it_belongs_to_aside()
    {
        Pack("nibrs_arrestee.csv.gz", Arrests + "10,soon\n");

        var file = SourceFile.Open(folder.At("nibrs_incident.csv")).Then(source => Check(source, "nibrs-incidents")).Match(checkedFile => checkedFile, _ => null!);

        Assert.Equal((1, 1L), (file.Rows.Count, file.NotAccepted));
        Assert.Contains(file.Findings, finding => finding is { Code: "DATE_FORMAT", Line: 2, Column: "first_arrest" });
    }

    [Theory]
    [InlineData("incident_id,arrested\n", "does not have the column 'arrest_date'")]
    [InlineData("incident_id,arrest_date,arrest_date\n10,2016-01-01,2016-01-01\n", "has the column 'arrest_date' twice (columns 2 and 3)")]
    public void A_joined_header_that_is_not_the_declared_one_is_said(string text, string said)
    {
        Pack("nibrs_arrestee.csv.gz", text);

        Assert.Contains(said, Said(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_joined_file_that_is_not_there_is_said()
    {
        File.Delete(folder.At("nibrs_arrestee.csv.gz"));

        Assert.Contains("nibrs_arrestee.csv.gz must lie in the same folder, and does not", Said(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("take: earliest, of: arrest_date", "take: earliest", "'of' names the column whose value is taken; 'count' and 'any' take none.")]
    [InlineData("where: offence_code, values: [11A]", "where: offence_code", "'where' names a column and 'values' the values that count: both, or neither.")]
    [InlineData("file: nibrs_arrestee.csv.gz", "file: ../nibrs_arrestee.csv.gz", "A joined file lies in the same folder: 'file' is a name without a folder.")]
    [InlineData("{column: arrest, field: arrest}", "{column: cargo_theft_flag2, field: arrest}", "The joined column 'arrest' fills no field: name it under 'columns', or take it out.")]
    [InlineData("{column: rape, take", "{column: offences, take", "Two joins add a column 'offences': give one of them another name.")]
    [InlineData("{column: offence_code, take: one, of: offense_code}", "{column: offence_code, take: first, of: offense_code}", "'take' must be one of one, count, any, same, earliest, latest, sum.")]
    [InlineData("\"4\": victim-refused", "\"4\": refused", "names 'refused', which is no code of the list 'nibrs-cleared-except'.")]
    public void A_wrong_join_is_refused_in_words(string from, string to, string sentence) => Assert.Contains(
        sentence, BrokenDefinitions.With("mappings/nibrs-incidents.yaml", from, to).Match(_ => "", refusal => refusal.Sentence), StringComparison.Ordinal);

    public void Dispose() => folder.Dispose();

    private CheckedFile Taken() => SourceFile.Open(folder.At("nibrs_incident.csv")).Then(file => Check(file, "nibrs-incidents"))
        .Match(file => file, refusal => throw new InvalidOperationException(refusal.Sentence));

    private string Said() => SourceFile.Open(folder.At("nibrs_incident.csv")).Then(file => Check(file, "nibrs-incidents")).Match(_ => "", refusal => refusal.Sentence);

    private static Result<CheckedFile> Check(SourceFile file, string mapping) => Checking.Check(
        file, mapping, Repository.Catalogue, new Pseudonymiser("test", new byte[32], "test"), new CheckWishes(new DateOnly(2026, 11, 1)));

    private static string[] Values(CheckedFile file, int row) =>
        [.. new[] { "offences", "sexual_offences", "sexual_offence", "rape", "arrest", "first_arrest" }.Select(field => file.Rows[row].Values[file.Dataset.IndexOf(field)])];

    private static string Incident(int id, string agency) => $"{agency},{id},1,,2017-11-06 00:00:00,2016-01-05 00:00:00,,13,6,,0,C,F\n";

    private void Pack(string name, string text)
    {
        using var packed = new System.IO.Compression.GZipStream(File.Create(folder.At(name)), System.IO.Compression.CompressionLevel.Fastest);
        packed.Write(System.Text.Encoding.UTF8.GetBytes(text));
    }
}
