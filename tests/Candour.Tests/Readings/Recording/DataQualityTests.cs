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
        Assert.Equal((Period.Month(2016, 1), 2L, 1L), (january.Period, january.Rows, january.Missing[MissingKind.NotKnown]));
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
            (MissingKind.NotHeld, MissingKind.NotApplicable, MissingKind.NotRecorded), (Kind("relationship"), Kind("charge_date"), Kind("victim_sex")));
        var charge = MissingMatrix.Of([row], without, Repository.Catalogue).Cells.Single(cell => cell.Field.Id == "charge_date");
        Assert.IsType<Figure.NotApplicable>(charge.Complete);
    }

    [Theory]
    [InlineData("receiving_body", "20", "", MissingKind.NotRecorded)]
    [InlineData("receiving_body", "16", "", MissingKind.NotApplicable)]
    [InlineData("charge_date", "1", "", MissingKind.NotRecorded)]
    [InlineData("charge_date", "16", "", MissingKind.NotApplicable)]
    [InlineData("victim_sex", "16", "", MissingKind.NotRecorded)]
    [InlineData("victim_sex", "16", "unknown", MissingKind.NotKnown)]
    [InlineData("victim_sex", "16", "prefer-not-to-say", MissingKind.Refused)]
    public void What_a_case_does_not_need_is_not_missing_and_who_would_not_say_is_not_who_is_not_known(string field, string outcome, string value, MissingKind why)
    {
        var dataset = Repository.Catalogue.Datasets["crimes"];
        var row = new MappedRow(2, [.. dataset.Fields.Select(one => one.Id == field ? value : one.Id switch
        {
            "force" => "f01", "recorded_date" => "2024-01-12", "outcome" => outcome, _ => "",
        })]);

        var cell = MissingMatrix.Of([row], Repository.Catalogue.Mappings["synthetic-crimes"], Repository.Catalogue).Cells.Single(cell => cell.Field.Id == field);

        Assert.Equal([(why, 1L)], cell.Missing.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(why == MissingKind.NotApplicable ? 0 : 1, cell.Due);
    }

    [Fact]
    public void Every_dataset_has_a_matrix_whatever_its_lists_hold()
    {
        foreach (var mapping in Repository.Catalogue.Mappings.Values)
        {
            Assert.Empty(MissingMatrix.Of([], mapping, Repository.Catalogue).Cells);
        }
    }
}
