using Candour.Intake.Checks;
using Candour.Intake.Mapped;

namespace Candour.Tests.Definitions;

/// <summary>A code list is dated: a code of another time is told, and its row kept.</summary>
public sealed class CodesInUseTests
{
    [Theory]
    [InlineData("2019-03-31", 1)]
    [InlineData("2019-04-01", 0)]
    public void A_code_before_its_first_day_is_told(string recorded, int expected)
    {
        var dataset = Repository.Catalogue.Datasets["crimes"];
        Assert.Equal(new DateOnly(2019, 4, 1), Repository.Catalogue.CodeLists["outcome"]["22"].From);
        var row = new MappedRow(2, [.. dataset.Fields.Select(field => field.Id switch
        {
            "recorded_date" => recorded, "outcome" => "22", "force" => "f01", _ => "",
        })]);

        var found = CheckRunning.Findings([row], dataset, Repository.Catalogue).Where(finding => finding.Code == "CODE_NOT_IN_USE");

        Assert.Equal(expected, found.Count());
    }
}
