using System.Globalization;

namespace Candour.Tests.Synthesis;

/// <summary>Proportions are near the published ones, places differ more than by chance, recent crimes are open.</summary>
public sealed class SyntheticProportionsTests(WrittenNation nation) : IClassFixture<WrittenNation>
{
    private static readonly string[] RapeCodes = ["19C", "19D", "19E", "19F", "19G", "19H"];

    [Fact]
    public void Outcomes_of_rape_are_mixed_as_published()
    {
        var rapes = nation.Crimes.Where(crime => RapeCodes.Contains(crime["offence"])).ToList();
        var ended = rapes.Where(crime => crime["outcome"] != "0").ToList();

        Assert.InRange((double)rapes.Count / nation.Crimes.Count, 0.27, 0.33);
        Assert.InRange(Share(ended, "outcome", "1"), 0.05, 0.08);
        Assert.InRange(Share(ended, "outcome", "14"), 0.12, 0.2);
        Assert.InRange(Share(ended, "outcome", "15"), 0.16, 0.25);
        Assert.InRange(Share(ended, "outcome", "16"), 0.33, 0.5);
        Assert.InRange(Share(ended, "outcome", "18"), 0.07, 0.13);
        Assert.InRange(Share(rapes, "outcome", "0"), 0.14, 0.24);
    }

    [Fact]
    public void Charges_of_rape_take_hundreds_of_days_and_courts_as_many_more()
    {
        var charged = nation.Crimes
            .Where(crime => RapeCodes.Contains(crime["offence"]) && crime["charge_date"].Length > 0).ToList();
        var tried = charged.Where(crime => crime["finalised_date"].Length > 0).ToList();

        Assert.InRange(Median(charged, "recorded_date", "charge_date"), 200, 450);
        Assert.InRange(Median(tried, "charge_date", "finalised_date"), 200, 500);
    }

    [Fact]
    public void About_seven_in_ten_legal_decisions_are_charges_and_six_in_ten_prosecutions_end_with_a_conviction()
    {
        string[] legal = ["charged", "no-prosecution-evidential", "no-prosecution-public-interest", "out-of-court"];
        var decisions = nation.Rows("charging-decisions").Where(row => legal.Contains(row["decision"])).ToList();
        var ended = nation.Rows("defendants").Where(row => row["outcome"].Length > 0).ToList();

        Assert.InRange(Share(decisions, "decision", "charged"), 0.6, 0.85);
        Assert.InRange(
            Share(ended, "outcome", "guilty-plea") + Share(ended, "outcome", "convicted-after-trial"), 0.55, 0.8);
    }

    [Fact]
    public void Decisions_take_longer_from_year_to_year_and_recent_crimes_are_open()
    {
        Assert.InRange(MedianOf("2025"), 1.1 * MedianOf("2023"), 2 * MedianOf("2023"));
        Assert.InRange(Share(Recorded("2023"), "outcome", "0"), 0.01, 0.1);
        Assert.InRange(Share(Recorded("2026-06"), "outcome", "0"), 0.85, 1);

        double MedianOf(string year) => Recorded(year)
            .Select(crime => crime["decision_date"].Length == 0
                ? int.MaxValue
                : Day(crime["decision_date"]).DayNumber - Day(crime["recorded_date"]).DayNumber)
            .Order().ElementAt(Recorded(year).Count / 2);
    }

    [Fact]
    public void Between_five_and_fifty_five_in_a_hundred_are_missing_by_field_and_force()
    {
        var forces = nation.Rows("victims").GroupBy(row => row["force"]).Where(rows => rows.Count() > 300).ToList();
        foreach (var field in new[] { "ethnicity", "gender", "disability", "religion", "orientation", "gender_reassignment" })
        {
            var missing = forces.Select(rows => Share([.. rows], field, "")).ToList();
            Assert.InRange(missing.Min(), 0.04, 0.45);
            Assert.InRange(missing.Max(), 0.25, 0.68);
        }

        Assert.InRange(Share(nation.Rows("victims"), "sex", ""), 0.01, 0.1);
    }

    [Fact]
    public void Forces_differ_in_size_and_more_than_by_chance_in_outcomes()
    {
        var forces = nation.Crimes.GroupBy(crime => crime["force"]).Select(crimes => crimes.ToList()).ToList();

        Assert.Equal(44, forces.Count);
        Assert.InRange(forces.Max(crimes => crimes.Count) / (double)nation.Crimes.Count, 0.09, 0.13);
        Assert.InRange(forces.Min(crimes => crimes.Count) / (double)nation.Crimes.Count, 0.002, 0.01);

        // Chi-squared per degree of freedom would be about 1 if forces differed by chance only.
        var ended = forces.Select(crimes => crimes.Where(crime => crime["outcome"] != "0").ToList()).ToList();
        var share = Share([.. ended.SelectMany(crimes => crimes)], "outcome", "16");
        var squares = ended.Sum(crimes => crimes.Count * Math.Pow(Share(crimes, "outcome", "16") - share, 2));
        Assert.InRange(squares / (share * (1 - share)) / (forces.Count - 1), 2.5, 30);
    }

    [Fact]
    public void All_months_are_there_and_summer_has_more()
    {
        var months = nation.Crimes.CountBy(crime => crime["recorded_date"][..7]).ToDictionary();

        Assert.Equal(48, months.Count);
        Assert.True(months["2024-06"] + months["2024-07"] + months["2024-08"]
            > 1.05 * (months["2024-01"] + months["2024-02"] + months["2024-12"]));
    }

    [Fact]
    public void Victims_fit_the_offence()
    {
        foreach (var crime in nation.Crimes)
        {
            switch (crime["offence"])
            {
                case "19C" or "19D" or "19E" or "20A" or "20B":
                    Assert.True(crime["victim_sex"] is "F" or "");
                    break;
                case "19F" or "19G" or "19H" or "17A" or "17B":
                    Assert.True(crime["victim_sex"] is "M" or "");
                    break;
            }

            Assert.False(crime["offence"] is "19C" or "19F" && crime["victim_age_group"] is "0-12" or "13-15");
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static double Share(List<Dictionary<string, string>> rows, string column, string value) =>
        rows.Count(row => row[column] == value) / (double)rows.Count;

    private static double Median(List<Dictionary<string, string>> rows, string from, string to) =>
        rows.Select(row => Day(row[to]).DayNumber - Day(row[from]).DayNumber).Order().ElementAt(rows.Count / 2);

    private List<Dictionary<string, string>> Recorded(string when) =>
        [.. nation.Crimes.Where(crime => crime["recorded_date"].StartsWith(when, StringComparison.Ordinal))];
}
