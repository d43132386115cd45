using Candour.Freezing;
using Candour.Intake.Submitting;
using Candour.Kernel;
using Candour.Store;
using Candour.Store.Closings;
using Candour.Tests.Store;
using static Candour.Tests.Freezing.SmallNation;

namespace Candour.Tests.Freezing;

/// <summary>A quarter from its first rows to its restatement, over a real workspace.</summary>
public sealed class CloseTheQuarterTests : IDisposable
{
    private static readonly Period Quarter = Period.FinancialQuarter(2025, 1);
    private static readonly DateOnly April = new(2025, 4, 10);

    private readonly SmallNation nation = new();
    private DateTimeOffset now = new(2025, 7, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Areas_agree_or_declare_nil_and_what_changes_has_to_be_agreed_again()
    {
        await SubmitAsync(Case(1, "f1", April, "charged"), Case(2, "f2", April, "open"));
        Ok(Close().Validate(nation.Dataset, Quarter, Doing("steward")));
        Assert.Equal([AreaStanding.Returned, AreaStanding.NotReturned], Standings());

        Assert.IsType<NothingToAgree>(No(Close().Say(nation.Dataset, Quarter, "a2", AreaWord.Agreed, Doing("second"))));
        Ok(Close().Say(nation.Dataset, Quarter, "a2", AreaWord.Nil, Doing("second")));
        Assert.IsType<RowsContradictNil>(No(Close().Say(nation.Dataset, Quarter, "a1", AreaWord.Nil, Doing("first"))));
        Ok(Close().Say(nation.Dataset, Quarter, "a1", AreaWord.Agreed, Doing("first")));
        Assert.Equal([AreaStanding.Agreed, AreaStanding.Nil], Standings());

        await SubmitAsync(Case(1, "f1", April, "closed"), Case(2, "f2", April, "open"), Case(3, "f3", April, "open"));
        Assert.Equal([AreaStanding.ChangedSince, AreaStanding.ChangedSince], Standings());
        Assert.IsType<AreasHaveNotAgreed>(No(Close().Agree(nation.Dataset, Quarter, Doing("steward"))));

        now = now.AddDays(30);
        Ok(Close().Agree(nation.Dataset, Quarter, Doing("steward")));
        Assert.Equal([AreaStanding.Lapsed, AreaStanding.Lapsed], Standings());
        Assert.Equal(2, Trail().Count(line => line.What == "area: lapsed"));
    }

    [Fact]
    public async Task Late_rows_change_no_frozen_figure_until_a_second_person_restates_it()
    {
        await SubmitAsync(Case(1, "f1", April, "charged"), Case(2, "f3", April, "open"));
        Freeze();
        var frozen = nation.Figures(Quarter);
        Assert.IsType<IllegalMove>(No(Close().Reopen(nation.Dataset, Quarter, Doing("steward"))));
        Assert.IsType<IllegalMove>(No(Close().Freeze(nation.Dataset, Quarter, Doing("steward"))));

        await SubmitAsync(Case(1, "f1", April, "closed"), Case(3, "f3", April, "charged", 9));
        Assert.Equal(frozen, nation.Figures(Quarter));
        var late = Assert.Single(nation.Workspace.Store.AdjustmentsOf("cases", Quarter));
        Assert.Equal("After the freeze: 1 rows added, 1 changed, 1 vanished", late.Reason);
        var effect = nation.Workspace.Store.EffectsOf(late.Id).Single(one => one is { Area: "a1", Measure: "charged-share" });
        Assert.StartsWith("100.0%", effect.Before, StringComparison.Ordinal);
        Assert.StartsWith("0.0%", effect.After, StringComparison.Ordinal);
        await nation.ComputeAsync(now);
        Assert.Single(nation.Workspace.Store.AdjustmentsOf("cases", Quarter));

        Assert.IsType<DecidedByItsAsker>(No(await Decide(late.Id, true, "sender")));
        Ok(await Decide(late.Id, true, "second"));
        Assert.NotEqual(frozen, nation.Figures(Quarter));
        Assert.Equal(ClosingState.Restated, nation.Workspace.Store.ClosingOf("cases", Quarter).State);
        Assert.Equal([(1L, ""), (2L, "second")], nation.Workspace.Store.Freezes().Select(one => (one.Ordinal, one.ApprovedBy)));
        Assert.Contains(Trail(), line => line.What == "restated (1)");
        Assert.Equal(["sender"], Trail().Where(line => line.What == "adjustment: own decision refused").Select(line => line.Who));
        var revised = Revised().Single(one => one is { Area: "a1", Measure: "charged-share" });
        Assert.Equal((1, effect.Before, effect.Before, effect.After), (revised.Number, revised.First, revised.Before, revised.After));
        Assert.DoesNotContain(Revised(), one => one.Before == one.After);

        var restated = nation.Figures(Quarter);
        await SubmitAsync(Case(1, "f1", April, "open"));
        Assert.Equal(restated, nation.Figures(Quarter));
        Ok(await Decide(nation.Workspace.Store.AdjustmentsAsked().Single().Id, false, "second"));
        await nation.ComputeAsync(now);
        Assert.Empty(nation.Workspace.Store.AdjustmentsAsked());
        Assert.Equal(restated, nation.Figures(Quarter));

        // A second restatement: what was said first stays what was said first; what was declined is in no table.
        Assert.All(Revised(), one => Assert.Equal(1, one.Number));
        await SubmitAsync(Case(1, "f1", April, "charged"), Case(4, "f1", April, "open"));
        Ok(await Decide(nation.Workspace.Store.AdjustmentsAsked().Single().Id, true, "second"));
        var again = Revised().Single(one => one is { Area: "a1", Measure: "charged-share", Number: 2 });
        Assert.Equal((effect.Before, effect.After), (again.First, again.Before));
        Assert.StartsWith("50.0%", again.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_is_shown_with_its_effect_and_carried_out_once_by_a_second_person()
    {
        await SubmitAsync(Case(1, "f1", April, "charged"), Case(2, "f1", April, "open"));
        Ok(Close().Validate(nation.Dataset, Quarter, Doing("steward")));
        var adjusting = new Adjusting(nation.Workspace, nation.Open());
        Result<Adjustment> Ask(CorrectionAsked asked) => adjusting.Ask(nation.Dataset, Quarter, asked, Doing("first"), Candour.SignIn.Secret.NewId());

        Assert.IsType<RowIsNotHere>(No(Ask(new("a2", "c0001", "outcome", "closed", "file 7"))));
        Assert.IsType<FieldCannotBeAdjusted>(No(Ask(new("a1", "c0001", "crime", "c9", "file 7"))));
        Assert.IsType<ValueDoesNotFit>(No(Ask(new("a1", "c0001", "outcome", "flown", "file 7"))));
        Assert.IsType<ValueDoesNotFit>(No(Ask(new("a1", "c0001", "outcome_date", "soon", "file 7"))));
        Assert.IsType<NothingWouldChange>(No(Ask(new("a1", "c0001", "outcome", "charged", "file 7"))));
        var asked = Ok(Ask(new("a1", "c0001", "outcome", "closed", "file 7")));
        Assert.Equal(
            [("a1", "charged-share", "50.0% (9.5% to 90.5%), 1 of 2", "0.0% (0.0% to 65.8%), 0 of 2")],
            nation.Workspace.Store.EffectsOf(asked.Id).Where(one => one is { Area: "a1", Measure: "charged-share" })
                .Select(one => (one.Area, one.Measure, one.Before, one.After)));
        Assert.Equal([AreaStanding.AdjustmentAsked, AreaStanding.NotReturned], Standings());
        Assert.IsType<AdjustmentsStillOpen>(No(Close().Agree(nation.Dataset, Quarter, Doing("steward"))));

        Assert.IsType<DecidedByItsAsker>(No(await Decide(asked.Id, true, "first")));
        Ok(await Decide(asked.Id, true, "second"));
        Assert.IsType<AdjustmentIsDecided>(No(await Decide(asked.Id, true, "third")));
        await nation.ComputeAsync(now);
        Assert.Contains("\"numerator\":0,\"denominator\":2", nation.Figures(Quarter).Single(text => text.Contains("charged-share", StringComparison.Ordinal) && text.Contains(":a1/", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(Trail(), line => line is { What: "adjustment accepted", Who: "second", Area: "a1" });
        Assert.IsType<Result<Receipt>.Accepted>(Receipts().Last());
    }

    [Fact]
    public async Task A_correction_of_a_row_that_changed_meanwhile_is_not_carried_out()
    {
        await SubmitAsync(Case(1, "f1", April, "charged"));
        Ok(Close().Validate(nation.Dataset, Quarter, Doing("steward")));
        var asked = Ok(new Adjusting(nation.Workspace, nation.Open()).Ask(
            nation.Dataset, Quarter, new("a1", "c0001", "outcome", "closed", "file 7"), Doing("first"), Candour.SignIn.Secret.NewId()));
        await SubmitAsync(Case(1, "f1", April, "open"));

        Assert.IsType<RowSaysSomethingElse>(No(await Decide(asked.Id, true, "second")));
        Assert.Equal(AdjustmentState.Asked, Ok(nation.Workspace.Store.AdjustmentOf(asked.Id)).State);
        Ok(await Decide(asked.Id, false, "second"));
    }

    [Fact]
    public async Task Frozen_figures_stay_in_the_words_of_the_definitions_of_then()
    {
        await SubmitAsync(Case(1, "f1", April, "charged"), Case(2, "f3", April, "closed"));
        Freeze();
        var frozen = nation.Figures(Quarter);

        nation.Catalogue = CatalogueWith(("measures/small/charged-share.yaml", "outcome: [charged]", "outcome: [closed]"));
        await nation.ComputeAsync(now);

        Assert.Equal(frozen, nation.Figures(Quarter));
        Assert.NotEqual(frozen, nation.Figures(Period.Between(Quarter, Period.FinancialQuarter(2025, 2))));
    }

    [Fact]
    public async Task Altered_cells_of_a_frozen_period_are_not_read()
    {
        await SubmitAsync(Case(1, "f1", April, "charged"));
        Freeze();
        var cells = Directory.EnumerateFiles(Path.Combine(nation.Workspace.Cells, nation.Open().Record.Id.Hex), "*.cells").First();
        await SubmitAsync(Case(1, "f1", April, "closed"));
        var bytes = await File.ReadAllBytesAsync(cells);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(cells, bytes);

        Assert.All(nation.Figures(Quarter), text => Assert.Contains("\"state\":\"notRecorded\"", text, StringComparison.Ordinal));
        Assert.All(nation.Figures(Quarter), text => Assert.Contains("incomplete or were altered", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_frozen_before_its_day_nor_from_a_snapshot_that_is_behind()
    {
        await SubmitAsync(Case(1, "f1", April, "charged"));
        Assert.IsType<IllegalMove>(No(Close().Freeze(nation.Dataset, Quarter, Doing("steward"))));
        now = now.AddDays(20);
        Ok(Close().Validate(nation.Dataset, Quarter, Doing("steward")));
        Ok(Close().Agree(nation.Dataset, Quarter, Doing("steward")));
        Assert.IsType<FreezeDateNotReached>(No(Close().Freeze(nation.Dataset, Quarter, Doing("steward"))));
        now = now.AddDays(20);
        await nation.SubmitAsync(Quarter, [Case(1, "f1", April, "closed")], now, "sender");
        Assert.IsType<SnapshotIsBehind>(No(Close().Freeze(nation.Dataset, Quarter, Doing("steward"))));
        Assert.Empty(nation.Workspace.Store.Freezes());
    }

    [Fact]
    public async Task What_came_of_another_dataset_since_does_not_hold_up_a_freeze()
    {
        await SubmitAsync(Case(1, "f1", April, "charged"));
        now = now.AddDays(20);
        Ok(Close().Validate(nation.Dataset, Quarter, Doing("steward")));
        Ok(Close().Agree(nation.Dataset, Quarter, Doing("steward")));
        now = now.AddDays(20);
        Assert.IsType<Result<Admission>.Accepted>(nation.Workspace.Store.Accept(
            Invented.Submission("another"), [], Invented.Take(), new AuditEntry(now, "sender", "submit", "another", "synthetic", "test")));

        Ok(Close().Freeze(nation.Dataset, Quarter, Doing("steward")));

        Assert.Single(nation.Workspace.Store.Freezes());
    }

    [Fact]
    public async Task Two_snapshots_are_explained_row_by_row()
    {
        await SubmitAsync(Case(1, "f1", April, "charged"), Case(2, "f3", April, "open"), Case(4, "f4", April.AddMonths(-3), "open"));
        var one = nation.Open();
        await SubmitAsync(Case(1, "f1", April, "closed"), Case(3, "f2", April, "open"), Case(4, "f4", April.AddMonths(-3), "closed"));
        var other = nation.Open();

        var rows = RowDifferences.Of(one, other, nation.Dataset, Quarter);

        Assert.Equal(
            [("c0001", "f1", RowChange.Changed, "Result"), ("c0002", "f3", RowChange.Vanished, ""), ("c0003", "f2", RowChange.Added, "")],
            rows.Select(row => (row.Key, row.Place, row.Change, string.Join(", ", row.Fields))));
        Assert.Equal(4, RowDifferences.Of(one, other, nation.Dataset, null).Count);
        var effects = MeasureEffects.Between(one, other, nation.Dataset, Quarter, MeasureEffects.AreasOf(nation.Catalogue.Hierarchies["small"], rows));
        Assert.Contains(effects, effect => effect is { Area: "f1", Measure: "charged-share" });
        Assert.DoesNotContain(effects, effect => effect.Area == "f4");
        Assert.Empty(RowDifferences.Of(other, other, nation.Dataset, null));
    }

    private IReadOnlyList<Revision> Revised() =>
        Revisions.Of(nation.Workspace.Store.Restatements(), nation.Workspace.Store.Freezes(), one => nation.Workspace.Store.EffectsOf(one.Id));

    public void Dispose() => nation.Dispose();

    private PeriodClose Close() => new(nation.Workspace, nation.Open());

    private Doing Doing(string who) => new(who, now, "A reason that is long enough");

    private Task<Result<Adjustment>> Decide(string id, bool accept, string who) =>
        new Adjusting(nation.Workspace, nation.Open()).DecideAsync(id, accept, Doing(who), CancellationToken.None);

    private async Task SubmitAsync(params Candour.Intake.Mapped.MappedRow[] rows)
    {
        await nation.SubmitAsync(Quarter, rows, now, "sender");
        await nation.ComputeAsync(now);
    }

    private void Freeze()
    {
        now = now.AddDays(40);
        Ok(Close().Validate(nation.Dataset, Quarter, Doing("steward")));
        Ok(Close().Agree(nation.Dataset, Quarter, Doing("steward")));
        Ok(Close().Freeze(nation.Dataset, Quarter, Doing("steward")));
    }

    private IEnumerable<AreaStanding> Standings() => Close().Now(nation.Dataset, Quarter).Areas.Select(area => area.Standing);

    private IReadOnlyList<TrailLine> Trail() => ClosingTrail.Of(nation.Workspace.Store, nation.Dataset, Quarter);

    private IEnumerable<Result<Receipt>> Receipts() =>
        nation.Workspace.Store.InForce().Select(record => Receipt.Of(nation.Workspace.Store, record.Id.Hex));
}
