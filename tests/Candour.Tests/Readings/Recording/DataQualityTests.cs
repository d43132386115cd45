using Candour.Intake.Mapped;
using Candour.Kernel;
using Candour.Readings.Recording;

namespace Candour.Tests.Readings.Recording;

public sealed class DataQualityTests
{
    [Fact]
    public void Missing_values_are_told_apart_by_field_area_and_month()
    {
        var dataset = Repository.Catalogue.Datasets["nibrs-victims"];
        MappedRow Row(string agency, string day, string sex, string age) => new(2, [.. dataset.Fields.Select(field => field.Id switch
        {
            "victim" or "incident" => "x", "agency" => agency, "incident_date" => day, "sex" => sex, "age" => age, _ => "",
        })]);

        var matrix = MissingMatrix.Of(
            [Row("842", "2016-01-03", "female", "20"), Row("842", "2016-01-30", "unknown", ""), Row("895", "2016-02-01", "", "30")],
            Repository.Catalogue.Mappings["nibrs-victims"], Repository.Catalogue);

        var january = matrix.Cells.Single(cell => cell is { Field.Id: "sex", Area: "842" });
        Assert.Equal((Period.Month(2016, 1), 2L, 1L), (january.Period, january.Rows, january.Missing[MissingKind.NotAnswered]));
        Assert.Equal(0.5, Assert.IsType<Figure.Known>(january.Complete).Value);
        Assert.Equal(1, matrix.Cells.Single(cell => cell is { Field.Id: "sex", Area: "895" }).Missing[MissingKind.NotRecorded]);
        Assert.Equal((2, 3), matrix.ByField().Fields.Where(one => one.Name == "Sex").Select(one => ((int)one.Count.Numerator, (int)one.Count.Denominator)).Single());
        Assert.DoesNotContain(matrix.Cells, cell => cell.Field.Id == "victim");
        Assert.StartsWith("Not enough data", new MissingMatrix([]).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_the_source_does_not_hold_and_a_day_that_may_not_have_come_are_no_empty_cells()
    {
        var dataset = Repository.Catalogue.Datasets["case-extract"];
        var mapping = Repository.Catalogue.Mappings["case-extract"];
        var row = new MappedRow(2, [.. dataset.Fields.Select(field => field.Id switch { "area" => "A01", "report_date" => "2024-01-09", _ => "" })]);
        var without = mapping with { Columns = [.. mapping.Columns.Where(rule => rule.Field != "relationship")] };

        MissingKind Kind(string field) => MissingMatrix.Of([row], without, Repository.Catalogue).Cells.Single(cell => cell.Field.Id == field).Missing.Keys.Single();

        Assert.Equal(
            (MissingKind.NotHeld, MissingKind.NotYet, MissingKind.NotRecorded), (Kind("relationship"), Kind("charge_date"), Kind("victim_sex")));
        var charge = MissingMatrix.Of([row], without, Repository.Catalogue).Cells.Single(cell => cell.Field.Id == "charge_date");
        Assert.IsType<Figure.NotApplicable>(charge.Complete);
    }

    [Fact]
    public void A_sample_compared_with_its_files_gives_an_error_rate_by_field()
    {
        var reading = Read("row,field,on_file,in_record\n1,Sex,F,F\n1,Outcome,16,14\n2,Sex, f ,F\n2,Outcome,16,16\n3,Sex,,\n")
            .Match(read => read, refusal => throw new InvalidOperationException(refusal.Sentence));

        Assert.Equal([("Sex", 0L, 3L), ("Outcome", 1L, 2L)], reading.Fields.Select(one => (one.Name, one.Count.Numerator, one.Count.Denominator)));
        Assert.Equal(
            "Of 5 values of 3 rows, 1 differ from the file: 20.0% (3.6% to 62.4%). Outcome differs most often: 1 of 2. The interval holds for rows drawn at random.",
            reading.Sentence);
        Assert.Equal(2, reading.Draw("audit", "H", "S").Table.Rows.Count);
    }

    [Theory]
    [InlineData("row,field,file,record\n", "line 1: its first line does not name row, field, on file, in record")]
    [InlineData("row,field,on file,in record\n1,Sex,F\n", "line 2: it does not have the columns of the first line")]
    [InlineData("row,field,on file,in record\n1,Sex,F,F\n1,Sex,F,M\n", "line 3: it compares a field of a row a second time")]
    [InlineData("row,field,on file,in record\n,Sex,F,F\n", "line 2: it names no row or no field")]
    public void A_comparison_that_cannot_be_read_is_said(string csv, string said) =>
        Assert.Contains(said, Read(csv).Match(_ => "", refusal => refusal.Sentence), StringComparison.Ordinal);

    private static Result<AuditSampleReading> Read(string csv)
    {
        using var reader = new StringReader(csv);
        return AuditSampleReading.Read(reader);
    }
}
