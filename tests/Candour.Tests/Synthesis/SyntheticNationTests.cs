using System.Globalization;
using System.Text;
using System.Text.Json;
using Candour.Kernel;
using Candour.Synthesis;

namespace Candour.Tests.Synthesis;

public sealed class SyntheticNationTests(WrittenNation nation) : IClassFixture<WrittenNation>
{
    private static readonly string[] RapeCodes = ["19C", "19D", "19E", "19F", "19G", "19H"];

    private static readonly string[] OtherCodes =
        ["17A", "17B", "20A", "20B", "21", "22A", "22B", "23", "70", "71", "72", "73", "88A", "88C", "88E"];

    private static readonly string[] NotRecorded = [""];

    private static readonly string[] AdultAges = ["18-24", "25-34", "35-44", "45-54", "55-64", "65+"];

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        using var one = new WrittenNation(700, 1);
        using var again = new WrittenNation(700, 1);
        using var other = new WrittenNation(700, 2);

        Assert.Equal(one.AllBytes(), again.AllBytes());
        Assert.NotEqual(one.Bytes(SyntheticNation.CrimesFile), other.Bytes(SyntheticNation.CrimesFile));
        Assert.NotEqual(one.Bytes(SyntheticNation.SuspectsFile), other.Bytes(SyntheticNation.SuspectsFile));
    }

    [Fact]
    public void The_bytes_are_those_of_this_recipe_on_every_machine()
    {
        // Whoever changes a hash raises SyntheticNation.Recipe.
        Assert.Equal(1, SyntheticNation.Recipe);
        Assert.Equal(
            "90e815873ffc6355733e7c48f1b3aaf3f817b0a5db66e66e86232b12acbdb232", nation.Manifest.Files[0].Hash.Hex);
        Assert.Equal(
            "a95635fecf0fbeb0f81239c639f418e540006dfbd9343d754ba65871f39770d9", nation.Manifest.Files[1].Hash.Hex);
    }

    [Fact]
    public void Is_written_in_little_time()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{SyntheticNation.DefaultCrimes} crimes in {nation.Elapsed.TotalMilliseconds:F0} ms");

        Assert.InRange(nation.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void The_manifest_names_the_rows_and_hashes_of_its_files()
    {
        var manifest = JsonDocument.Parse(nation.Bytes(SyntheticManifest.FileName)).RootElement;

        Assert.Equal("SYNTHETIC", manifest.GetProperty("label").GetString());
        Assert.Contains("no row describes a real person", manifest.GetProperty("notice").GetString()!);
        Assert.Equal(SyntheticNation.DefaultSeed, manifest.GetProperty("seed").GetInt32());
        Assert.Equal(SyntheticNation.DefaultCrimes, manifest.GetProperty("crimes").GetInt32());
        Assert.Equal("2024-01", manifest.GetProperty("firstMonth").GetString());
        Assert.Equal("2026-06", manifest.GetProperty("lastMonth").GetString());
        Assert.Equal("2026-06-30", manifest.GetProperty("extractDate").GetString());
        Assert.Equal(nation.Manifest.ToJson(), Encoding.UTF8.GetString(nation.Bytes(SyntheticManifest.FileName)));

        var files = manifest.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(
            [SyntheticNation.CrimesFile, SyntheticNation.SuspectsFile],
            files.Select(file => file.GetProperty("name").GetString()));
        Assert.Equal(
            [nation.Crimes.Count, nation.Suspects.Count], files.Select(file => file.GetProperty("rows").GetInt32()));
        Assert.Equal(SyntheticNation.DefaultCrimes, nation.Crimes.Count);
        Assert.All(files, file => Assert.Equal(
            ContentHash.Of(nation.Bytes(file.GetProperty("name").GetString()!)).Hex,
            file.GetProperty("sha256").GetString()));
    }

    [Fact]
    public void Files_are_plain_text_with_line_feeds_and_nothing_to_quote()
    {
        foreach (var name in WrittenNation.Names)
        {
            var bytes = nation.Bytes(name);
            Assert.Equal((byte)'\n', bytes[^1]);
            Assert.NotEqual((byte)'\n', bytes[^2]);
            Assert.DoesNotContain((byte)'\r', bytes);
            Assert.True(bytes.All(b => b is (byte)'\n' or >= 0x20 and < 0x7f), name);
        }

        Assert.DoesNotContain((byte)'"', nation.Bytes(SyntheticNation.CrimesFile));
        Assert.DoesNotContain((byte)'"', nation.Bytes(SyntheticNation.SuspectsFile));
    }

    [Fact]
    public void Columns_are_these_in_this_order()
    {
        Assert.Equal(
            ["label", "crime_reference", "force", "reported_date", "recorded_date", "offence_code", "outcome",
                "outcome_date", "decision_date", "charge_date", "victim_sex", "victim_age_group", "victim_ethnicity",
                "relationship", "suspects", "extract_date"],
            nation.Crimes[0].Keys);
        Assert.Equal(
            ["label", "crime_reference", "suspect_reference", "force", "named_date", "suspect_sex",
                "suspect_age_group"],
            nation.Suspects[0].Keys);
    }

    [Fact]
    public void Each_value_is_one_of_its_codes()
    {
        Codes(nation.Crimes, "label", ["SYNTHETIC"]);
        Codes(nation.Crimes, "force", SyntheticPlaces.Forces.Select(force => force.Code));
        Codes(nation.Crimes, "offence_code", RapeCodes.Concat(OtherCodes));
        Codes(nation.Crimes, "outcome", "0 1 2 3 4 5 8 9 10 11 12 13 14 15 16 17 18 20 21".Split(' '));
        Codes(nation.Crimes, "victim_sex", ["F", "M", "X", ""]);
        Codes(nation.Crimes, "victim_age_group", AdultAges.Concat(["0-12", "13-15", "16-17", ""]));
        Codes(
            nation.Crimes, "victim_ethnicity", ["white", "mixed", "asian", "black", "other", "not-stated", ""]);
        Codes(
            nation.Crimes, "relationship",
            ["partner", "ex-partner", "family", "acquaintance", "stranger", "other", ""]);
        Codes(nation.Crimes, "extract_date", ["2026-06-30"]);
        Codes(nation.Suspects, "label", ["SYNTHETIC"]);
        Codes(nation.Suspects, "suspect_sex", ["F", "M", ""]);
        Codes(nation.Suspects, "suspect_age_group", AdultAges.Concat(NotRecorded));
    }

    [Fact]
    public void Dates_follow_each_other_and_none_lies_after_the_extract()
    {
        foreach (var crime in nation.Crimes)
        {
            var (reported, recorded, extract) =
                (Date(crime, "reported_date"), Date(crime, "recorded_date"), Date(crime, "extract_date"));
            Assert.InRange(recorded, reported, reported.AddDays(7));
            Assert.InRange(recorded, new DateOnly(2024, 1, 1), extract);

            if (crime["outcome"] == "0")
            {
                Assert.Equal(["", "", ""], [crime["outcome_date"], crime["decision_date"], crime["charge_date"]]);
                continue;
            }

            var (outcome, decision) = (Date(crime, "outcome_date"), Date(crime, "decision_date"));
            Assert.InRange(decision, recorded, outcome);
            Assert.InRange(outcome, decision, extract);
            Assert.InRange(outcome, decision, decision.AddDays(5));
            Assert.Equal(crime["outcome"] == "1", crime["charge_date"].Length > 0);
            if (crime["outcome"] == "1")
            {
                Assert.InRange(Date(crime, "charge_date"), decision, outcome);
            }
        }
    }

    [Fact]
    public void References_name_the_force_run_without_a_gap_and_are_in_order()
    {
        var running = new Dictionary<string, int>();
        foreach (var crime in nation.Crimes)
        {
            var number = running[crime["force"]] = running.GetValueOrDefault(crime["force"]) + 1;
            Assert.Equal($"SYN-{crime["force"].ToUpperInvariant()}-{number:000000}", crime["crime_reference"]);
        }

        Assert.Equal(
            nation.Crimes.Select(Key).Order(StringComparer.Ordinal), nation.Crimes.Select(Key));

        static string Key(Dictionary<string, string> crime) => crime["recorded_date"] + crime["crime_reference"];
    }

    [Fact]
    public void Suspects_are_as_many_as_the_crime_says_and_as_the_outcome_allows()
    {
        var named = nation.Suspects.ToLookup(suspect => suspect["crime_reference"]);
        foreach (var crime in nation.Crimes)
        {
            var suspects = named[crime["crime_reference"]].ToList();
            Assert.Equal(int.Parse(crime["suspects"]), suspects.Count);
            Assert.Equal(suspects.Count, suspects.Select(s => s["suspect_reference"]).Distinct().Count());
            switch (crime["outcome"])
            {
                case "14" or "18":
                    Assert.Empty(suspects);
                    break;
                case not ("0" or "20"):
                    Assert.NotEmpty(suspects);
                    break;
            }

            var last = Date(crime, crime["decision_date"].Length > 0 ? "decision_date" : "extract_date");
            foreach (var suspect in suspects)
            {
                Assert.Equal(crime["force"], suspect["force"]);
                Assert.InRange(Date(suspect, "named_date"), Date(crime, "reported_date"), last);
                Assert.True(crime["outcome"] is not ("2" or "11") || suspect["suspect_age_group"].Length == 0);
            }
        }

        var known = nation.Crimes.Select(crime => crime["crime_reference"]).ToHashSet();
        Assert.All(nation.Suspects, suspect => Assert.Contains(suspect["crime_reference"], known));
    }

    [Fact]
    public void Some_suspects_are_named_in_several_crimes_and_stay_the_same_person()
    {
        var people = nation.Suspects.GroupBy(suspect => suspect["suspect_reference"]).ToList();

        Assert.InRange(people.Count(person => person.Count() > 1) / (double)people.Count, 0.03, 0.12);
        Assert.All(people, person => Assert.Single(
            person.Select(s => (s["force"], s["suspect_sex"], s["suspect_age_group"])).Distinct()));
    }

    [Fact]
    public void Victims_fit_the_offence()
    {
        foreach (var crime in nation.Crimes)
        {
            switch (crime["offence_code"])
            {
                case "19C" or "19D" or "19E" or "20A" or "20B":
                    Assert.True(crime["victim_sex"] is "F" or "");
                    break;
                case "19F" or "19G" or "19H" or "17A" or "17B":
                    Assert.True(crime["victim_sex"] is "M" or "");
                    break;
            }

            switch (crime["offence_code"])
            {
                case "19E" or "19H" or "17B" or "20B" or "21":
                    Assert.True(crime["victim_age_group"] is "0-12" or "");
                    break;
                case "19C" or "19F":
                    Assert.False(crime["victim_age_group"] is "0-12" or "13-15");
                    break;
            }
        }
    }

    [Fact]
    public void Outcomes_are_mixed_as_published()
    {
        var rapes = nation.Crimes.Where(crime => RapeCodes.Contains(crime["offence_code"])).ToList();
        var ended = rapes.Where(crime => crime["outcome"] != "0").ToList();

        Assert.InRange(Share(nation.Crimes, crime => crime["outcome"] == "0"), 0.22, 0.29);
        Assert.InRange((double)rapes.Count / nation.Crimes.Count, 0.33, 0.37);
        Assert.InRange(Share(ended, crime => crime["outcome"] == "1"), 0.05, 0.07);
        Assert.InRange(Share(ended, crime => crime["outcome"] == "14"), 0.15, 0.20);
        Assert.InRange(Share(ended, crime => crime["outcome"] == "15"), 0.26, 0.32);
        Assert.InRange(Share(ended, crime => crime["outcome"] == "16"), 0.31, 0.37);
        Assert.InRange(Share(ended, crime => crime["outcome"] == "18"), 0.09, 0.13);
    }

    [Fact]
    public void Decisions_take_longer_from_year_to_year_and_recent_crimes_are_open()
    {
        Assert.InRange(MedianDays("2024"), 95, 125);
        Assert.InRange(MedianDays("2025"), 1.1 * MedianDays("2024"), 170);
        Assert.InRange(Share(Recorded("2024"), crime => crime["outcome"] == "0"), 0.02, 0.1);
        Assert.InRange(Share(Recorded("2026-06"), crime => crime["outcome"] == "0"), 0.9, 1);

        double MedianDays(string when)
        {
            var days = Recorded(when)
                .Select(crime => crime["outcome"] == "0"
                    ? int.MaxValue
                    : Date(crime, "decision_date").DayNumber - Date(crime, "reported_date").DayNumber)
                .Order().ToList();
            return days[days.Count / 2];
        }
    }

    [Fact]
    public void Forces_differ_in_size_in_recording_and_more_than_by_chance_in_outcomes()
    {
        var forces = nation.Crimes.GroupBy(crime => crime["force"]).Select(crimes => crimes.ToList()).ToList();
        var missing = forces.Select(crimes => Share(crimes, crime => crime["victim_ethnicity"].Length == 0)).ToList();

        Assert.Equal(44, forces.Count);
        Assert.InRange(forces.Max(crimes => crimes.Count) / (double)nation.Crimes.Count, 0.09, 0.11);
        Assert.InRange(forces.Min(crimes => crimes.Count) / (double)nation.Crimes.Count, 0.002, 0.01);
        Assert.InRange(missing.Min(), 0.02, 0.12);
        Assert.InRange(missing.Max(), 0.5, 0.65);
        Assert.InRange(Share(nation.Crimes, crime => crime["victim_ethnicity"].Length == 0), 0.26, 0.33);

        // Chi-squared per degree of freedom would be about 1 if forces differed by chance only.
        var ended = forces.Select(crimes => crimes.Where(crime => crime["outcome"] != "0").ToList()).ToList();
        var all = ended.SelectMany(crimes => crimes).ToList();
        var share = Share(all, crime => crime["outcome"] == "16");
        var squares = ended.Sum(crimes =>
            crimes.Count * Math.Pow(Share(crimes, crime => crime["outcome"] == "16") - share, 2));
        var dispersion = squares / (share * (1 - share)) / (forces.Count - 1);
        Assert.InRange(dispersion, 3, 30);
    }

    [Fact]
    public void All_months_are_there_and_summer_has_more()
    {
        var months = nation.Crimes.CountBy(crime => crime["recorded_date"][..7]).ToDictionary();

        Assert.Equal(30, months.Count);
        Assert.True(months["2024-06"] + months["2024-07"] + months["2024-08"]
            > 1.05 * (months["2024-01"] + months["2024-02"] + months["2024-12"]));
    }

    [Fact]
    public void A_single_crime_is_a_nation_and_files_are_replaced()
    {
        using var small = new WrittenNation(5000, 3);

        var manifest = SyntheticNation.Write(small.Folder, 1, 3);

        Assert.Single(small.Crimes);
        Assert.Equal(ContentHash.Of(small.Bytes(SyntheticNation.CrimesFile)), manifest.Files[0].Hash);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(SyntheticNation.MostCrimes + 1)]
    public void Too_few_and_too_many_crimes_are_refused(int crimes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticNation.Write(nation.Folder, crimes, 1));

    private static void Codes(IEnumerable<Dictionary<string, string>> rows, string column, IEnumerable<string> codes) =>
        Assert.Empty(rows.Select(row => row[column]).Distinct().Except(codes));

    private static DateOnly Date(Dictionary<string, string> row, string column) =>
        DateOnly.ParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static double Share(
        List<Dictionary<string, string>> crimes, Func<Dictionary<string, string>, bool> which) =>
        crimes.Count(which) / (double)crimes.Count;

    private List<Dictionary<string, string>> Recorded(string when) =>
        [.. nation.Crimes.Where(crime => crime["recorded_date"].StartsWith(when, StringComparison.Ordinal))];
}
