using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed partial class MethodPageTests
{
    [Fact]
    public void The_worked_example_of_the_change_page_is_right()
    {
        var tables = WorkedExample.Of("docs/method/change.md");
        Assert.Equal([2, 1, 1, 1, 3, 1, 6, 1], tables.Select(table => table.Count));
        var groups = tables[0].Select(row => new GroupChange(
            row.Share("charged before", "cases before"), row.Share("charged after", "cases after"))).ToList();
        var share = Assert.IsType<ShareChange.Known>(ShareChange.Of(groups));
        foreach (var (row, part) in tables[0].Zip(share.Groups))
        {
            row.Shows("mix", part.Mix);
            row.Shows("rate", part.Rate);
        }

        tables[1][0].Shows("before", share.Before);
        tables[1][0].Shows("after", share.After);
        tables[1][0].Shows("mix", share.Mix);
        tables[1][0].Shows("rate", share.Rate);
        var count = CountChange.Of(groups);
        tables[2][0].Shows("count before", count.Before);
        tables[2][0].Shows("count after", count.After);
        tables[2][0].Shows("volume", count.Volume);
        tables[2][0].Shows("mix", count.Mix);
        tables[2][0].Shows("rate", count.Rate);

        var series = Assert.IsType<InterruptedSeries.Known>(
            InterruptedSeries.Of(tables[3][0].Numbers("before"), tables[3][0].Numbers("after")));
        foreach (var (row, change) in tables[4].Zip([series.Level, series.Slope, series.AtEnd]))
        {
            row.Shows("value", change.Value);
            row.Shows(change.Interval);
            row.ShowsWords("verdict", $"{change.Verdict}");
        }

        tables[5][0].Shows("autocorrelation", series.Autocorrelation);

        var recurrence = Assert.IsType<Recurrence.Known>(Recurrence.Of(
            [
                .. tables[6].Select(row => new ClosedIssue((int)row.Number("closed"), row["found again"] == "-"
                    ? [] : [.. row.Numbers("found again").Select(month => (int)month)])),
            ], 3, 12));
        tables[7][0].Shows("again", recurrence.Again.Numerator);
        tables[7][0].Shows("watched", recurrence.Again.Denominator);
        tables[7][0].Shows("share", recurrence.Share);
        tables[7][0].Shows("not yet", recurrence.NotYet);
        tables[7][0].Shows("not yet but again", recurrence.NotYetButAgain);
    }
}
