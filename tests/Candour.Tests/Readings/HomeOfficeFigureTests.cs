using System.Globalization;
using System.IO.Compression;
using Candour.Readings.Asking;

namespace Candour.Tests.Readings;

/// <summary>
/// Every figure of the Home Office file against sums taken straight from the file, by a few lines that share nothing with
/// the product: no mapping, no code list, no engine.
/// </summary>
public sealed class HomeOfficeFigureTests(DemoWorkspace demo)
{
    private static readonly Lazy<IReadOnlyList<Line>> Lines = new(() => [.. Read()]);

    [Theory]
    [InlineData("England and Wales", "rape", 60_000, 2_372, 9_939, 17_462, 21_174, 6_748, 59_502, 1_323, 10_766)]
    [InlineData("England and Wales", "sexual-offences", 159_109, 10_398, 18_472, 40_950, 44_765, 28_543, 163_737, 7_735, 23_831)]
    [InlineData("Metropolitan Police", "rape", 12_067, 262, 3_175, 2_942, 4_274, 1_271, 8_339, 128, 1_174)]
    [InlineData("Durham", "rape", 642, 52, 52, 180, 244, 55, 614, 31, 88)]
    public void The_published_reference_figures_come_out(
        string area, string set, long assigned, long charged, long o14, long o15, long o16, long o18, long recorded,
        long chargedSoFar, long open)
    {
        Assert.Equal(assigned, Count($"{set}-outcomes-assigned", area));
        Assert.Equal(charged, Count($"{set}-charged-assigned", area));
        Assert.Equal((charged, assigned), Share($"{set}-charged-share-assigned", area));
        Assert.Equal((o14, assigned), Share($"{set}-outcome-14-share-assigned", area));
        Assert.Equal((o15, assigned), Share($"{set}-outcome-15-share-assigned", area));
        Assert.Equal((o16, assigned), Share($"{set}-outcome-16-share-assigned", area));
        Assert.Equal((o18, assigned), Share($"{set}-outcome-18-share-assigned", area));
        Assert.Equal(o16, Count($"{set}-outcomes-assigned", area, "outcome=16"));
        Assert.Equal(recorded, Count($"{set}-crimes-recorded", area));
        Assert.Equal(chargedSoFar, Count($"{set}-charged-recorded", area));
        Assert.Equal((chargedSoFar, recorded), Share($"{set}-charged-share-recorded", area));
        Assert.Equal(open, Count($"{set}-not-yet-assigned", area));
        Assert.Equal((open, recorded), Share($"{set}-not-yet-assigned-share", area));
    }

    [Fact]
    public void Every_force_and_quarter_agrees_with_the_file()
    {
        var checkedFigures = 0;
        foreach (var (set, belongs) in Sets)
        {
            foreach (var force in Lines.Value.GroupBy(line => line.Force))
            {
                foreach (var quarter in new[] { 1, 2, 3, 4, 0 })
                {
                    var period = quarter == 0 ? "2018/19" : $"2018/19-Q{quarter}";
                    var lines = force.Where(line => belongs(line) && (quarter == 0 || line.Quarter == quarter)).ToList();
                    foreach (var basis in new[] { "assigned", "recorded" })
                    {
                        var whole = lines.Sum(line => line.Count(basis) ?? 0);
                        foreach (var outcome in basis == "assigned" ? Outcomes : [.. Outcomes, "0"])
                        {
                            var part = lines.Where(line => line.Outcome == outcome).Sum(line => line.Count(basis) ?? 0);
                            var name = outcome == "1" ? $"charged-share-{basis}"
                                : outcome == "0" ? "not-yet-assigned-share"
                                : $"outcome-{outcome}-share-{basis}";
                            Assert.Equal((part, whole), Share($"{set}-{name}", force.Key, period));
                            checkedFigures++;
                        }
                    }
                }
            }
        }

        Assert.Equal(2 * 44 * 5 * 11, checkedFigures);
    }

    [Fact]
    public void Every_offence_and_outcome_of_a_force_agrees_with_the_file()
    {
        foreach (var cell in Lines.Value.Where(line => line.Force == "Durham" && line.Group == "Sexual offences")
            .GroupBy(line => (line.Offence, line.Outcome)))
        {
            Assert.Equal(
                cell.Sum(line => line.Recorded ?? 0),
                Count("sexual-offences-crimes-recorded", "Durham", $"offence={cell.Key.Offence}", $"outcome={cell.Key.Outcome}"));
        }
    }

    [Fact]
    public void A_share_below_zero_is_not_applicable_with_both_counts()
    {
        var reading = demo.Room.Read(
                "sexual-offences-charged-share-assigned", new Asked("City of London", "2018/19-Q4", [], ""))
            .Match(found => found, refusal => throw new InvalidOperationException(refusal.Sentence));

        Assert.Equal("notApplicable", reading.Figure.State);
        Assert.Equal((-1, 23), (reading.Numerator, reading.Denominator));
        Assert.Contains("−1 of 23", reading.Figure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Absent_is_not_zero()
    {
        var reading = demo.Room.Read("rape-outcomes-assigned", new Asked("Durham", "2018/19", ["outcome=0"], ""))
            .Match(found => found, refusal => throw new InvalidOperationException(refusal.Sentence));

        Assert.Equal("notRecorded", reading.Figure.State);
    }

    [Fact]
    public void Only_young_cohorts_are_immature()
    {
        Assert.Equal([false, false, true, true], Quarters("rape-charged-share-recorded"));
        Assert.Equal([false, false, false, false], Quarters("rape-charged-share-assigned"));

        IEnumerable<bool> Quarters(string measure) => Enumerable.Range(1, 4).Select(quarter =>
            demo.Room.Read(measure, new Asked("", $"2018/19-Q{quarter}", [], ""))
                .Match(found => found.Immature, refusal => throw new InvalidOperationException(refusal.Sentence)));
    }

    private static readonly string[] Outcomes = ["1", "14", "15", "16", "18"];

    private static readonly (string Set, Func<Line, bool> Belongs)[] Sets =
    [
        ("rape", line => line.Subgroup == "Rape"),
        ("sexual-offences", line => line.Group == "Sexual offences"),
    ];

    private long Count(string measure, string area, params IReadOnlyList<string> where) =>
        (long)Ask(measure, area, "2018/19", where).Numerator;

    private (long Part, long Whole) Share(string measure, string area, string period = "2018/19")
    {
        var reading = Ask(measure, area, period, []);
        return ((long)reading.Numerator, (long)reading.Denominator);
    }

    private Candour.Readings.Reading Ask(string measure, string area, string period, IReadOnlyList<string> where) =>
        demo.Room.Read(measure, new Asked(area, period, where, "crime-outcomes"))
            .Match(reading => reading, refusal => throw new InvalidOperationException(refusal.Sentence));

    private static IEnumerable<Line> Read()
    {
        using var text = new StreamReader(new GZipStream(
            File.OpenRead(Repository.At("samples", "home-office-outcomes-2018-19", "outcomes.csv.gz")), CompressionMode.Decompress));
        text.ReadLine();
        while (text.ReadLine() is { } row)
        {
            var cells = CsvLine.Split(row);
            yield return new Line(
                cells[2], int.Parse(cells[1], CultureInfo.InvariantCulture), cells[4], cells[5], cells[6], cells[10],
                Number(cells[11]), Number(cells[12]));
        }
    }

    private static long? Number(string cell) => cell == "NA" ? null : long.Parse(cell, CultureInfo.InvariantCulture);

    private sealed record Line(
        string Force, int Quarter, string Group, string Subgroup, string Offence, string Outcome, long? Recorded, long? Assigned)
    {
        public long? Count(string basis) => basis == "assigned" ? Assigned : Recorded;
    }
}
