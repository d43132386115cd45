using System.Data.Common;
using System.Globalization;
using Candour.Databank.Snapshots;
using Candour.Freezing;
using Candour.Intake.Mapped;
using Candour.Kernel;
using Candour.Readings.Figures;
using Candour.Store.Closings;
using Dapper;
using static Candour.Tests.Freezing.SmallNation;

namespace Candour.Tests.Freezing;

/// <summary>
/// A model of what people may do with two quarters, beside the real workspace: it knows which steps must be taken and which
/// refused, counts the rows itself, and keeps every figure of a frozen quarter as it was.
/// </summary>
internal sealed class FreezeModel : IDisposable
{
    private const string Nothing = "nothing to do yet";

    private static readonly Period[] Quarters = [Period.FinancialQuarter(2025, 1), Period.FinancialQuarter(2025, 2)];

    private readonly SmallNation nation = new();
    private readonly Random random;
    private readonly DbConnection reader;
    private readonly Dictionary<Period, ClosingState> states = Quarters.ToDictionary(quarter => quarter, _ => ClosingState.Open);
    private readonly Dictionary<Period, IReadOnlyList<MappedRow>> rows = [];
    private readonly Dictionary<Period, IReadOnlyList<string>> frozen = [];
    private DateTimeOffset now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);
    private ReadableSnapshot? current;
    private bool isBehind = true;
    private string last = Nothing;

    public FreezeModel(int seed)
    {
        random = new Random(seed);

        // Somebody always has the store open, as on a server: else the database makes its log anew for every step.
        reader = nation.Workspace.Store.Database.ConnectToRead();
        reader.Query<long>("SELECT count(*) FROM snapshot").AsList();
    }

    /// <summary>How often each kind of step was taken, and how often refused as it must be.</summary>
    public SortedDictionary<string, int> Steps { get; } = new(StringComparer.Ordinal);

    public int FiguresCompared { get; private set; }

    /// <summary>One random step, and every frozen figure compared with what it was.</summary>
    public async Task StepAsync()
    {
        now = now.AddMinutes(1);
        var quarter = Quarters[random.Next(Quarters.Length)];
        // Towards the first freeze at the beginning, and then more often towards what comes after one.
        switch (random.Next(18) switch { < 12 and var any => any, _ when frozen.Count == 0 => random.Next(2, 7), < 14 => 0, < 16 => 2, _ => 10 })
        {
            case 0 or 1:
                await ImportAsync(quarter);
                break;
            case 2 or 3 when rows.Count > 0:
                await ComputeAsync();
                break;
            case 4 when HasSnapshot:
                Try(quarter, ClosingMove.Validate, Close().Validate(nation.Dataset, quarter, Doing("steward")), frozenNow: false, also: true);
                break;
            case 5 when HasSnapshot:
                Try(quarter, ClosingMove.Agree, Close().Agree(nation.Dataset, quarter, Doing("steward")), frozenNow: false, also: true);
                break;
            case 6 when HasSnapshot:
                Try(quarter, ClosingMove.Freeze, Close().Freeze(nation.Dataset, quarter, Doing("steward")), frozenNow: true, also: !isBehind);
                break;
            case 7 when HasSnapshot:
                Try(quarter, ClosingMove.Publish, Close().Publish(nation.Dataset, quarter, Doing("steward")), frozenNow: false, also: true);
                break;
            case 8 when HasSnapshot:
                Try(quarter, ClosingMove.Reopen, Close().Reopen(nation.Dataset, quarter, Doing("steward")), frozenNow: false, also: true);
                break;
            case 9 when HasSnapshot:
                Ask(quarter);
                break;
            case 10 when HasSnapshot:
                await DecideAsync();
                break;
            case 11:
                Thaw(quarter);
                break;
            default:
                Count(Nothing);
                break;
        }

        if (last != Nothing)
        {
            Compare();
        }
    }

    public void Dispose()
    {
        reader.Dispose();
        nation.Dispose();
    }

    /// <summary>What is current is kept open until the next is computed, as the server does; what is frozen is opened anew after each step.</summary>
    private bool HasSnapshot => current is not null;

    private async Task ImportAsync(Period quarter)
    {
        var next = new List<MappedRow>();
        for (var number = 0; number < 8; number++)
        {
            if (random.Next(3) > 0)
            {
                next.Add(Case(
                    (quarter.Start.Month * 10) + number, Forces[random.Next(4)], quarter.Start.AddDays(random.Next(80)), Outcomes[random.Next(3)],
                    random.Next(1, 20)));
            }
        }

        if (next.Count == 0)
        {
            return;
        }

        await nation.SubmitAsync(quarter, next, now, $"sender {random.Next(2)}");
        rows[quarter] = next;
        isBehind = true;
        Count("import");
    }

    private async Task ComputeAsync()
    {
        current = await nation.ComputeAsync(now);
        isBehind = false;
        Count("compute");
        foreach (var (quarter, figures) in frozen)
        {
            if (CurrentFigures(quarter).Select(WithoutReference).SequenceEqual(figures.Select(WithoutReference)))
            {
                continue;
            }

            var content = LateRows.ContentOf(current, nation.Dataset, quarter);
            Assert.True(
                nation.Workspace.Store.AdjustmentsOf("cases", quarter).Any(one => one.Kind == AdjustmentKind.Late && one.Becomes == content),
                "The figures of a frozen quarter would be others, and no adjustment says so.");
        }
    }

    private void Ask(Period quarter)
    {
        var own = rows.GetValueOrDefault(quarter, []);
        if (own.Count == 0)
        {
            Count(Nothing);
            return;
        }

        var row = own[random.Next(own.Count)];
        var area = row.Values[1] is "f1" or "f2" ? "a1" : "a2";
        var asked = new Adjusting(nation.Workspace, current!).Ask(
            nation.Dataset, quarter, new CorrectionAsked(area, row.Values[0], "outcome", Outcomes[random.Next(3)], "file"), Doing("area"),
            Candour.SignIn.Secret.NewId());
        var may = states[quarter] == ClosingState.Validating || ClosingMachine.IsFrozen(states[quarter]);
        Assert.False(asked is Result<Adjustment>.Accepted && !may, "An adjustment was asked for when none may be.");
        Count(asked is Result<Adjustment>.Accepted ? "ask" : "ask refused");
    }

    private async Task DecideAsync()
    {
        var asked = nation.Workspace.Store.AdjustmentsAsked();
        if (asked.Count == 0)
        {
            Count(Nothing);
            return;
        }

        var one = asked.LastOrDefault(late => late.Kind == AdjustmentKind.Late && random.Next(2) == 0) ?? asked[random.Next(asked.Count)];
        var (own, accept) = (random.Next(4) == 0, random.Next(3) > 0);
        var decided = await new Adjusting(nation.Workspace, current!).DecideAsync(
            one.Id, accept, Doing(own ? one.AskedBy : "second"), CancellationToken.None);
        Assert.False(own && decided is Result<Adjustment>.Accepted, "Whoever asked decided.");
        if (decided is not Result<Adjustment>.Accepted)
        {
            Count("decide refused");
            return;
        }

        Count(accept ? $"accept {one.Kind}" : $"decline {one.Kind}");
        if (accept && one.Kind == AdjustmentKind.Late)
        {
            states[one.Period] = ClosingState.Restated;
            frozen[one.Period] = nation.Figures(one.Period);
            Assert.Equal(CurrentFigures(one.Period), frozen[one.Period]);
            Assert.Equal("second", nation.Workspace.Store.Freezes().Last(freeze => freeze.Period == one.Period).ApprovedBy);
        }
        else if (accept)
        {
            isBehind = true;
            rows[one.Period] = [.. rows[one.Period].Select(row => row.Values[0] == one.RowKey && row.Values[3] == one.Was ? With(row, one.Becomes) : row)];
        }
    }

    /// <summary>Whoever reaches the database itself cannot thaw a quarter either.</summary>
    private void Thaw(Period quarter)
    {
        if (!ClosingMachine.IsFrozen(states[quarter]))
        {
            Count(Nothing);
            return;
        }

        string[] statements =
        [
            "UPDATE closing SET state = 'validating', version = version + 1", "DELETE FROM frozen", "DELETE FROM closing",
            "UPDATE frozen SET cells = snapshot", "DELETE FROM snapshot_submission", "UPDATE snapshot SET made_at = ''",
        ];
        Assert.ThrowsAny<DbException>(() =>
        {
            using var act = nation.Workspace.Store.Database.Begin();
            act.Execute(statements[random.Next(statements.Length)], new { });
        });
        Count("thaw refused");
    }

    private void Try(Period quarter, ClosingMove move, Result<Closing> result, bool frozenNow, bool also)
    {
        var next = ClosingMachine.Next(states[quarter], move);
        Assert.Equal(next is not null && also, result is Result<Closing>.Accepted);
        if (result is not Result<Closing>.Accepted)
        {
            Count($"{move} refused");
            return;
        }

        states[quarter] = next!.Value;
        Count($"{move}");
        if (frozenNow)
        {
            frozen[quarter] = nation.Figures(quarter);
            CountByHand(quarter);
        }
    }

    /// <summary>The counts of a freeze are those of the rows that the model itself holds.</summary>
    private void CountByHand(Period quarter)
    {
        foreach (var (area, forces) in new[] { ("a1", new[] { "f1", "f2" }), ("a2", ["f3", "f4"]) })
        {
            var own = rows.GetValueOrDefault(quarter, []).Where(row => forces.Contains(row.Values[1])).ToList();
            if (own.Count > 0)
            {
                var text = frozen[quarter].Single(one => one.Contains("\"charged-share@", StringComparison.Ordinal) && one.Contains($":{area}/", StringComparison.Ordinal));
                Assert.Contains(
                    string.Create(CultureInfo.InvariantCulture, $"\"numerator\":{own.Count(row => row.Values[3] == "charged")},\"denominator\":{own.Count},"),
                    text, StringComparison.Ordinal);
            }
        }
    }

    private void Compare()
    {
        if (frozen.Count == 0)
        {
            return;
        }

        var room = new ReadingRoom(current!, FrozenSnapshots.Of(nation.Workspace, nation.Catalogue));
        foreach (var (quarter, figures) in frozen)
        {
            var read = Figures(room, quarter);
            Assert.Equal(figures, read);
            FiguresCompared += read.Count;
        }
    }

    private IReadOnlyList<string> CurrentFigures(Period quarter) => Figures(new ReadingRoom(current!), quarter);

    private PeriodClose Close() => new(nation.Workspace, current!);

    private Doing Doing(string who) => new(who, now, "A reason that is long enough");

    private void Count(string step) => Steps[last = step] = Steps.GetValueOrDefault(step) + 1;

    private static string WithoutReference(string text) => text[text.IndexOf("\"state\"", StringComparison.Ordinal)..];

    private static MappedRow With(MappedRow row, string outcome)
    {
        var values = (string[])row.Values.Clone();
        values[3] = outcome;
        return row with { Values = values };
    }
}
