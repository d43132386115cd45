using System.Text.Json;
using Candour.Statistics.Disclosure;

namespace Candour.Tests.Statistics.Disclosure;

public sealed class SuppressionTests
{
    private const int Seed = 20010801;

    [Fact]
    public void Two_gaps_in_every_line_are_no_proof()
    {
        var file = PublishedValues.Json("V42_sdc_recoverable_cell_4x4.json");
        var expected = file.GetProperty("expected");
        var tables = Table(file);
        var sensitive = Hidden(file).ConvertAll(
            id => new SensitiveCell(id, SensitiveBecause.BelowThreshold, 1, 5));

        var audit = DisclosureAudit.Of(tables, Hidden(file), sensitive);

        Assert.False(audit.Passes);
        var bounds = audit.Cells.ToDictionary(cell => cell.Id);
        var attack = expected.GetProperty("attack_bounds_before").EnumerateObject().ToList();
        Assert.Equal(9, attack.Count);
        foreach (var cell in attack)
        {
            var found = bounds[cell.Name.Replace(',', '|')];
            Assert.Equal(
                (cell.Value[0].GetDouble(), cell.Value[1].GetDouble()), (found.Least, found.Greatest));
        }

        var told = Assert.Single(audit.Failures);
        var recoverable = expected.GetProperty("exactly_recoverable")[0];
        Assert.Equal($"{recoverable[0].GetString()}|{recoverable[1].GetString()}", told.Id);
        Assert.Equal(recoverable[2].GetDouble(), told.Least);

        // The cheapest cell beside them, by both ways.
        var added = expected.GetProperty("cheapest_additional_cell");
        foreach (var suppression in new[]
        {
            SecondarySuppression.Of(tables, sensitive, PastReleases.None),
            CheapestSuppression.Of(tables, sensitive, PastReleases.None),
        })
        {
            var known = Assert.IsType<SecondarySuppression.Known>(suppression);
            Assert.Equal([$"{added[0].GetString()}|{added[1].GetString()}"], known.Secondary);
            Assert.Equal(expected.Number("min_additional_suppressions"), known.Secondary.Count);
            var after = known.Audit.Cells.Single(cell => cell.Id == told.Id);
            Assert.Equal(expected.Numbers("attack_bounds_w_b_after"), [after.Least, after.Greatest]);
        }
    }

    [Fact]
    public void The_published_optimum_is_found_by_both_ways()
    {
        var file = PublishedValues.Json("V43_sdc_optimal_2d.json");
        var expected = file.GetProperty("expected");
        var tables = Table(file);
        var sensitive = PrimarySuppression.Of(tables, new DisclosureRules(), []);
        Assert.Equal(Hidden(file), sensitive.Select(cell => cell.Id));

        foreach (var suppression in new[]
        {
            SecondarySuppression.Of(tables, sensitive, PastReleases.None),
            CheapestSuppression.Of(tables, sensitive, PastReleases.None),
        })
        {
            var known = Assert.IsType<SecondarySuppression.Known>(suppression);
            Assert.Equal(Ids(expected.GetProperty("secondary_cells_min_sum")), known.Secondary);
            Assert.Equal(expected.Number("secondary_sum"), known.Secondary.Sum(id => tables.Cell(id).Count));
            Assert.Equal(expected.Number("secondary_count"), known.Secondary.Count);
            Assert.Equal(expected.Number("publishable_cells"), tables.Cells.Count - known.Hidden.Count);
            var bounds = known.Audit.Cells.Single(cell => cell.Sensitive);
            Assert.Equal(expected.Numbers("attack_bounds_primary"), [bounds.Least, bounds.Greatest]);
        }
    }

    [Fact]
    public void The_bounds_of_the_audit_are_those_of_trying_everything()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 60; i++)
        {
            var counts = Counts(random, 3, 3, 4);
            var tables = TwoWay(counts);
            var hidden = tables.Cells.Where(cell => !cell.Id.Contains('*', StringComparison.Ordinal)
                && random.Next(10) < 7).Select(cell => cell.Id).ToList();

            var audit = DisclosureAudit.Of(tables, hidden, []);

            var (least, greatest) = (hidden.ToDictionary(id => id, _ => long.MaxValue), hidden.ToDictionary(id => id, _ => -1L));
            Try(0, [.. counts.SelectMany(row => row)]);
            Assert.All(audit.Cells, cell => Assert.Equal(
                (least[cell.Id], greatest[cell.Id]), ((long)cell.Least, (long)cell.Greatest)));

            // Row by row, so that wrong rows are left early.
            void Try(int at, long[] table)
            {
                if (at % 3 == 0 && at > 0 && table.Skip(at - 3).Take(3).Sum() != counts[(at / 3) - 1].Sum())
                {
                    return;
                }

                if (at == 9)
                {
                    if (Enumerable.Range(0, 3).Any(
                        line => table.Where((_, k) => k % 3 == line).Sum() != counts.Sum(row => row[line])))
                    {
                        return;
                    }

                    foreach (var id in hidden)
                    {
                        var value = table[(tables.PositionOf(id) / 4 * 3) + (tables.PositionOf(id) % 4)];
                        (least[id], greatest[id]) = (Math.Min(least[id], value), Math.Max(greatest[id], value));
                    }

                    return;
                }

                var (row, column) = (at / 3, at % 3);
                if (!hidden.Contains($"r{row}|c{column}"))
                {
                    Try(at + 1, table);
                    return;
                }

                var kept = table[at];
                var most = Math.Min(counts[row].Sum(), counts.Sum(line => line[column]));
                for (var value = 0L; value <= most; value++)
                {
                    table[at] = value;
                    Try(at + 1, table);
                }

                table[at] = kept;
            }
        }
    }

    [Fact]
    public void Linked_tables_that_are_safe_alone_are_audited_together()
    {
        // Two tables share their rows: by sex, and by age. Each hides row B and a partner; together B|young is 20 − 17.
        var sex = AdditiveTables.Of(
            [new("B", 20), new("B|f", 8), new("B|m", 12)], [new("B", ["B|f", "B|m"])]);
        var age = AdditiveTables.Of(
            [new("B", 20), new("B|young", 3), new("B|old", 17)], [new("B", ["B|young", "B|old"])]);
        SensitiveCell[] sensitive = [new("B|young", SensitiveBecause.BelowThreshold, 1, 5)];

        Assert.True(DisclosureAudit.Of(age, ["B", "B|young"], sensitive).Passes);
        var told = Assert.Single(DisclosureAudit.Of(age.With(sex), ["B", "B|young"], sensitive).Failures);
        Assert.Equal((3, 3), (told.Least, told.Greatest));
        Assert.Equal(5, age.With(sex).Cells.Count);

        // Alone, the total has no limit above.
        Assert.Equal(
            double.PositiveInfinity, DisclosureAudit.Of(age, ["B", "B|young"], sensitive).Cells[0].Greatest);
    }

    [Fact]
    public void What_was_published_before_cannot_hide_anything_now()
    {
        var tables = TwoWay([[2, 18], [19, 14], [10, 12], [14, 11]]);
        var sensitive = PrimarySuppression.Of(tables, new DisclosureRules(), []);

        foreach (var way in Ways)
        {
            Assert.Equal(["r0|c1", "r3|c0", "r3|c1"], Assert.IsType<SecondarySuppression.Known>(
                way(tables, sensitive, new PastReleases(["r2|c0"], []))).Secondary);
            Assert.Equal(["r0|c0"], Assert.IsType<SecondarySuppression.CannotProtect>(
                way(tables, sensitive, new PastReleases(["r0|c0"], []))).Cells);
            Assert.Equal(["r0|c0"], Assert.IsType<SecondarySuppression.CannotProtect>(
                way(tables, sensitive, new PastReleases(["r0|c1", "r0|*"], []))).Cells);

            // What is hidden already costs nothing.
            Assert.Equal(["r0|c1", "r1|c0", "r1|c1"], Assert.IsType<SecondarySuppression.Known>(
                way(tables, sensitive, new PastReleases([], ["r1|c0", "r1|c1"]))).Secondary);
        }
    }

    [Fact]
    public void Nothing_sensitive_hides_nothing()
    {
        var tables = TwoWay([[20, 18], [19, 0]]);

        foreach (var way in Ways)
        {
            var known = Assert.IsType<SecondarySuppression.Known>(
                way(tables, PrimarySuppression.Of(tables, new DisclosureRules(), []), PastReleases.None));
            Assert.Empty(known.Hidden);
            Assert.True(known.Audit.Passes);
        }

        var empty = AdditiveTables.Of([], []);
        Assert.IsType<SecondarySuppression.Known>(SecondarySuppression.Of(empty, [], PastReleases.None));
        Assert.True(DisclosureAudit.Of(empty, [], []).Passes);
    }

    [Fact]
    public void The_rules_say_what_is_sensitive_and_why()
    {
        var tables = TwoWay([[9, 0, 0], [4, 5, 30], [1, 0, 12]]);

        var usual = PrimarySuppression.Of(tables, new DisclosureRules(), []);
        Assert.Equal(["r1|c0", "r2|c0"], usual.Select(cell => cell.Id));
        Assert.Equal(new SensitiveCell("r1|c0", SensitiveBecause.BelowThreshold, 1, 5), usual[0]);
        Assert.Equal(
            ["r0|c0", "r0|*", "r1|c0", "r1|c1", "r2|c0", "*|c1"],
            PrimarySuppression.Of(tables, new DisclosureRules(Threshold: 10), []).Select(cell => cell.Id));
        Assert.Empty(PrimarySuppression.Of(tables, new DisclosureRules(Threshold: 1), []));

        var zeros = PrimarySuppression.Of(tables, new DisclosureRules(Threshold: 1, HideZeros: true), []);
        Assert.Equal(["r0|c1", "r0|c2", "r2|c1"], zeros.Select(cell => cell.Id));
        Assert.All(zeros, cell => Assert.Equal((SensitiveBecause.Zero, 0, 1), (cell.Because, cell.Below, cell.Above)));

        // All nine of the first row are in one column, and all five of the second column in one row.
        var whole = PrimarySuppression.Of(tables, new DisclosureRules(Threshold: 1, WholeClassBelow: 10), []);
        Assert.Equal(["r0|c0", "r1|c1"], whole.Select(cell => cell.Id));
        Assert.All(whole, cell => Assert.Equal((SensitiveBecause.WholeClass, 1, 0), (cell.Because, cell.Below, cell.Above)));
        Assert.Equal(
            ["r1|c1"], PrimarySuppression.Of(tables, new DisclosureRules(1, false, 9), []).Select(cell => cell.Id));
        var known = Assert.IsType<SecondarySuppression.Known>(SecondarySuppression.Of(tables, whole, PastReleases.None));
        Assert.Contains(known.Secondary, id => id is "r0|c1" or "r0|c2");

        // A total with one part hides nothing that its part would show.
        var single = AdditiveTables.Of([new("all", 3), new("part", 3)], [new("all", ["part"])]);
        Assert.Empty(PrimarySuppression.Of(single, new DisclosureRules(1, false, 10), []));
        Assert.Throws<ArgumentOutOfRangeException>(() => PrimarySuppression.Of(tables, new DisclosureRules(0), []));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => PrimarySuppression.Of(tables, new DisclosureRules(1, false, -1), []));
    }

    [Fact]
    public void A_sum_that_one_contributor_could_take_apart_is_sensitive()
    {
        var tables = AdditiveTables.Of([new("days", 110), new("more", 20)], []);
        IReadOnlyList<SensitiveCell> Of(Contributions one) => PrimarySuppression.Of(tables, new DisclosureRules(), [one]);

        // 100 + 6 + 4: the second could tell the first's to within 4; 10 % of it are 10.
        Assert.Equal(
            [new("days", SensitiveBecause.NearlyTold, 6, 6)], Of(new Contributions("days", [4, 100, 6])));
        Assert.Empty(Of(new Contributions("days", [4, 100, 6], Percent: 4)));
        Assert.Empty(Of(new Contributions("days", [50, 30, 30])));
        Assert.Equal(
            [new("more", SensitiveBecause.NearlyTold, 2, 2, OneContributor: true)], Of(new Contributions("more", [20])));
        Assert.Empty(Of(new Contributions("days", [0, 0])));
        Assert.Empty(Of(new Contributions("days", [])));

        // The first two of 50 + 45 + 15 are 86.4 %; to be 85 % the sum would have to be 111.8.
        Assert.Equal(
            [new("days", SensitiveBecause.Dominated, 2, 2)],
            Of(new Contributions("days", [50, 45, 15], Percent: 0, Few: 2)));
        Assert.Empty(Of(new Contributions("days", [50, 45, 15], Percent: 0, Few: 2, Share: 87)));
        Assert.Empty(Of(new Contributions("days", [50, 45, 15], Percent: 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(new Contributions("days", [-1])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(new Contributions("days", [1], Percent: -1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(new Contributions("days", [1], Few: -1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(new Contributions("days", [1], Share: 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(new Contributions("days", [1], Share: 101)));

        // A protection above the count is cut off at 0.
        var small = AdditiveTables.Of([new("days", 5)], []);
        Assert.Equal(
            [new("days", SensitiveBecause.NearlyTold, 5, 9, OneContributor: true)],
            PrimarySuppression.Of(small, new DisclosureRules(), [new Contributions("days", [90])]));
    }

    [Fact]
    public void Every_suppression_protects_and_is_nearly_the_cheapest()
    {
        var random = new Random(Seed);
        var (own, cheapest) = (0L, 0L);
        for (var i = 0; i < 25; i++)
        {
            var tables = TwoWay(Counts(random, 4, 4, 40));
            var sensitive = PrimarySuppression.Of(tables, new DisclosureRules(), []);

            var known = Assert.IsType<SecondarySuppression.Known>(
                SecondarySuppression.Of(tables, sensitive, PastReleases.None));

            Assert.True(known.Audit.Passes);
            Assert.All(sensitive, cell => Assert.Contains(cell.Id, known.Hidden));
            Assert.DoesNotContain(known.Secondary, id => sensitive.Any(cell => cell.Id == id));
            if (CheapestSuppression.Of(tables, sensitive, PastReleases.None) is SecondarySuppression.Known best)
            {
                own += known.Secondary.Sum(id => Math.Max(tables.Cell(id).Count, 5));
                cheapest += best.Secondary.Sum(id => Math.Max(tables.Cell(id).Count, 5));
            }
        }

        Assert.InRange(own, cheapest, 1.25 * cheapest);
    }

    [Fact]
    public void Tables_of_a_billion_are_protected_like_small_ones()
    {
        var tables = TwoWay([[2, 1_000_000_018], [1_000_000_019, 14], [10, 12], [14, 1_000_000_011]]);
        var sensitive = PrimarySuppression.Of(tables, new DisclosureRules(), []);

        var known = Assert.IsType<SecondarySuppression.Known>(
            SecondarySuppression.Of(tables, sensitive, PastReleases.None));

        Assert.Equal(["r0|c1", "r2|c0", "r2|c1"], known.Secondary);
        var bounds = known.Audit.Cells.Single(cell => cell.Sensitive);
        Assert.Equal((0, 12), (bounds.Least, bounds.Greatest));
    }

    [Fact]
    public void A_large_table_is_protected_and_its_audit_passes()
    {
        var random = new Random(Seed);
        var tables = TwoWay(Counts(random, 43, 12, 30));
        var sensitive = PrimarySuppression.Of(tables, new DisclosureRules(), []);

        var known = Assert.IsType<SecondarySuppression.Known>(
            SecondarySuppression.Of(tables, sensitive, PastReleases.None));

        Assert.InRange(sensitive.Count, 40, 120);
        Assert.True(known.Audit.Passes);
        Assert.IsType<SecondarySuppression.TooLarge>(CheapestSuppression.Of(tables, sensitive, PastReleases.None));
    }

    /// <summary>The case of sdcTable's own test of singletons: one, two, one and no record in four regions, of which those
    /// with one are hidden. Without looking for singletons it hides nothing beside them, with it one more.</summary>
    [Fact]
    public void Who_is_alone_in_a_cell_cannot_subtract_it()
    {
        var tables = AdditiveTables.Of(
            [new("all", 4), new("a", 1), new("b", 2), new("c", 1), new("d", 0)], [new("all", ["a", "b", "c", "d"])]);
        SensitiveCell[] unaware = [new("a", SensitiveBecause.BelowThreshold, 1, 1), new("c", SensitiveBecause.BelowThreshold, 1, 1)];
        SensitiveCell[] aware = [.. unaware.Select(cell => cell with { OneContributor = true })];

        // Everybody knows that a and c have 2 together; whoever is alone in a knows that c has 1.
        Assert.True(DisclosureAudit.Of(tables, ["a", "c"], unaware).Passes);
        var audit = DisclosureAudit.Of(tables, ["a", "c"], aware);
        Assert.False(audit.Passes);
        Assert.Empty(audit.Failures);
        Assert.Equal(
            [("a", new CellBounds("c", 1, 1, true, false)), ("c", new CellBounds("a", 1, 1, true, false))],
            audit.Told.Select(one => (one.Contributor, one.Cell)));

        // The region without a record would not help: a and it would have from 0 to 1.
        Assert.False(DisclosureAudit.Of(tables, ["a", "c", "d"], aware).Passes);
        foreach (var way in Ways)
        {
            var total = new PastReleases(["all"], []);
            Assert.Empty(Assert.IsType<SecondarySuppression.Known>(way(tables, unaware, total)).Secondary);
            var known = Assert.IsType<SecondarySuppression.Known>(way(tables, aware, total));
            Assert.Equal("b", Assert.Single(known.Secondary));
            Assert.Empty(known.Audit.Told);

            Assert.IsType<SecondarySuppression.CannotProtect>(way(tables, aware, new PastReleases(["all", "b", "d"], [])));
        }

        Assert.Equal(["a", "c"], Assert.IsType<SecondarySuppression.CannotProtect>(
            SecondarySuppression.Audited(tables, aware, [1, 3])).Cells);

        // A contributor of a cell that is shown knows no more than everybody.
        Assert.Empty(DisclosureAudit.Of(tables, ["c"], aware).Told);
    }

    [Fact]
    public void Only_what_a_contributor_could_find_is_named_as_open()
    {
        // Beside the two of before, a third cell whose own sum hides enough.
        var tables = AdditiveTables.Of(
            [new("all", 4), new("a", 1), new("b", 2), new("c", 1), new("d", 0), new("other", 9), new("e", 2), new("f", 7)],
            [new("all", ["a", "b", "c", "d"]), new("other", ["e", "f"])]);
        SensitiveCell[] sensitive =
        [
            new("a", SensitiveBecause.BelowThreshold, 1, 1, true), new("c", SensitiveBecause.BelowThreshold, 1, 1),
            new("e", SensitiveBecause.BelowThreshold, 1, 5),
        ];

        // Nobody is alone in c, so nobody is told of a.
        Assert.Equal(["c"], Assert.IsType<SecondarySuppression.CannotProtect>(
            SecondarySuppression.Audited(tables, sensitive, [1, 3, 6, 7])).Cells);
    }

    [Fact]
    public void Each_contributor_adds_to_the_work_of_the_cheapest_answer()
    {
        var tables = TwoWay([[9, 9, 9, 9, 9], [9, 9, 9, 9, 9], [9, 9, 1, 1, 9], [9, 9, 1, 1, 9], [9, 9, 9, 9, 9]]);
        var sensitive = PrimarySuppression.Of(tables, new DisclosureRules(Threshold: 2), []);

        Assert.Equal((36, 4), (tables.Cells.Count, sensitive.Count(cell => cell.OneContributor)));
        Assert.IsType<SecondarySuppression.TooLarge>(CheapestSuppression.Of(tables, sensitive, PastReleases.None));
        Assert.IsType<SecondarySuppression.Known>(CheapestSuppression.Of(tables, [.. sensitive.Select(cell => cell with { OneContributor = false })], PastReleases.None));
    }

    [Fact]
    public void Counts_of_one_and_sums_of_one_contributor_are_known_to_them()
    {
        var tables = AdditiveTables.Of([new("one", 1), new("two", 2), new("days", 3), new("years", 40)], []);

        var sensitive = PrimarySuppression.Of(
            tables, new DisclosureRules(), [new Contributions("days", [3, 0]), new Contributions("years", [40]), new Contributions("one", [0.5, 0.5])]);

        Assert.Equal(["two", "days", "years"], sensitive.Where(cell => cell.Id != "one").Select(cell => cell.Id));
        Assert.Equal(["days", "years"], sensitive.Where(cell => cell.OneContributor).Select(cell => cell.Id));
        Assert.True(PrimarySuppression.Of(tables, new DisclosureRules(), []).Single(cell => cell.Id == "one").OneContributor);
    }

    /// <summary>What a contributor can find out is what everybody could, were the contributor's cell published.</summary>
    [Fact]
    public void The_bounds_for_a_contributor_are_those_of_a_table_that_shows_their_cell()
    {
        var random = new Random(Seed);
        var told = 0;
        for (var i = 0; i < 40; i++)
        {
            var tables = TwoWay(Counts(random, 4, 3, 6));
            var sensitive = PrimarySuppression.Of(tables, new DisclosureRules(Threshold: 3), []);
            var hidden = tables.Cells.Where(cell => sensitive.Any(one => one.Id == cell.Id) || random.Next(3) == 0).Select(cell => cell.Id).ToList();

            var audit = DisclosureAudit.Of(tables, hidden, sensitive);

            var expected =
                from single in sensitive
                where single.OneContributor
                let outside = DisclosureAudit.Of(
                    tables, [.. hidden.Where(id => id != single.Id)], [.. sensitive.Where(cell => cell.Id != single.Id).Select(cell => cell with { OneContributor = false })])
                from failure in outside.Failures
                where audit.Failures.All(cell => cell.Id != failure.Id)
                select (single.Id, failure);
            Assert.Equal(expected, audit.Told.Select(one => (one.Contributor, one.Cell)));
            told += audit.Told.Count;
        }

        Assert.InRange(told, 10, 1000);
    }

    [Fact]
    public void A_sensitive_cell_that_is_published_fails_the_audit()
    {
        var tables = TwoWay([[2, 18], [19, 14]]);

        var bare = Assert.Single(DisclosureAudit.Of(
            tables, [], [new("r0|c0", SensitiveBecause.BelowThreshold, 1, 5)]).Failures);

        Assert.Equal(new CellBounds("r0|c0", 2, 2, true, false), bare);
        Assert.Throws<ArgumentException>(() => DisclosureAudit.Of(tables, ["nothing"], []));
        Assert.Single(DisclosureAudit.Of(tables, ["r0|c0", "r0|c0"], []).Cells);
    }

    [Fact]
    public void A_suppression_whose_audit_fails_is_not_made()
    {
        // Whoever asks for more than any table could hide is told so.
        var tables = AdditiveTables.Of([new("all", 6), new("one", 3), new("other", 3)], [new("all", ["one", "other"])]);
        SensitiveCell[] sensitive = [new("one", SensitiveBecause.BelowThreshold, 1, 5)];

        foreach (var way in Ways)
        {
            Assert.Equal(["one"], Assert.IsType<SecondarySuppression.CannotProtect>(
                way(tables, sensitive, new PastReleases(["all"], []))).Cells);
        }

        Assert.Equal(["one"], Assert.IsType<SecondarySuppression.CannotProtect>(
            SecondarySuppression.Audited(tables, sensitive, [1, 2])).Cells);
    }

    [Fact]
    public void Tables_that_do_not_add_up_are_refused()
    {
        Assert.Throws<ArgumentException>(() => AdditiveTables.Of([new("a", 1), new("a", 2)], []));
        Assert.Throws<ArgumentException>(() => AdditiveTables.Of([new("a", 1), new("b", 2)], [new("a", ["b"])]));
        Assert.Throws<ArgumentException>(() => AdditiveTables.Of([new("a", 2), new("b", 1)], [new("a", ["b", "b"])]));
        Assert.Throws<ArgumentException>(() => AdditiveTables.Of([new("a", 2)], [new("a", ["b"])]));
        Assert.Throws<ArgumentOutOfRangeException>(() => AdditiveTables.Of([new("a", -2)], []));
        Assert.Throws<ArgumentException>(() => AdditiveTables.TwoWay(["*"], ["c"], [[1]]));
        Assert.Throws<ArgumentException>(() => AdditiveTables.TwoWay(["r"], ["c|d"], [[1]]));
        Assert.Throws<ArgumentException>(() => AdditiveTables.TwoWay(["r"], ["c"], [[1, 2]]));
        Assert.Throws<ArgumentException>(() => AdditiveTables.TwoWay(["r"], ["c"], [[1], [2]]));
        Assert.Equal(7, TwoWay([[3, 4]]).Cell("*|*").Count);
    }

    [Fact]
    public void A_solver_that_answers_to_a_wrong_name_is_noticed()
    {
        Assert.Throws<InvalidOperationException>(() => LinearProgram.Create("HIGHS", "HiGHS"));
        Assert.Throws<InvalidOperationException>(() => LinearProgram.Create("NO SUCH SOLVER", ""));
        Assert.True(LinearProgram.Solved(Google.OrTools.LinearSolver.Solver.ResultStatus.OPTIMAL));
        Assert.False(LinearProgram.Solved(Google.OrTools.LinearSolver.Solver.ResultStatus.INFEASIBLE));
        Assert.Throws<InvalidOperationException>(
            () => LinearProgram.Solved(Google.OrTools.LinearSolver.Solver.ResultStatus.ABNORMAL));
    }

    [Fact]
    public void Every_answer_is_matched()
    {
        static string Said(SecondarySuppression answer) =>
            answer.Match(_ => "known", lost => string.Join(",", lost.Cells), _ => "too large");

        Assert.Equal("known", Said(SecondarySuppression.Of(TwoWay([[9]]), [], PastReleases.None)));
        Assert.Equal("a,b", Said(new SecondarySuppression.CannotProtect(["a", "b"])));
        Assert.Equal("too large", Said(new SecondarySuppression.TooLarge()));
    }

    private static readonly Func<AdditiveTables, IReadOnlyList<SensitiveCell>, PastReleases, SecondarySuppression>[] Ways =
        [SecondarySuppression.Of, CheapestSuppression.Of];

    private static AdditiveTables TwoWay(List<IReadOnlyList<long>> counts) => AdditiveTables.TwoWay(
        [.. counts.Select((_, r) => $"r{r}")], [.. counts[0].Select((_, c) => $"c{c}")], counts);

    private static List<IReadOnlyList<long>> Counts(Random random, int rows, int columns, int below) =>
    [
        .. Enumerable.Range(0, rows).Select(_ =>
            (IReadOnlyList<long>)[.. Enumerable.Range(0, columns).Select(_ => (long)random.Next(0, below))]),
    ];

    private static AdditiveTables Table(JsonElement file) => AdditiveTables.TwoWay(
        [.. file.GetProperty("rows").EnumerateArray().Select(name => name.GetString()!)],
        [.. file.GetProperty(file.TryGetProperty("cols", out _) ? "cols" : "columns").EnumerateArray().Select(name => name.GetString()!)],
        [
            .. file.GetProperty("counts").EnumerateArray()
                .Select(row => (IReadOnlyList<long>)[.. row.EnumerateArray().Select(count => count.GetInt64())]),
        ]);

    private static List<string> Hidden(JsonElement file) => Ids(file.GetProperty("primary_suppressed"));

    private static List<string> Ids(JsonElement cells) =>
        [.. cells.EnumerateArray().Select(cell => $"{cell[0].GetString()}|{cell[1].GetString()}")];
}
