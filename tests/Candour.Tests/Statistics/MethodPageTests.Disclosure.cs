using Candour.Statistics.Disclosure;

namespace Candour.Tests.Statistics;

public sealed partial class MethodPageTests
{
    [Fact]
    public void The_worked_example_of_the_disclosure_page_is_right()
    {
        var tables = WorkedExample.Of("docs/method/disclosure.md");
        Assert.Equal([4, 4, 2, 3, 3, 3, 1, 2], tables.Select(table => table.Count));
        var areas = AdditiveTables.TwoWay(
            [.. tables[0].Select(row => row["area"])], ["female", "male"],
            [.. tables[0].Select(row => (IReadOnlyList<long>)[(long)row.Number("female"), (long)row.Number("male")])]);
        var sensitive = PrimarySuppression.Of(areas, new DisclosureRules(), []);
        var suppression = Assert.IsType<SecondarySuppression.Known>(
            SecondarySuppression.Of(areas, sensitive, PastReleases.None));
        Assert.Equal(tables[1].Select(row => row["cell"].Replace(' ', '|')), suppression.Audit.Cells.Select(cell => cell.Id));
        foreach (var (row, cell) in tables[1].Zip(suppression.Audit.Cells))
        {
            row.Shows("count", areas.Cell(cell.Id).Count);
            row.ShowsWords("hidden because", sensitive.FirstOrDefault(
                one => one.Id == cell.Id) is { } own ? $"{own.Because}" : "secondary");
            row.Shows("least", cell.Least);
            row.Shows("greatest", cell.Greatest);
        }

        var audit = DisclosureAudit.Of(areas, ["A|female", "A|male"], sensitive);
        foreach (var (row, cell) in tables[2].Zip(audit.Cells))
        {
            row.Shows("least", cell.Least);
            row.Shows("greatest", cell.Greatest);
            row.ShowsWords("protected", cell.Protected ? "yes" : "no");
        }

        var alone = AdditiveTables.Of(
            [new("all", 4), new("A", 1), new("B", 2), new("C", 1), new("D", 0)], [new("all", ["A", "B", "C", "D"])]);
        SensitiveCell[] single =
            [new("A", SensitiveBecause.BelowThreshold, 1, 1, OneContributor: true), new("C", SensitiveBecause.BelowThreshold, 1, 1, OneContributor: true)];
        foreach (var row in tables[3])
        {
            var hidden = row["hidden"].Split(", ");
            row.ShowsWords("told to A", DisclosureAudit.Of(alone, hidden, single).Told.Any(one => one.Contributor == "A") ? "yes" : "no");

            // What A knows is what everybody would know, were A published.
            var known = DisclosureAudit.Of(alone, [.. hidden.Where(id => id != "A")], [single[1]]).Cells.Single(cell => cell.Id == "C");
            row.Shows("least in C", known.Least);
            row.Shows("greatest in C", known.Greatest);
        }

        foreach (var row in tables[4])
        {
            row.Shows("chance", RandomRounding.ChanceUp((long)row.Number("count"), (int)row.Number("base")));
        }

        var counts = AdditiveTables.TwoWay(
            ["a", "b", "c"], ["first", "second"],
            [.. tables[5].Select(row => (IReadOnlyList<long>)[(long)row.Number("first"), (long)row.Number("second")])]);
        var rounding = Assert.IsType<ControlledRounding.Known>(ControlledRounding.Of(counts, 5));
        for (var i = 0; i < 3; i++)
        {
            tables[5][i].Shows("rounded first", rounding.Counts[3 * i].Count);
            tables[5][i].Shows("rounded second", rounding.Counts[(3 * i) + 1].Count);
        }

        tables[6][0].Shows("distance", rounding.Distance);

        foreach (var row in tables[7])
        {
            var told = Differencing.OfNested(
                [
                    new(new(row["from"], (long)row.Number("count")), new(row["taken"], (long)row.Number("count taken"))),
                ], 5);
            row.ShowsWords("told", told.Count == 0 ? "nothing" : $"{told[0].Difference}");
        }
    }
}
