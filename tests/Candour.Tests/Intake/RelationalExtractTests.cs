using System.Globalization;
using Candour.Intake;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;
using Candour.Kernel;

namespace Candour.Tests.Intake;

/// <summary>Real extracts mapped by definitions alone; the figures are those that others counted (see each SOURCE.md).</summary>
public sealed class RelationalExtractTests
{
    private static readonly string Toronto = Repository.At("tests", "Candour.Tests", "Fixtures", "Toronto", "reported_crimes.csv");

    private static readonly string Nibrs = Repository.At("tests", "Candour.Tests", "Fixtures", "Nibrs");

    [Theory]
    [InlineData("2014", 2_092, 1_273)]
    [InlineData("2015", 2_170, 1_349)]
    [InlineData("2016", 2_205, 1_370)]
    [InlineData("2017", 2_342, 1_421)]
    [InlineData("2018", 2_764, 1_512)]
    [InlineData("2019", 2_737, 1_613)]
    public void Toronto_s_reported_and_cleared_sexual_violations_come_out(string year, long reported, long cleared)
    {
        var file = Checked(Toronto, "toronto-reported-crimes");
        long Sum(string clearance) => Rows(file, ("subtype", "sexual-violation"), ("year", year))
            .Where(row => clearance.Length == 0 || Value(file, row, "clearance") == clearance)
            .Sum(row => long.Parse(Value(file, row, "offences"), CultureInfo.InvariantCulture));

        Assert.Equal(Acceptance.Whole, file.Acceptance);
        Assert.Equal((reported, cleared), (Sum(""), Sum("cleared")));
    }

    [Fact]
    public void Incidents_with_their_offences_and_arrests_are_counted_once()
    {
        var file = Checked(Path.Combine(Nibrs, "nibrs_incident.csv.gz"), "nibrs-incidents");
        var sexual = Rows(file, ("sexual_offence", "yes")).ToList();
        int Count(params (string, string)[] where) => Rows(file, [("sexual_offence", "yes"), .. where]).Count();

        Assert.Equal(16_847, file.Rows.Count);
        Assert.Equal(302, sexual.Count);
        Assert.Equal(304, sexual.Sum(row => int.Parse(Value(file, row, "sexual_offences"), CultureInfo.InvariantCulture)));
        Assert.Equal((52, 8, 5), (Count(("arrest", "yes")), Count(("cleared_except", "victim-refused")), Count(("cleared_except", "prosecution-declined"))));
        Assert.Equal((78, 7), (Count(("rape", "yes")), Count(("rape", "yes"), ("arrest", "yes"))));
        Assert.Equal((116, 21), (Count(("agency", "842")), Count(("agency", "842"), ("arrest", "yes"))));
        var days = sexual.Where(row => Value(file, row, "first_arrest").Length > 0)
            .Select(row => Day(Value(file, row, "first_arrest")) - Day(Value(file, row, "incident_date"))).Order().ToList();
        Assert.Equal((52, 2, 15, 526), (days.Count, (days[25] + days[26]) / 2, days.Count(one => one == 0), days[^1]));
    }

    [Fact]
    public void Victims_are_joined_to_their_offences_without_multiplying()
    {
        var file = Checked(Path.Combine(Nibrs, "nibrs_victim.csv.gz"), "nibrs-victims");
        int Count(params (string, string)[] where) => Rows(file, [("sexual_offence", "yes"), .. where]).Count();

        Assert.Equal(18_828, file.Rows.Count);
        Assert.Equal((326, 275, 51), (Count(), Count(("sex", "female")), Count(("sex", "male"))));
        Assert.Equal(5, Count(("age", "")));
        Assert.InRange(Count(("partner", "yes")), 1, 326);
        Assert.Equal((18, 39), (Count(("race", "unknown")), Count(("ethnicity", "unknown"))));
    }

    [Fact]
    public void Arrests_keep_the_break_in_their_offence_groups()
    {
        var file = Checked(Repository.At("tests", "Candour.Tests", "Fixtures", "Arrests", "arrests-2014-15.csv.gz"), "home-office-arrests");
        long Sum(string group) => Rows(file, ("offence_group", group)).Select(row => Value(file, row, "arrests")).Where(text => text.Length > 0)
            .Sum(text => long.Parse(text, CultureInfo.InvariantCulture));

        Assert.Equal((35_294, 853), (Sum("old-sexual"), Sum("new-sexual")));
    }

    [Fact]
    public void Finished_estimates_are_rounded_only_where_the_mapping_says_so_and_it_is_told()
    {
        var file = Checked(Repository.At("tests", "Candour.Tests", "Fixtures", "ProsecutionTimes", "times.csv"), "rape-prosecution-times");
        var first = Rows(file, ("year", "2011")).Single();

        Assert.Equal(("england-wales", "1599.133414", "14.108273", "179", "462.5"), (
            Value(file, first, "nation"), Value(file, first, "mean_offence_to_charge"), Value(file, first, "mean_charge_to_first_listing"),
            Value(file, first, "median_offence_to_charge"), Value(file, first, "median_offence_to_completion")));
        Assert.Contains(file.Findings, finding => finding is { Code: "NUMBER_ROUNDED", Column: "mean_charge_to_first_listing", Severity: Severity.Note });
    }

    private static int Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;

    private static string Value(CheckedFile file, MappedRow row, string field) => row.Values[file.Dataset.IndexOf(field)];

    private static IEnumerable<MappedRow> Rows(CheckedFile file, params (string Field, string Code)[] where) =>
        file.Rows.Where(row => where.All(one => Value(file, row, one.Field) == one.Code));

    private static CheckedFile Checked(string path, string mapping) =>
        Check(path, mapping).Match(file => file, refusal => throw new InvalidOperationException(refusal.Sentence));

    private static Result<CheckedFile> Check(string path, string mapping) => SourceFile.Open(path).Then(file => Checking.Check(
        file, mapping, Repository.Catalogue, new Pseudonymiser("test", new byte[32], "test"), new CheckWishes(new DateOnly(2026, 11, 1))));
}
