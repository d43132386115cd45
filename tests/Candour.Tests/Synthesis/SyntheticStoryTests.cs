using System.Globalization;
using Candour.Synthesis.Places;

namespace Candour.Tests.Synthesis;

/// <summary>The story of one crime is the same in every file: keys join, days follow each other, outcomes agree.</summary>
public sealed class SyntheticStoryTests(WrittenNation nation) : IClassFixture<WrittenNation>
{
    private const string Extract = "2026-06-30";

    /// <summary>Child dataset, its columns, parent dataset, its columns.</summary>
    public static TheoryData<string, string, string, string> Joins => new()
    {
        { "crimes", "report", "reports", "report" },
        { "reports", "crime", "crimes", "crime" },
        { "victims", "crime", "crimes", "crime" },
        { "suspects", "crime", "crimes", "crime" },
        { "relationships", "crime", "crimes", "crime" },
        { "relationships", "victim crime", "victims", "victim crime" },
        { "relationships", "suspect crime", "suspects", "suspect crime" },
        { "outcome-history", "crime", "crimes", "crime" },
        { "outcome-panel", "crime", "crimes", "crime" },
        { "victims-code-duties", "victim", "victims", "victim" },
        { "order-breaches", "order", "protective-orders", "order" },
        { "charging-receipts", "case", "prosecution-cases", "case" },
        { "charging-decisions", "case unit", "prosecution-cases", "case unit" },
        { "charging-decisions", "suspect", "suspects", "suspect" },
        { "consultations", "case suspect", "charging-decisions", "case suspect" },
        { "action-plans", "case", "prosecution-cases", "case" },
        { "defendants", "case unit", "prosecution-cases", "case unit" },
        { "charges", "case defendant", "defendants", "case defendant" },
        { "hearings", "case unit", "prosecution-cases", "case unit" },
        { "custody-time-limits", "case defendant", "defendants", "case defendant" },
        { "court-directions", "case", "prosecution-cases", "case" },
        { "tasks", "case", "prosecution-cases", "case" },
        { "case-practices", "case", "prosecution-cases", "case" },
        { "case-resolutions", "case", "prosecution-cases", "case" },
        { "file-quality", "file", "prosecution-cases", "case" },
        { "assessment-plan", "file", "case-resolutions", "case" },
        { "file-assessments", "file question_set", "assessment-plan", "file question_set" },
        { "record-checks", "record", "case-resolutions", "case" },
    };

    [Theory]
    [MemberData(nameof(Joins))]
    public void Keys_join(string child, string columns, string parent, string parentColumns)
    {
        var known = nation.Rows(parent).Select(row => Key(row, parentColumns)).ToHashSet();

        Assert.DoesNotContain(
            nation.Rows(child).Select(row => Key(row, columns)).Where(key => key.Length > 0), key => !known.Contains(key));
    }

    [Fact]
    public void Nothing_lies_after_the_extract_but_what_is_due_or_ends_later()
    {
        string[] ahead =
        [
            "due_date", "check_due_date", "ends_date", "valid_until", "next_review_date", "assess_by_date", "submit_by_date",
            "test_by_date",
        ];
        foreach (var table in Candour.Synthesis.SyntheticNation.Tables)
        {
            foreach (var column in table.Columns.Where(name =>
                name.EndsWith("_date", StringComparison.Ordinal) && !ahead.Contains(name)))
            {
                Assert.All(nation.Rows(table.Dataset), row => Assert.False(
                    string.CompareOrdinal(row[column], Extract) > 0, $"{table.Dataset}.{column} {row[column]}"));
            }
        }
    }

    [Fact]
    public void Days_of_a_crime_follow_each_other_but_for_the_planted_errors()
    {
        foreach (var crime in nation.Crimes)
        {
            if (crime["force"] != "f07")
            {
                InOrder(crime, "reported_date", "recorded_date");
            }

            InOrder(crime, "recorded_date", "decision_date");
            InOrder(crime, "decision_date", "outcome_date");
            InOrder(crime, "decision_date", "charge_date");
            InOrder(crime, "recorded_date", "referral_date");
            InOrder(crime, "referral_date", "decision_date");
            InOrder(crime, "charge_date", "finalised_date");
            InOrder(crime, "recorded_date", "withdrawal_date");
            InOrder(crime, "withdrawal_date", "decision_date");
            Assert.Equal(crime["outcome"] == "0", crime["outcome_date"].Length == 0);
        }
    }

    [Fact]
    public void A_crime_that_was_charged_has_a_case_a_defendant_and_a_first_hearing_and_no_other_has()
    {
        var charged = nation.Crimes.Where(crime => crime["outcome"] is "1" or "1A")
            .Select(crime => crime["crime"].Replace("SYN-", "SYN-C-", StringComparison.Ordinal)).ToHashSet();

        Assert.Equal(charged.Order(), nation.Rows("defendants").Select(row => row["case"]).Distinct().Order());
        Assert.Equal(charged.Order(), nation.Rows("charges").Select(row => row["case"]).Distinct().Order());
        Assert.Empty(nation.Rows("hearings").Select(row => row["case"]).Except(charged));
        Assert.Equal(
            nation.Rows("prosecution-cases").Where(row => row["finalised_date"].Length > 0).Select(row => row["case"]).Order(),
            nation.Rows("case-resolutions").Select(row => row["case"]).Order());
    }

    [Fact]
    public void The_last_outcome_of_the_history_is_that_of_the_crime()
    {
        var last = nation.Rows("outcome-history").Where(row => row["replaced_date"].Length == 0)
            .ToDictionary(row => row["crime"], row => row["outcome"] + row["assigned_date"]);

        Assert.All(
            nation.Crimes.Where(crime => crime["outcome"] != "0" && !crime["crime"].Contains("-B", StringComparison.Ordinal)),
            crime => Assert.Equal(crime["outcome"] + crime["outcome_date"], last[crime["crime"]]));
    }

    [Fact]
    public void Suspects_are_as_many_as_the_crime_says()
    {
        var named = nation.Rows("suspects").CountBy(row => row["crime"]).ToDictionary();

        Assert.All(nation.Crimes, crime => Assert.Equal(
            crime["suspects_named"],
            named.GetValueOrDefault(crime["crime"]).ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_suspect_named_again_stays_the_same_person()
    {
        var people = nation.Rows("suspects").GroupBy(row => row["suspect"]).ToList();

        Assert.InRange(people.Count(person => person.Count() > 1) / (double)people.Count, 0.03, 0.12);
        Assert.All(people, person => Assert.Single(
            person.Select(row => Key(row, "force suspect_sex suspect_age_group suspect_ethnicity")).Distinct()));
    }

    [Fact]
    public void Hearings_of_a_case_are_numbered_in_the_order_of_their_days()
    {
        foreach (var hearings in nation.Rows("hearings").GroupBy(row => row["case"]))
        {
            Assert.Equal(
                Enumerable.Range(1, hearings.Count()).Select(number => number.ToString(CultureInfo.InvariantCulture)),
                hearings.Select(row => row["hearing_number"]));
            Assert.Equal(hearings.Select(row => row["hearing_date"]).Order(), hearings.Select(row => row["hearing_date"]));
        }
    }

    [Fact]
    public void Prosecution_cases_go_to_a_unit_that_serves_the_force()
    {
        var serves = SyntheticUnits.All.ToDictionary(unit => unit.Code, unit => unit.Forces);

        Assert.All(nation.Rows("prosecution-cases"), row => Assert.Contains(
            row["case"].Split('-')[2].ToLowerInvariant(), serves[row["unit"]]));
    }

    private static string Key(Dictionary<string, string> row, string columns) =>
        string.Join('|', columns.Split(' ').Select(column => row[column]));

    private static void InOrder(Dictionary<string, string> row, string first, string then) => Assert.False(
        row[first].Length > 0 && row[then].Length > 0 && string.CompareOrdinal(row[first], row[then]) > 0,
        $"{row["crime"]}: {first} {row[first]}, {then} {row[then]}");
}
