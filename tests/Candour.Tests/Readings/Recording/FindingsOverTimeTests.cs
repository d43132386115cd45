using Candour.Kernel;
using Candour.Readings.Recording;
using Candour.Statistics;

namespace Candour.Tests.Readings.Recording;

public sealed class FindingsOverTimeTests
{
    [Fact]
    public void Each_check_is_followed_from_one_span_of_submissions_to_the_next()
    {
        var (january, february) = (Period.Month(2024, 1), Period.Month(2024, 2));
        var found = FindingsOverTime.Of(
        [
            new CheckedSubmission(february, 50, [Found("code-unknown", 5)]),
            new CheckedSubmission(january, 40, [Found("code-unknown", 2), Found("code-unknown", 1), Found("duplicate", 1)]),
            new CheckedSubmission(january, 60, [Found("duplicate", 1)]),
        ]);

        Assert.Equal([january, february], found.Spans.Select(span => span.Period));
        Assert.Equal([("code-unknown", ""), ("duplicate", "")], found.Checks);
        Assert.Equal(
            [new ShareCount(3, 100), new ShareCount(5, 50)], found.Spans.Select(span => FindingsOverTime.ShareOf(span, ("code-unknown", ""))));
        Assert.Equal(
            [new ShareCount(2, 100), new ShareCount(0, 50)], found.Spans.Select(span => FindingsOverTime.ShareOf(span, ("duplicate", ""))));
        Assert.True(found.IsSeries);
        Assert.Equal(2, found.Draw("checks", "Crimes", check => check.Code).Table.Rows.Count);
    }

    /// <summary>Every row may be found in each of several columns; no share of rows is more than the whole.</summary>
    [Fact]
    public void What_one_check_finds_in_several_columns_is_a_line_for_each()
    {
        var found = FindingsOverTime.Of(
        [
            new CheckedSubmission(Period.Month(2024, 1), 40, [Found("outside", 40, "one"), Found("outside", 30, "other")]),
            new CheckedSubmission(Period.Month(2024, 2), 50, [Found("outside", 5, "one")]),
        ]);

        Assert.Equal([("outside", "one"), ("outside", "other")], found.Checks);
        Assert.Equal([new ShareCount(40, 40), new ShareCount(5, 50)], found.Spans.Select(span => FindingsOverTime.ShareOf(span, ("outside", "one"))));
        Assert.Equal(
            ["outside: one", "outside: other"], found.Draw("checks", "Crimes", check => $"{check.Code}: {check.Column}").Table.Rows.Select(row => row[0]));
    }

    [Fact]
    public void One_span_or_nothing_found_is_no_line()
    {
        Assert.False(FindingsOverTime.Of([new CheckedSubmission(Period.Month(2024, 1), 40, [Found("duplicate", 1)])]).IsSeries);
        Assert.False(FindingsOverTime.Of(
            [new CheckedSubmission(Period.Month(2024, 1), 40, []), new CheckedSubmission(Period.Month(2024, 2), 40, [])]).IsSeries);
    }

    private static Finding Found(string code, long rows, string column = "") => new(code, Severity.Error, 2, column, "", "", rows);
}
