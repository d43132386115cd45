using Candour.Readings.Recording;

namespace Candour.Tests.Readings.Recording;

public sealed class RecordingTests
{
    [Fact]
    public void Causes_run_from_the_most_frequent_and_say_whether_the_first_is_surely_first()
    {
        var reading = CausesReading.Of([new("Late file", 12), new("No statement", 90), new("Other", 0), new("No disclosure", 30)], 18);

        Assert.Equal(["No statement", "No disclosure", "Late file"], reading.Causes.Select(cause => cause.Name));
        Assert.Equal(
            "One code makes 68.2% of 132 coded cases. The first is first by more than chance. 18 of 150 cases (12.0%) have no code, and could "
            + "change the order.",
            reading.Sentence);
        Assert.Contains("may be chance", CausesReading.Of([new("A", 5), new("B", 4)], 0).Sentence, StringComparison.Ordinal);
        Assert.Contains("It is the only one.", CausesReading.Of([new("A", 5)], 0).Sentence, StringComparison.Ordinal);
        Assert.Equal("Not enough data: none of 7 cases has a code.", CausesReading.Of([], 7).Sentence);
        var chart = reading.Draw("causes", "H", "S", "Cases");
        Assert.Equal(["68.2%", "90.9%", "100.0%"], chart.Table.Rows.Select(row => row[^1]));
    }

    [Fact]
    public void Completeness_names_the_field_that_is_missing_most()
    {
        var reading = new CompletenessReading([new("Ethnic group", new(30, 100)), new("Sex", new(0, 100)), new("Religion", new(0, 0))]);

        Assert.StartsWith("Ethnic group is missing most often: 30 of 100 (30.0%). 1 of 2 fields is complete.", reading.Sentence, StringComparison.Ordinal);
        Assert.Equal("No case lacks any of 1 field.", new CompletenessReading([new("Sex", new(0, 5))]).Sentence);
        Assert.StartsWith("Not enough data", new CompletenessReading([]).Sentence, StringComparison.Ordinal);
        Assert.Equal(3, reading.Draw("missing", "H", "S").Table.Rows.Count);
    }

    [Fact]
    public void Stages_of_one_cohort_are_followed_and_others_refused()
    {
        Assert.True(AttritionReading.Of([new("Recorded", 1000), new("Named suspect", 600), new("Charged", 60)]).Try(out var reading, out _));
        Assert.Equal(
            "Of 1,000 at “Recorded”, 60 reach “Charged”: 6.0% (4.7% to 7.6%). Most leave between “Named suspect” and “Charged”: 540. Cases still "
            + "open may yet go on, and leaving says nothing about why.",
            reading!.Sentence);
        var chart = reading.Draw("stages", "H", "S", "Crimes");
        Assert.Equal(["100.0%", "60.0%", "10.0%"], chart.Table.Rows.Select(row => row[2]));
        Assert.True(new Charts.Drawing(chart.Wide).StaysInside() && new Charts.Drawing(chart.Narrow).StaysInside());

        // A quarter's charges are no part of the same quarter's crimes.
        Assert.False(AttritionReading.Of([new("Recorded", 292), new("Charged", 11312)]).Try(out _, out var refusal));
        Assert.Contains("they are not the same cases at two stages", refusal!.Sentence, StringComparison.Ordinal);
        Assert.True(AttritionReading.Of([new("Recorded", 0), new("Charged", 0)]).Try(out var none, out _));
        Assert.StartsWith("Not enough data", none!.Sentence, StringComparison.Ordinal);
    }
}
