using System.Text.Json;

namespace Candour.Tests.CommandLine;

/// <summary>The verb <c>figure</c> as a person and a script use it.</summary>
public sealed class FigureTests(DemoWorkspace demo)
{
    [Fact]
    public void Prints_the_documented_keys_of_a_known_figure()
    {
        var json = Json("rape-outcome-16-share-assigned", "--area", "durham", "--period", "2018/19");

        Assert.Equal("rape-outcome-16-share-assigned", json.GetProperty("measure").GetString());
        Assert.Equal(1, json.GetProperty("version").GetInt32());
        Assert.Equal(64, json.GetProperty("snapshot").GetString()!.Length);
        Assert.Equal("crime", json.GetProperty("unit").GetString());
        Assert.Equal("assigned", json.GetProperty("basis").GetString());
        Assert.Equal("durham", json.GetProperty("area").GetString());
        Assert.Equal("2018/19", json.GetProperty("period").GetString());
        Assert.Empty(json.GetProperty("where").EnumerateObject());
        Assert.Equal("known", json.GetProperty("state").GetString());
        Assert.Equal((244, 642, 0), (Number(json, "numerator"), Number(json, "denominator"), Number(json, "missing")));
        Assert.Equal(244 / 642.0, json.GetProperty("value").GetDouble(), 12);
        Assert.Equal(0.3431, json.GetProperty("lower").GetDouble(), 3);
        Assert.Equal(0.4181, json.GetProperty("upper").GetDouble(), 3);
    }

    [Fact]
    public void Prints_no_value_where_there_is_none()
    {
        var json = Json("sexual-offences-charged-share-assigned", "--area", "London, City of", "--period", "2018/19-Q4");

        Assert.Equal("notApplicable", json.GetProperty("state").GetString());
        Assert.Equal((-1, 23), (Number(json, "numerator"), Number(json, "denominator")));
        Assert.False(json.TryGetProperty("value", out _));
        Assert.False(json.TryGetProperty("lower", out _));
    }

    [Theory]
    [InlineData("Metropolitan Police")]
    [InlineData("METROPOLITAN POLICE")]
    [InlineData("metropolitan-police")]
    public void Finds_an_area_by_its_spellings(string area) =>
        Assert.Equal(12_067, Number(Json("rape-outcomes-assigned", "--area", area, "--period", "2018/19"), "numerator"));

    [Theory]
    [InlineData("GreaterManchester")]
    [InlineData("Greater Manchester")]
    public void Finds_an_area_whatever_its_blanks(string area) =>
        Assert.Equal("greater-manchester", Json("all-prosecutions-completed", "--area", area).GetProperty("area").GetString());

    [Fact]
    public void Builds_a_share_of_two_counts()
    {
        var json = Json("--numerator", "rape-charged-assigned", "--denominator", "rape-outcomes-assigned", "--period", "2018/19");

        Assert.Equal((2_372, 60_000), (Number(json, "numerator"), Number(json, "denominator")));
        Assert.Equal(2, json.GetProperty("references").GetArrayLength());
    }

    [Theory]
    [InlineData("they follow different crimes", "--numerator", "rape-charged-assigned", "--denominator", "rape-crimes-recorded")]
    [InlineData("one is not a part of the other", "--numerator", "suspects-named", "--denominator", "rape-crimes-recorded")]
    [InlineData("There is no measure 'nothing'", "nothing")]
    [InlineData("There is no area 'Mars'", "rape-outcomes-assigned", "--area", "Mars")]
    [InlineData("did you mean Durham", "rape-outcomes-assigned", "--area", "Durham Police")]
    [InlineData("are quarters, so they cannot answer for 2018-07", "rape-outcomes-assigned", "--period", "2018-07")]
    [InlineData("'soon' is not a period", "rape-outcomes-assigned", "--period", "soon")]
    [InlineData("longer than fifty years", "rape-outcomes-assigned", "--period", "1900..2100")]
    [InlineData("its breakdowns are offence, outcome", "rape-outcomes-assigned", "--where", "weather=rain")]
    [InlineData("'99Z' is neither a code nor a group of 'offence'", "rape-outcomes-assigned", "--where", "offence=99Z")]
    [InlineData("write field=code", "rape-outcomes-assigned", "--where", "offence")]
    [InlineData("is conditioned twice", "rape-outcomes-assigned", "--where", "offence=19C", "--where", "offence=19D")]
    [InlineData("has no data in a dataset 'weather'", "rape-outcomes-assigned", "--dataset", "weather")]
    [InlineData("One of the words is empty", "rape-outcomes-assigned", "--area", "")]
    [InlineData("Name a measure, or two counts")]
    [InlineData("Name a measure, or two counts", "--numerator", "rape-charged-assigned")]
    [InlineData("not both", "rape-outcomes-assigned", "--numerator", "rape-charged-assigned", "--denominator", "rape-outcomes-assigned")]
    public void Refuses_in_one_sentence_with_exit_code_2(string sentence, params string[] words)
    {
        _ = demo.Room;

        var said = TheProgram.Run(["figure", .. words, "--workspace", demo.Folder]);

        Assert.Equal(2, said.ExitCode);
        Assert.Equal("", said.Output);
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
        Assert.Single(said.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Days_count_open_cases_as_open()
    {
        var median = Json("days-report-to-decision-median");
        var slow = Json("days-report-to-decision-90th-percentile");
        var recent = Json("days-report-to-decision-median", "--period", "2026-06");

        Assert.True(Number(median, "denominator") > Number(median, "numerator"));
        Assert.True(slow.GetProperty("value").GetDouble() > median.GetProperty("value").GetDouble());
        Assert.Equal("notReached", recent.GetProperty("state").GetString());
    }

    [Fact]
    public void A_workspace_without_a_snapshot_says_what_to_do()
    {
        using var own = new OrdinaryWorkspace();

        var said = own.Run("figure", "rape-outcomes-assigned");

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("run 'candour snapshot' and 'candour compute'", said.Error, StringComparison.Ordinal);
    }

    private JsonElement Json(params string[] words)
    {
        _ = demo.Room;
        var said = TheProgram.Run(["figure", .. words, "--json", "--workspace", demo.Folder]);
        Assert.True(said.ExitCode == 0, said.Error);
        return JsonDocument.Parse(said.Output).RootElement;
    }

    private static long Number(JsonElement json, string key) => json.GetProperty(key).GetInt64();
}
