using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class ReopenedCasesTests
{
    [Fact]
    public void A_reopened_case_lasts_to_its_latest_decision()
    {
        var cases = ReopenedCases.Of(
        [
            new([10], [], 100, 2), new([20, 60], [30], 100), new([15], [40], 100), new([], [], 100), new([0], [], 100),
        ]);

        Assert.Equal([new(0, 1, 0), new(10, 1, 0), new(60, 1, 0), new(100, 0, 2)], cases.Durations.Days);
        Assert.Equal([new(0, 1, 0), new(10, 1, 0), new(15, 1, 0), new(20, 1, 0), new(100, 0, 1)], cases.FirstDecisions.Days);
        Assert.Equal([new(10, 2, 1), new(60, 1, 1), new(100, 0, 1), new(100, 0, 1), new(0, 1, 1)], cases.Outcomes);
        Assert.Equal(new ShareCount(2, 4), cases.Reopened);
        Assert.Equal(2, cases.Reopenings);
        Assert.Empty(cases.Contradictory);
    }

    [Fact]
    public void What_cannot_have_happened_is_a_fault_and_not_an_event()
    {
        CaseHistory[] faults =
        [
            new([-1], [], 100), new([101], [], 100), new([], [5], 100), new([50, 20], [30], 100), new([10, 12], [], 100),
            new([10], [5], 100), new([10], [101], 100), new([], [], -1), new([10], [], 100, 0),
        ];

        var cases = ReopenedCases.Of([.. faults, new([7], [], 9)]);

        Assert.Equal(Enumerable.Range(0, faults.Length), cases.Contradictory);
        Assert.Equal([new(7, 1, 0)], cases.Durations.Days);
    }

    [Fact]
    public void No_case_has_an_answer() => Assert.Equal((0, new ShareCount(0, 0)), (ReopenedCases.Of([]).Durations.Cases, ReopenedCases.Of([]).Reopened));

    /// <summary>Early decisions that are looked at again make a force quick by its first decisions and slow by its last.</summary>
    [Fact]
    public void First_decisions_flatter_whoever_must_decide_again()
    {
        var cases = ReopenedCases.Of([.. Enumerable.Range(1, 40).Select(i => i % 2 == 0
            ? new CaseHistory([20 + i], [], 400) : new CaseHistory([10, 150 + i], [20], 400))]);

        Assert.True(ClosedCases.Median(cases.FirstDecisions) < ClosedCases.Median(cases.Durations));
    }
}
