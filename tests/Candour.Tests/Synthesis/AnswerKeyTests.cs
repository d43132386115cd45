using System.Globalization;
using System.Text.Json;
using Candour.Synthesis;

namespace Candour.Tests.Synthesis;

/// <summary>What the answer key says is in the files, and of that size.</summary>
public sealed class AnswerKeyTests(AnswerKeyTests.LargeNation large) : IClassFixture<AnswerKeyTests.LargeNation>
{
    private static readonly string[] Charged = ["1", "1A"];

    private readonly WrittenNation nation = large.Nation;

    [Fact]
    public void Names_every_planted_thing_once_with_its_place_and_size()
    {
        var planted = Planted();

        Assert.Equal(planted.Count, planted.Select(plant => plant.GetProperty("id").GetString()).Distinct().Count());
        Assert.Subset(
            SyntheticNation.Tables.Select(table => table.Dataset).ToHashSet(),
            planted.Select(plant => plant.GetProperty("dataset").GetString()!).ToHashSet());
        Assert.Equal(
            ["break", "disparity", "error", "judgement", "missing", "none", "people", "point", "shift", "trend"],
            planted.Select(plant => plant.GetProperty("kind").GetString()).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_shift_a_month_and_a_bulk_entry_are_in_the_recorded_crimes()
    {
        Assert.InRange(AMonth("f33", "2025-07", "2026-06") / AMonth("f33", "2022-07", "2025-06"), 1.3, 1.6);
        Assert.InRange(
            AMonth("f19", "2025-03", "2025-03") / ((AMonth("f19", "2025-02", "2025-02") + AMonth("f19", "2025-04", "2025-04")) / 2),
            2, 3.2);
        Assert.DoesNotContain(
            Crimes("f41"), crime => Between(crime, "2024-01-10", "2024-01-31") && !crime["crime"].Contains("-B", StringComparison.Ordinal));
    }

    [Fact]
    public void A_trend_is_in_the_missing_ethnic_groups()
    {
        var victims = nation.Rows("victims").Where(row => row["force"] == "f36").ToList();

        Assert.InRange(Missing("2024-12-31", "2022-07-01"), 0.08, 0.2);
        Assert.InRange(Missing("2026-06-30", "2025-12-01"), 0.43, 0.56);

        double Missing(string until, string from) => Share(
            victims.Where(row => Between(row, from, until)), row => row["ethnicity"].Length == 0);
    }

    [Fact]
    public void Shifts_are_in_outcomes_lags_letters_files_and_hearings()
    {
        Assert.InRange(
            Sixteen("f01", "2025-01-01", "2025-09-30") - Sixteen("f01", "2022-07-01", "2024-12-31"), 0.1, 0.35);
        Assert.True(Crimes("f13").Where(crime => Between(crime, "2025-02-01", "2026-06-30")).All(crime =>
            Day(crime["recorded_date"]).DayNumber - Day(crime["reported_date"]).DayNumber >= 21));
        Assert.InRange(Changed("file-quality", "u51", "assessed_date", "2025-04", row => row["result"] == "met"), -0.5, -0.2);
        Assert.InRange(
            Changed("victim-letters", "u34", "due_date", "2025-05", row =>
                row["sent_date"].Length > 0 && string.CompareOrdinal(row["sent_date"], row["due_date"]) <= 0),
            -0.5, -0.2);
        Assert.InRange(
            Changed("hearings", "u48", "hearing_date", "2025-01", row => row["trial_status"] == "ineffective", row => row["hearing_type"] == "trial"),
            0.15, 0.45);
    }

    [Fact]
    public void Codes_are_used_from_their_day_on()
    {
        Assert.All(
            nation.Crimes.Where(crime => crime["outcome"] == "22"),
            crime => Assert.True(string.CompareOrdinal(crime["outcome_date"], "2024-04-01") >= 0));
        Assert.Contains(nation.Crimes, crime => crime["outcome"] == "22");
        Assert.All(
            nation.Crimes.Where(crime => crime["outcome_subcode"].Length > 0),
            crime => Assert.True(string.CompareOrdinal(crime["outcome_date"], "2024-04-01") >= 0));
        Assert.All(
            nation.Rows("protective-orders").Where(row => row["order_type"] is "dapn" or "dapo"),
            row => Assert.True(string.CompareOrdinal(row["applied_date"], "2024-11-27") >= 0));
        Assert.All(
            nation.Rows("charging-receipts").Where(row => row["unit"] == "u60"),
            row => Assert.True(string.CompareOrdinal(row["received_date"], "2023-10-01") < 0));
    }

    [Fact]
    public void Disparities_are_of_their_size_and_there_is_none_where_none_was_planted()
    {
        var charged = (Func<Dictionary<string, string>, bool>)(crime => Charged.Contains(crime["outcome"]));
        Assert.InRange(Ratio("victim_ethnicity", "black", "white"), 0.45, 0.75);
        Assert.InRange(Ratio("victim_disability", "yes", "no"), 0.52, 0.78);
        Assert.InRange(Ratio("victim_orientation", "bisexual", "heterosexual"), 0.8, 1.25);
        Assert.InRange(Ratio("victim_religion", "christian", "none"), 0.85, 1.17);

        var sixteen = Share(
            nation.Crimes.Where(crime => crime["relationship"] is "partner" or "ex-partner"), crime => crime["outcome"] == "16");
        Assert.InRange(
            sixteen - Share(nation.Crimes.Where(crime => crime["relationship"] == "acquaintance"), crime => crime["outcome"] == "16"),
            0.04, 0.25);

        double Ratio(string field, string group, string reference) =>
            Share(nation.Crimes.Where(crime => crime[field] == group), charged)
            / Share(nation.Crimes.Where(crime => crime[field] == reference), charged);
    }

    [Fact]
    public void Every_planted_error_has_as_many_rows_as_the_key_says()
    {
        var crimes = nation.Crimes;
        Assert.Equal(Rows("reported-after-recorded"), crimes.Count(crime => string.CompareOrdinal(crime["reported_date"], crime["recorded_date"]) > 0));
        Assert.Equal(Rows("outcome-16-without-suspect"), crimes.Count(crime => crime["outcome"] == "16" && crime["suspects_named"] == "0"));
        Assert.Equal(Rows("outcome-14-with-suspect"), crimes.Count(crime => crime["outcome"] == "14" && crime["suspects_named"] != "0"));
        Assert.Equal(Rows("charge-without-day"), crimes.Count(crime => Charged.Contains(crime["outcome"]) && crime["charge_date"].Length == 0));
        Assert.Equal(Rows("transfer-without-body"), crimes.Count(crime => crime["outcome"] == "20" && crime["receiving_body"].Length == 0));
        Assert.Equal(Rows("outcome-16-against-wish"), crimes.Count(crime => crime["outcome"] == "16" && crime["wishes_prosecution_latest"] == "yes"));
        Assert.Equal(Rows("recorded-twice"), crimes.Count(crime => crime["crime"].Contains("-B", StringComparison.Ordinal)));
        Assert.Equal(
            Rows("end-before-charge"),
            nation.Rows("defendants").Where(row => row["finalised_date"].Length > 0 && string.CompareOrdinal(row["finalised_date"], row["charge_date"]) < 0)
                .Count());
        Assert.All(Planted().Where(plant => plant.GetProperty("kind").GetString() == "error"), plant =>
            Assert.InRange(plant.GetProperty("rows").GetInt64(), 1, 1000));
    }

    [Fact]
    public void Assessors_are_as_generous_and_the_panel_disagrees_as_often_as_the_key_says()
    {
        var again = nation.Rows("file-assessments").Where(row => row["reassessed_answer"].Length > 0).ToList();
        Assert.InRange(Share(again, row => row["answer"] == "met" && row["reassessed_answer"] == "not-met"), 0.055, 0.095);
        Assert.InRange(Share(again, row => row["unreasonable"] == "yes"), 0.12, 0.19);

        var panel = nation.Rows("outcome-panel").Where(row => row["recorded_outcome"] == "16" && row["panel_outcome"].Length > 0);
        Assert.InRange(Share(panel, row => row["panel_outcome"] != "16"), 0.08, 0.17);
    }

    private static bool Between(Dictionary<string, string> row, string from, string until) =>
        string.CompareOrdinal(row["recorded_date"], from) >= 0 && string.CompareOrdinal(row["recorded_date"], until) <= 0;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static double Share(IEnumerable<Dictionary<string, string>> rows, Func<Dictionary<string, string>, bool> which)
    {
        var list = rows.ToList();
        return list.Count(which) / (double)list.Count;
    }

    private List<JsonElement> Planted() => [.. JsonDocument.Parse(nation.Bytes(SyntheticNation.AnswerKeyFile)).RootElement
        .GetProperty("planted").EnumerateArray()];

    private long Rows(string error) =>
        Planted().Single(plant => plant.GetProperty("id").GetString() == error).GetProperty("rows").GetInt64();

    private IEnumerable<Dictionary<string, string>> Crimes(string force) => nation.Crimes.Where(crime => crime["force"] == force);

    private double AMonth(string force, string from, string until)
    {
        var months = ((Day(until + "-01").Year - Day(from + "-01").Year) * 12) + Day(until + "-01").Month - Day(from + "-01").Month + 1;
        return Crimes(force).Count(crime => Between(crime, from + "-01", until + "-31")) / (double)months;
    }

    private double Sixteen(string force, string from, string until) =>
        Share(Crimes(force).Where(crime => Between(crime, from, until)), crime => crime["outcome"] == "16");

    private double Changed(
        string dataset, string unit, string day, string since, Func<Dictionary<string, string>, bool> which,
        Func<Dictionary<string, string>, bool>? among = null)
    {
        var rows = nation.Rows(dataset).Where(row => row["unit"] == unit && (among is null || among(row))).ToList();
        return Share(rows.Where(row => string.CompareOrdinal(row[day], since) >= 0), which)
            - Share(rows.Where(row => string.CompareOrdinal(row[day], since) < 0), which);
    }

    /// <summary>Large enough that chance does not hide what was planted.</summary>
    public sealed class LargeNation : IDisposable
    {
        public WrittenNation Nation { get; } = new(60_000, SyntheticNation.DefaultSeed);

        public void Dispose() => Nation.Dispose();
    }
}
