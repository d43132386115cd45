using Candour.Definitions;
using Candour.Freezing;
using Candour.Kernel;
using Candour.Store;
using Candour.Store.Closings;
using static Candour.Store.Closings.ClosingMove;
using static Candour.Store.Closings.ClosingState;

namespace Candour.Tests.Freezing;

/// <summary>The states of a reporting period, its calendar and its rules: pure, so that every case is in a table.</summary>
public sealed class ClosingMachineTests
{
    private static readonly Dictionary<(ClosingState, ClosingMove), ClosingState> Moves = new()
    {
        [(Open, Validate)] = Validating, [(Validating, Agree)] = Agreed, [(Agreed, Reopen)] = Validating,
        [(Agreed, ClosingMove.Freeze)] = Frozen, [(Frozen, Publish)] = Published, [(Restated, Publish)] = Published,
        [(Frozen, Restate)] = Restated, [(Published, Restate)] = Restated, [(Restated, Restate)] = Restated,
    };

    private static readonly Area Here = new("a1", "First area", "area", ["small"], []);

    [Fact]
    public void Every_state_and_every_move()
    {
        var (allowed, refused) = (0, 0);
        foreach (var state in Enum.GetValues<ClosingState>())
        {
            foreach (var move in Enum.GetValues<ClosingMove>())
            {
                var next = ClosingMachine.Next("cases", Period.FinancialQuarter(2025, 1), state, move);
                if (Moves.TryGetValue((state, move), out var expected))
                {
                    Assert.Equal(expected, SmallNation.Ok(next));
                    allowed++;
                }
                else
                {
                    var refusal = Assert.IsType<IllegalMove>(SmallNation.No(next));
                    Assert.Contains("April to June 2025", refusal.Sentence, StringComparison.Ordinal);
                    Assert.EndsWith("Nothing was changed.", refusal.Sentence, StringComparison.Ordinal);
                    refused++;
                }
            }
        }

        Assert.Equal((9, 27), (allowed, refused));
    }

    [Theory]
    [InlineData(ReportingCycle.Month, "2025-05-17", "2025-05")]
    [InlineData(ReportingCycle.Quarter, "2025-05-17", "2025/26-Q1")]
    [InlineData(ReportingCycle.Quarter, "2025-03-31", "2024/25-Q4")]
    [InlineData(ReportingCycle.Half, "2025-09-30", "2025-04..2025-09")]
    [InlineData(ReportingCycle.Half, "2025-03-31", "2024-10..2025-03")]
    [InlineData(ReportingCycle.FinancialYear, "2025-03-31", "2024/25")]
    [InlineData(ReportingCycle.FinancialYear, "2025-04-01", "2025/26")]
    [InlineData(ReportingCycle.CalendarYear, "2025-12-31", "2025")]
    public void A_day_lies_in_one_period_of_each_cycle(ReportingCycle cycle, string day, string expected)
    {
        var calendar = new Reporting(cycle, "area", 10, 20, 30);
        var period = calendar.PeriodOf(DateOnly.Parse(day));

        Assert.Equal(expected, period.ToString());
        Assert.True(calendar.Has(period));
        Assert.False(calendar.Has(Period.Of(period.Start.AddMonths(1), calendar.Months)) && cycle != ReportingCycle.Month);
        Assert.Equal([period], calendar.PeriodsIn(Period.MonthOf(DateOnly.Parse(day))));
        Assert.Equal(period.End.AddDays(30), calendar.DueOf(period).Freeze);
    }

    [Fact]
    public void What_an_area_stands_like_follows_from_its_rows_and_what_it_said()
    {
        AreaAnswer Said(AreaWord word, string content) => new("cases", Period.FinancialQuarter(2025, 1), "a1", word, content, "p", default, "r");
        var (none, some) = (new AreaRows(Here, 0, ""), new AreaRows(Here, 3, "x"));

        Assert.Equal(AreaStanding.NotReturned, AreaStandings.Of(none, null, false));
        Assert.Equal(AreaStanding.Returned, AreaStandings.Of(some, null, false));
        Assert.Equal(AreaStanding.Nil, AreaStandings.Of(none, Said(AreaWord.Nil, ""), false));
        Assert.Equal(AreaStanding.ChangedSince, AreaStandings.Of(some, Said(AreaWord.Nil, ""), false));
        Assert.Equal(AreaStanding.Agreed, AreaStandings.Of(some, Said(AreaWord.Agreed, "x"), false));
        Assert.Equal(AreaStanding.ChangedSince, AreaStandings.Of(some, Said(AreaWord.Agreed, "y"), false));
        Assert.Equal(AreaStanding.Lapsed, AreaStandings.Of(some, Said(AreaWord.Lapsed, "y"), false));
        Assert.Equal(AreaStanding.AdjustmentAsked, AreaStandings.Of(some, Said(AreaWord.Agreed, "x"), true));
    }

    [Fact]
    public void An_area_lapses_after_its_day_and_not_on_it()
    {
        var due = new Deadlines(new DateOnly(2025, 7, 11), new DateOnly(2025, 7, 21), new DateOnly(2025, 7, 31));
        (Area, AreaStanding)[] waiting = [(Here, AreaStanding.Returned)];

        Assert.IsType<AreasHaveNotAgreed>(ClosingRules.MayAgree(waiting, 0, due, due.Agree));
        Assert.IsType<AdjustmentsStillOpen>(ClosingRules.MayAgree([(Here, AreaStanding.Agreed)], 1, due, due.Agree));
        Assert.Null(ClosingRules.MayAgree(waiting, 1, due, due.Agree.AddDays(1)));
        Assert.Null(ClosingRules.MayAgree([(Here, AreaStanding.Nil)], 0, due, due.Data));
        Assert.IsType<FreezeDateNotReached>(ClosingRules.MayFreeze(ContentHash.Of("a"), ContentHash.Of("a"), ContentHash.Of("a").Hex, due, due.Freeze.AddDays(-1)));
        Assert.IsType<SnapshotIsBehind>(ClosingRules.MayFreeze(ContentHash.Of("a"), ContentHash.Of("b"), ContentHash.Of("a").Hex, due, due.Freeze));
        Assert.IsType<SnapshotIsBehind>(ClosingRules.MayFreeze(ContentHash.Of("a"), ContentHash.Of("a"), ContentHash.Of("b").Hex, due, due.Freeze));
        Assert.Null(ClosingRules.MayFreeze(ContentHash.Of("a"), ContentHash.Of("a"), ContentHash.Of("a").Hex, due, due.Freeze));
    }

    [Fact]
    public void Nil_is_declared_only_where_there_is_no_row_and_rows_are_agreed_only_where_there_are_some()
    {
        ClosingFacts In(ClosingState state) => new(new Closing("cases", Period.FinancialQuarter(2025, 1), state, 1), [], [], "");
        var (none, some) = (new AreaRows(Here, 0, ""), new AreaRows(Here, 3, "x"));

        Assert.IsType<RowsContradictNil>(ClosingRules.MaySay(AreaWord.Nil, some, In(Validating)));
        Assert.IsType<NothingToAgree>(ClosingRules.MaySay(AreaWord.Agreed, none, In(Validating)));
        Assert.IsType<NotWithTheAreas>(ClosingRules.MaySay(AreaWord.Agreed, some, In(Frozen)));
        Assert.Null(ClosingRules.MaySay(AreaWord.Nil, none, In(Validating)));
        Assert.IsType<NoAdjustmentNow>(ClosingRules.MayAsk(In(Open)));
        Assert.Null(ClosingRules.MayAsk(In(Published)));
        Assert.IsType<PeriodIsNotOver>(ClosingRules.MayValidate(Period.FinancialQuarter(2025, 1), new DateOnly(2025, 6, 30)));
    }

    [Fact]
    public void A_month_that_nobody_reconciled_lapses()
    {
        var (calendar, month) = (new Reporting(ReportingCycle.Quarter, "area", 10, 20, 30), Period.Month(2025, 4));

        Assert.Equal("not yet over", ClosingDue.Reconciled(month, null, calendar, new DateOnly(2025, 4, 30)));
        Assert.Equal("due by 2025-05-11", ClosingDue.Reconciled(month, null, calendar, new DateOnly(2025, 5, 11)));
        Assert.Equal("lapsed on 2025-05-11", ClosingDue.Reconciled(month, null, calendar, new DateOnly(2025, 5, 12)));
        Assert.Equal(
            "reconciled on 2025-05-03",
            ClosingDue.Reconciled(month, new Reconciliation("cases", "f1", month, "p", new DateTimeOffset(2025, 5, 3, 0, 0, 0, TimeSpan.Zero), "r"), calendar, new DateOnly(2025, 6, 1)));
    }

    [Fact]
    public void The_last_period_that_is_over_reminds_until_it_is_frozen()
    {
        var (calendar, today) = (new Reporting(ReportingCycle.Quarter, "area", 10, 20, 30), new DateOnly(2025, 7, 20));
        Closing Begun(Period period, ClosingState state) => new("cases", period, state, 1);
        var (last, before) = (Period.FinancialQuarter(2025, 1), Period.FinancialQuarter(2024, 4));

        Assert.Equal([last], ClosingDue.Reminding(calendar, [], today));
        Assert.Equal([before, last], ClosingDue.Reminding(calendar, [Begun(before, Validating)], today));
        Assert.Empty(ClosingDue.Reminding(calendar, [Begun(last, Frozen), Begun(before, Published)], today));
    }
}
