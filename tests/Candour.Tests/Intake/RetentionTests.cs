using Candour.Intake.Erasing;
using Candour.Intake.Mapped;
using Candour.Tests.Store;

namespace Candour.Tests.Intake;

public sealed class RetentionTests
{
    private static readonly Candour.Definitions.Dataset Crimes = Repository.Catalogue.Datasets["crimes"] with { RetentionMonths = 12 };

    [Theory]
    [InlineData("2025-01-31", 2026, 1, 31, false)]
    [InlineData("2025-01-01", 2026, 2, 1, true)]
    [InlineData("2025-01", 2026, 2, 1, true)]
    [InlineData("2025-01", 2026, 1, 31, false)]
    [InlineData("", 2199, 1, 1, false)]
    public void A_row_is_due_when_its_month_ended_that_long_ago(string said, int year, int month, int day, bool due)
    {
        var values = Crimes.Fields.Select(field => field.Id == Crimes.Bases[0].PeriodField ? said : "").ToArray();

        Assert.Equal(due, Retention.IsDue(new MappedRow(2, values), Crimes, new DateOnly(year, month, day)));
        Assert.False(Retention.IsDue(new MappedRow(2, values), Crimes with { RetentionMonths = 0 }, new DateOnly(year, month, day)));
    }

    [Fact]
    public void A_dataset_that_says_nothing_keeps_its_rows() => Assert.Empty(
        Retention.Due(Repository.Catalogue, [Invented.Submission("a")], new DateOnly(2199, 1, 1)));
}
